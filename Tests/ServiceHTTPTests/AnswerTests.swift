import ServiceDoubles
import ServiceHTTP
import Testing

@Suite("Answers over a socket")
struct AnswerTests {
    @Test("A whole answer is given as it is, whatever its status", arguments: [200, 404, 500])
    func whole(status: Int) async throws {
        let outcome = try await asked { _ in [.answer(status, "[]")] }
        #expect(outcome == Outcome(status: status, body: "[]"))
    }

    @Test("A body that ends before its length is no answer")
    func shortBody() async throws {
        let outcome = try await asked { _ in
            [.text("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[{}"), .close]
        }
        #expect(outcome.status == 200)
        #expect(outcome.fault == .cut)
    }

    @Test("A body in chunks is read to its last one, and is no answer without it")
    func chunked() async throws {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
        let whole = try await asked { _ in
            [.text(head + "2\r\n[1\r\n"), .wait(milliseconds: 20), .text("1\r\n]\r\n0\r\n\r\n")]
        }
        #expect(whole == Outcome(status: 200, body: "[1]"))
        let cut = try await asked { _ in [.text(head + "2\r\n[1\r\n"), .close] }
        #expect(cut.fault == .cut || cut.fault == .notHTTP)
        let wrong = try await asked { _ in [.text(head + "zz\r\n[1\r\n"), .close] }
        #expect(wrong.fault == .cut || wrong.fault == .notHTTP)
    }

    @Test("A connection that breaks off is no answer, before the head and behind it")
    func reset() async throws {
        let before = try await asked { _ in [.reset] }
        #expect(before.fault == .cut)
        let behind = try await asked { _ in
            [
                .text("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[{}"),
                .wait(milliseconds: 50), .reset,
            ]
        }
        #expect(behind.fault == .cut)
    }

    @Test("What is not HTTP is no answer")
    func notHTTP() async throws {
        let outcome = try await asked { _ in [.text("SSH-2.0-server\r\n\r\n"), .close] }
        #expect(outcome.fault == .notHTTP || outcome.fault == .cut)
        #expect(outcome.status == nil)
    }

    @Test("No head in time, and no next piece in time, are time-outs")
    func slow() async throws {
        let silent = try await asked(timeout: .milliseconds(100)) { _ in
            [.wait(milliseconds: 5_000), .answer()]
        }
        #expect(silent.fault == .timedOut)
        let stuck = try await asked(timeout: .milliseconds(100)) { _ in
            [
                .text("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n["), .wait(milliseconds: 5_000),
                .close,
            ]
        }
        #expect(stuck.fault == .timedOut)
    }

    @Test("A drip that keeps each piece in time is cut off when the whole takes ten times as long")
    func drip() async throws {
        let pieces = (0..<400).flatMap { _ in [ServerStep.text(" "), .wait(milliseconds: 20)] }
        let outcome = try await asked(timeout: .milliseconds(100)) { _ in
            [.text("HTTP/1.1 200 OK\r\ncontent-length: 400\r\n\r\n")] + pieces
        }
        #expect(outcome.fault == .timedOut)
    }

    @Test("A redirect is given as it is, and never followed")
    func redirect() async throws {
        let other = try await ScriptedServer { _ in [.answer(200, "secret")] }
        let place = other.url
        let outcome = try await asked { _ in
            [.answer(302, "", headers: ["location: \(place)/elsewhere"])]
        }
        #expect(outcome == Outcome(status: 302))
        #expect(other.requests.isEmpty)
        await other.shutdown()
    }

    @Test("Nobody listens: surely unsent")
    func refused() async throws {
        let server = try await ScriptedServer { _ in [] }
        await server.shutdown()
        let transport = try NetworkTransport(timeout: .seconds(30))
        let request = ServiceRequest(url: server.url + "/x")
        let outcome = await sent(request, over: transport)
        #expect(outcome.fault == .notConnected)
        await transport.shutdown()
    }

    @Test(
        "An address that cannot be used is said to be one",
        arguments: ["", "ftp://127.0.0.1/x", "http:///x", "http://", "not an address"])
    func badAddress(url: String) async throws {
        let transport = try NetworkTransport(timeout: .seconds(1))
        let outcome = await sent(ServiceRequest(url: url), over: transport)
        #expect(outcome.fault == .badAddress || outcome.fault == .notConnected)
        await transport.shutdown()
    }

    @Test("An answer that is longer than the limit is left unread")
    func tooLong() async throws {
        let server = try await ScriptedServer { _ in
            [
                .text("HTTP/1.1 200 OK\r\ncontent-length: 524288000\r\n\r\n"),
                .flood(Array(repeating: 0x20, count: 1 << 16), times: 8000),
            ]
        }
        let transport = try NetworkTransport(timeout: .seconds(60))
        let request = ServiceRequest(url: server.url)
        let outcome = await sent(request, over: transport, limit: 1 << 20)
        #expect(outcome.fault == .tooLong)
        await transport.shutdown()
        await server.shutdown()
    }
}
