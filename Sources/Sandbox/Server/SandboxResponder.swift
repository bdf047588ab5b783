internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Takes a request from a socket, has it handled, and sends the answer.
struct SandboxResponder: Sendable {
    let engine: SandboxEngine
    let end: SandboxEnd

    /// Answers one request; throws when the connection is to be closed.
    func respond(
        to request: Request, by writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
        let base = SandboxAddresses.base(port: channel.localAddress?.port ?? 0)
        let isHead = request.method == .head
        let closes = request.headers[.connection]?.lowercased() == "close"
        func answerWriter(_ delivery: Delivery) -> AnswerWriter {
            AnswerWriter(delivery: delivery, isHead: isHead, closes: closes, channel: channel)
        }
        guard let wire = try await RequestReader.read(request, baseURL: base) else {
            let refusal = WireAnswer(
                status: 413, contentType: "text/plain", text: "the request is too large\n")
            let delivery = Delivery(refusal, date: SandboxClock.realNow)
            try await answerWriter(delivery).send(by: writer)
            throw ConnectionCut()
        }
        guard Self.isLoopback(wire.header("host")) else {
            let refusal = WireAnswer(
                status: 403, contentType: "text/plain",
                text: "the sandbox answers to 127.0.0.1 and localhost only\n")
            let delivery = Delivery(refusal, date: SandboxClock.realNow)
            try await answerWriter(delivery).send(by: writer)
            return
        }
        let delivery = try await handled(wire)
        try await answerWriter(delivery).send(by: writer)
    }

    private func handled(_ request: WireRequest) async throws -> Delivery {
        let arrival = await engine.arrive(request)
        if arrival.orders.delayBefore > 0 {
            try await Task.sleep(for: .milliseconds(arrival.orders.delayBefore))
        }
        do throws(SandboxFault) {
            return try await engine.handle(request, arrival)
        } catch {
            // What is not on the disk must not be answered, and nothing after it either.
            await end.end(with: error)
            throw ConnectionCut()
        }
    }

    /// Whether a request was meant for this machine: a page of another site that a browser sends
    /// here by a name of its own is not.
    static func isLoopback(_ host: String?) -> Bool {
        guard let host else { return true }
        if host.hasPrefix("[::1]") { return true }
        let name = host.split(separator: ":").first ?? ""
        let isNumber = name.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
        return name == "localhost" || (isNumber && name.hasPrefix("127."))
    }
}
