/// What a request asks for, in the words of faults and of the log.
///
/// It is read from the outside of the request, so that requests that make no sense have a name too.
struct RequestKind: Sendable, Hashable {
    /// Who is asked.
    enum Service: String, Sendable, Hashable, CaseIterable, Codable {
        case ccv, twinfield, login, admin
    }

    /// Who is asked.
    var service: Service
    /// What is asked, such as `post`, `browse`, `read-dimensions`, `token`, `transaction-list`.
    var operation: String

    /// Names what a request asks for.
    init(_ request: WireRequest) {
        let steps = request.path.split(separator: "/").map { $0.lowercased() }
        switch steps.first {
        case "admin":
            service = .admin
            operation = steps.dropFirst().first ?? "index"
        case "auth":
            service = .login
            operation = Self.loginOperation(steps.last ?? "", request)
        case "webservices":
            service = .twinfield
            operation = Self.twinfieldOperation(steps.last ?? "", request)
        default:
            service = .ccv
            operation = Self.ccvOperation(steps.last ?? "", request)
        }
    }

    /// The operations that are documented; a fault may name another path too.
    static let operations: [Service: [String]] = [
        .login: ["authorize", "consent", "token", "validation", "userinfo"],
        .twinfield: [
            "post", "delete", "match", "browse", "read", "list", "dimension", "finder", "undo",
            "deleted", "wsdl",
        ],
        .ccv: [
            "transaction", "transaction-list", "transaction-batch", "transaction-single",
            "method", "balance", "payment", "refund", "capture", "reversal", "cancel",
        ],
    ]

    private static func loginOperation(_ last: String, _ request: WireRequest) -> String {
        switch last {
        case "authorize": request.method == "POST" ? "consent" : "authorize"
        case "accesstokenvalidation": "validation"
        default: last
        }
    }

    private static func ccvOperation(_ last: String, _ request: WireRequest) -> String {
        guard last == "transaction" else { return last.isEmpty ? "page" : last }
        if request.queryValue("reference") != nil { return "transaction-single" }
        if request.queryValue("references") != nil { return "transaction-batch" }
        return "transaction-list"
    }

    private static func twinfieldOperation(_ last: String, _ request: WireRequest) -> String {
        if request.method != "POST" { return "wsdl" }
        switch last {
        case "processxml.asmx": return ProcessXMLGlance(request.body).operation
        case "finder.asmx": return "finder"
        case "matching.asmx": return "undo"
        case "deletedtransactionsservice.svc": return "deleted"
        default: return last
        }
    }
}

extension RequestKind {
    /// Credits that a request costs by the rule of fair use: a query 1, everything else 3 (API
    /// reference of Twinfield, section 7).
    var credits: Int {
        switch operation {
        case "browse", "finder", "wsdl", "deleted": 1
        default: operation.hasPrefix("read") || operation.hasPrefix("list") ? 1 : 3
        }
    }
}
