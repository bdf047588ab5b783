internal import DomainModel

/// The admin address: what people do at the services, and what drives a test.
///
/// JSON over HTTP without a key. 400 says what is wrong with the request, 409 that the books or the
/// payments refused it; both as `{"error": …, "help": …}`.
enum AdminService {
    /// Answers a request below `/admin`.
    static func answer(
        _ request: WireRequest, state: inout SandboxState, now: Instant, real: Instant
    ) -> WireAnswer {
        let steps = request.path.split(separator: "/").dropFirst()
        guard !steps.isEmpty else { return json(index()) }
        let fitting = AdminRoute.all.compactMap { route in
            route.arguments(in: Array(steps)).map { (route, $0) }
        }
        guard !fitting.isEmpty else {
            return error(
                404, SandboxFault("there is no \(request.path)", help: "see GET /admin"))
        }
        let method = request.method == "HEAD" ? "GET" : request.method
        guard let (route, arguments) = fitting.first(where: { $0.0.method == method }) else {
            let known = fitting.map(\.0.method).joined(separator: " or ")
            return error(
                405, SandboxFault("\(request.path) takes \(known)", help: "see GET /admin"))
        }
        do throws(SandboxFault) {
            var call = try AdminCall(request, now: now, real: real)
            call.arguments = arguments
            return json(try route.action(call, &state))
        } catch {
            return Self.error(error.isRefusal ? 409 : 400, error)
        }
    }

    private static func index() -> JSONTree {
        .list(
            AdminRoute.all.map { route in
                [
                    "method": .text(route.method), "path": .text("/admin" + route.path),
                    "does": .text(route.does),
                ]
            })
    }

    private static func json(_ tree: JSONTree) -> WireAnswer {
        WireAnswer(
            status: 200, headers: [WireRequest.Field("Content-Type", "application/json")],
            body: JSONTree.document(of: tree, pretty: true) + [0x0A])
    }

    private static func error(_ status: Int, _ fault: SandboxFault) -> WireAnswer {
        var object: [String: JSONTree] = ["error": .text(fault.message)]
        if !fault.help.isEmpty { object["help"] = .text(fault.help) }
        var answer = json(.object(object))
        answer.status = status
        return answer
    }
}

extension SandboxFault {
    /// Says that books or payments refused what was asked.
    static func refusal(_ messages: [String]) -> SandboxFault {
        SandboxFault(messages.joined(separator: " "), help: refusalHelp)
    }

    /// Whether it is such a refusal.
    var isRefusal: Bool { help == Self.refusalHelp }

    private static let refusalHelp = "nothing was changed"
}
