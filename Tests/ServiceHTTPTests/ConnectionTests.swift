import ServiceDoubles
import ServiceHTTP
import Testing

@Suite("Connections that are kept")
struct ConnectionTests {
    private let post = ServiceRequest.Method.post(contentType: "text/xml", body: Array("<x/>".utf8))

    @Test("One request after the other goes over one connection")
    func kept() async throws {
        let server = try await ScriptedServer { _ in [.answer(200, "ok")] }
        let transport = try NetworkTransport(timeout: .seconds(60))
        for _ in 0..<5 {
            let outcome = await sent(ServiceRequest(url: server.url), over: transport)
            #expect(outcome.body == "ok")
        }
        #expect(server.connectionCount == 1)
        #expect(server.requests.allSatisfy { $0.headers["user-agent"] == "ccvmap" })
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("A connection that the server closes behind an answer does not hurt the next request")
    func closedBehindAnswer() async throws {
        let server = try await ScriptedServer { _ in
            [.answer(200, "ok", headers: ["connection: close"]), .close]
        }
        let transport = try NetworkTransport(timeout: .seconds(60))
        for _ in 0..<3 {
            let outcome = await sent(ServiceRequest(post, url: server.url), over: transport)
            #expect(outcome.body == "ok")
        }
        #expect(server.requests.count == 3)
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("A request whose kept connection dies is never sent twice by itself")
    func neverTwice() async throws {
        let server = try await ScriptedServer { request in
            request.number == 0 ? [.answer(200, "ok")] : [.reset]
        }
        let transport = try NetworkTransport(timeout: .seconds(60))
        _ = await sent(ServiceRequest(url: server.url), over: transport)
        let outcome = await sent(ServiceRequest(post, url: server.url), over: transport)
        #expect(outcome.fault == .cut)
        #expect(server.requests.filter { $0.method == "POST" }.count == 1)
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("What is read goes out as GET only, with the headers given")
    func readOnly() async throws {
        let server = try await ScriptedServer { _ in [.answer(200, "ok")] }
        let transport = try NetworkTransport(timeout: .seconds(60))
        let reading = ReadOnlyTransport(transport)
        _ = try await reading.get(server.url + "/a?b=c", headers: [("authorization", "Basic x")])
            .bytes(atMost: 10)
        #expect(server.requests.map(\.method) == ["GET"])
        #expect(server.requests.first?.target == "/a?b=c")
        #expect(server.requests.first?.headers["authorization"] == "Basic x")
        await transport.shutdown()
        await server.shutdown()
    }

    @Test("Stopping ends a request that waits")
    func cancelled() async throws {
        let server = try await ScriptedServer { _ in [.wait(milliseconds: 60_000), .answer()] }
        let transport = try NetworkTransport(timeout: .seconds(30))
        let task = Task { await sent(ServiceRequest(url: server.url), over: transport) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        #expect(await task.value.fault == .cancelled)
        await transport.shutdown()
        await server.shutdown()
    }
}
