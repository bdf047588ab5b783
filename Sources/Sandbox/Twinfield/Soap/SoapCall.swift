/// One call of an operation, taken out of its envelope.
struct SoapCall {
    /// Why a request is no call; answers without a body, unless it is a fault.
    enum Problem: Error {
        /// 415: neither `text/xml` nor `application/soap+xml`.
        case notSoap
        /// 400 without a body: no envelope that fits the WSDL (API reference, 2.4).
        case malformed
        /// A fault of the framework: the header `SOAPAction` names another operation, or none.
        case actionUnknown(String, SoapVersion)
    }

    /// The envelope that it came in, and that the answer takes.
    var version: SoapVersion
    /// Who calls.
    var header: SoapHeader
    /// The element in the body.
    var operation: XMLNode

    /// Reads a request as the WSDL describes it.
    init(_ request: WireRequest, mood: TwinfieldMood) throws(Problem) {
        version = try Self.version(of: request)
        guard let root = XMLTree.read(request.body), root.name == "Envelope",
            root.namespace == version.namespace
        else { throw .malformed }
        let space = version.namespace
        guard root.children.allSatisfy({ $0.namespace == space }),
            root.children.map(\.name) == ["Header", "Body"]
                || root.children.map(\.name) == ["Body"],
            let body = root.children.last, body.children.count == 1,
            let operation = body.children.first, operation.namespace == SoapHeader.namespace
        else { throw .malformed }
        self.operation = operation
        header = SoapHeader()
        if let part = root.child("Header"), !part.children.isEmpty {
            guard part.children.count == 1, let node = part.children.first,
                let header = SoapHeader(node)
            else { throw .malformed }
            self.header = header
        }
        if mood.requiresCompanyId, !header.hasCompanyID { throw .malformed }
        try checkAction(request)
    }

    private static func version(of request: WireRequest) throws(Problem) -> SoapVersion {
        let type = (request.header("content-type") ?? "").lowercased()
        switch type.prefix(while: { $0 != ";" && $0 != " " }) {
        case "text/xml": return .soap11
        case "application/soap+xml": return .soap12
        default: throw .notSoap
        }
    }

    /// SOAP 1.1 routes by its header; 1.2 by the element when the content type names no action.
    private func checkAction(_ request: WireRequest) throws(Problem) {
        let wanted = SoapHeader.namespace + operation.name
        switch version {
        case .soap11:
            let action = (request.header("soapaction") ?? "").filter { $0 != "\"" }
            guard action == wanted else {
                throw .actionUnknown(action, version)
            }
        case .soap12:
            let type = request.header("content-type") ?? ""
            guard let start = type.firstRange(of: "action=") else { return }
            let action = type[start.upperBound...].filter { $0 != "\"" }
            guard action.hasPrefix(SoapHeader.namespace) else {
                throw .actionUnknown(String(action), version)
            }
        }
    }
}
