import ServiceDoubles
import ServiceHTTP
import Testing

@Suite("Whom a connection trusts")
struct TrustTests {
    @Test(
        "A private authority is trusted when it is given, for the right host only",
        arguments: [
            ("right", true, "127.0.0.1", true), ("right", true, "localhost", true),
            ("right", false, "127.0.0.1", false), ("elsewhere", true, "127.0.0.1", false),
            ("elsewhere", true, "localhost", false), ("alone", true, "127.0.0.1", false),
        ])
    func certificates(
        name: String, givesAuthority: Bool, host: String, isTrusted: Bool
    ) async throws {
        let files = try TestCertificates()
        defer { files.remove() }
        let server = try await ScriptedServer(
            certificate: files.path("\(name).pem"), key: files.path("\(name).key")
        ) { _ in [.answer(200, "ok")] }
        let transport = try NetworkTransport(
            timeout: .seconds(60),
            certificateAuthorities: givesAuthority ? files.path("ca.pem") : nil)
        let request = ServiceRequest(
            .post(contentType: "text/plain", body: Array("secret".utf8)),
            url: "https://\(host):\(server.port)/x")
        let outcome = await sent(request, over: transport)
        #expect(outcome.body == (isTrusted ? "ok" : ""))
        #expect(outcome.fault == (isTrusted ? nil : .notTrusted))
        #expect(server.requests.count == (isTrusted ? 1 : 0))
        if name == "elsewhere" { #expect(outcome.message.contains("another host")) }
        if name == "alone" { #expect(outcome.message.contains("signed")) }
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("A server without TLS at an https address gets nothing")
    func plainServer() async throws {
        let server = try await ScriptedServer { _ in [.answer(200, "ok")] }
        let transport = try NetworkTransport(timeout: .milliseconds(500))
        let outcome = await sent(
            ServiceRequest(url: "https://127.0.0.1:\(server.port)/x"), over: transport)
        #expect(outcome.fault?.isUnsent == true)
        #expect(server.requests.isEmpty)
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("A file without certificates is refused at once")
    func noCertificates() throws {
        #expect(throws: TransportFault.self) {
            _ = try NetworkTransport(timeout: .seconds(1), certificateAuthorities: "/dev/null")
        }
    }
}

extension TransportFault.Kind {
    var isUnsent: Bool { TransportFault(self, "").isSurelyUnsent }
}
