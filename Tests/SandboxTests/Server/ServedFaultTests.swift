import Foundation
import Sandbox
import Testing

@Suite("Faults over a socket")
struct ServedFaultTests {
    @Test("Cut before handling: no byte, nothing booked, and the connection is reset")
    func cutBefore() async throws {
        try await RunningSandbox.with(faults: "post:cut-before@1") { sandbox in
            let token = try await sandbox.token()
            let before = try await sandbox.memoNumbers()
            let cut = await sandbox.post("10.00", token: token)
            #expect(cut.bytes.isEmpty && cut.wasReset)
            #expect(try await sandbox.memoNumbers() == before)
            #expect(await sandbox.post("10.00", token: token).status == 200)
            #expect(try await sandbox.memoNumbers().count == before.count + 1)
        }
    }

    @Test("Cut after handling: no byte, but it is booked, and posting again books twice")
    func cutAfter() async throws {
        try await RunningSandbox.with(faults: "post:cut-after@1") { sandbox in
            let token = try await sandbox.token()
            let before = try await sandbox.memoNumbers()
            let cut = await sandbox.post("10.00", token: token)
            #expect(cut.bytes.isEmpty && cut.wasReset)
            #expect(try await sandbox.memoNumbers().count == before.count + 1)
            #expect(await sandbox.post("10.00", token: token).status == 200)
            #expect(try await sandbox.memoNumbers().count == before.count + 2)
            let log = try await sandbox.admin("GET", "/requests?operation=post")
            let requests = log["requests"] as? [[String: Any]] ?? []
            #expect(requests.map { $0["outcome"] as? String } == ["cut after", "answered"])
            #expect(requests.first?["faults"] as? [String] == ["cut-after"])
            #expect(
                (requests.first?["changes"] as? [String])?.first?.hasPrefix("saved MEMO") == true)
        }
    }

    @Test("Cut in the body: a true length and half of the bytes")
    func cutBody() async throws {
        try await RunningSandbox.with(faults: "method:cut-body@1,method:truncated@2") { sandbox in
            let key = Data("\(sandbox.addresses.apiKey):".utf8).base64EncodedString()
            func ask() async -> RawClient.Answer {
                await sandbox.client.send(
                    "GET", "/api/v1/method", headers: ["Authorization": "Basic \(key)"])
            }
            let cut = await ask()
            let truncated = await ask()
            let whole = await ask()
            let length = whole.body.utf8.count
            #expect(cut.header("Content-Length") == String(length))
            #expect(cut.body.utf8.count == length / 2)
            #expect(truncated.header("Content-Length") == String(truncated.body.utf8.count))
            #expect(truncated.body.utf8.count == length - length / 2)
            #expect(whole.body.hasPrefix(cut.body) && whole.body.hasPrefix(truncated.body))
        }
    }

    static let answers: [(fault: String, line: String, part: String)] = [
        ("finder:401", "HTTP/1.1 401 354 : Access denied. Token invalid.", "Content-Length: 0"),
        ("finder:401(103)", "HTTP/1.1 401 103 : Your logon credentials", "Content-Length: 0"),
        ("finder:403(105)", "HTTP/1.1 403 105 : The logon is disabled.", "Content-Length: 0"),
        ("finder:429(7)", "HTTP/1.1 429 Too Many Requests", "Retry-After: 7"),
        ("finder:429", "HTTP/1.1 429 Too Many Requests", "X-RateLimit-Remaining: 0"),
        ("finder:429(bare)", "HTTP/1.1 429 Too Many Requests", "Content-Length: 0"),
        ("finder:soap(109)", "HTTP/1.1 500", "<code>109</code>"),
        ("finder:soap", "HTTP/1.1 500", "Er is een onverwachte fout opgetreden."),
        (
            "finder:soap,finder:mood(language=en)", "HTTP/1.1 500",
            "An unexpected error occurred."
        ),
        ("finder:502", "HTTP/1.1 502", "Content-Length: 0"),
        ("finder:524", "HTTP/1.1 524", "Content-Length: 0"),
        ("finder:400", "HTTP/1.1 400", "Content-Length: 0"),
        ("finder:html", "HTTP/1.1 200", "<!DOCTYPE html>"),
        ("finder:empty", "HTTP/1.1 200", "Content-Length: 0"),
        ("finder:slow(10ms),finder:drip(20ms),finder:503", "HTTP/1.1 503", "Content-Length: 0"),
    ]

    @Test("Each fault is answered as it says", arguments: answers)
    func faultIsAnswered(fault: String, line: String, part: String) async throws {
        try await RunningSandbox.with(faults: fault) { sandbox in
            let answer = await sandbox.client.send("POST", "/webservices/finder.asmx")
            #expect(answer.statusLine.hasPrefix(line), "\(answer.statusLine)")
            #expect(answer.text.contains(part), "\(answer.text)")
        }
    }

    @Test("A huge answer has the size that was asked, and is well formed")
    func hugeAnswer() async throws {
        try await RunningSandbox.with(faults: "any:huge(3MB)") { sandbox in
            let ofCCV = await sandbox.client.send("GET", "/api/v1/method")
            #expect(ofCCV.body.utf8.count > 3 << 20)
            let json = try JSONSerialization.jsonObject(with: Data(ofCCV.body.utf8))
            #expect((json as? [[String: String]])?.first?["description"]?.count == 3 << 20)
            let ofTwinfield = await sandbox.client.send("POST", "/webservices/finder.asmx")
            #expect(ofTwinfield.body.hasSuffix("</soap:Envelope>"))
            #expect(ofTwinfield.header("Content-Length") == "\(ofTwinfield.body.utf8.count)")
        }
    }

    @Test("Faults are set and taken away while it runs, and never meet the admin address")
    func faultsWhileRunning() async throws {
        try await RunningSandbox.with { sandbox in
            _ = try await sandbox.admin("POST", "/faults", #"["any:503","method:502@2"]"#)
            #expect(await sandbox.client.send("GET", "/api/v1/method").status == 503)
            let shown = try await sandbox.admin("GET", "/faults")
            let met = (shown["faults"] as? [[String: Any]] ?? []).map { $0["met"] as? Int }
            #expect(met == [1, 0])
            _ = try await sandbox.admin("DELETE", "/faults/1")
            #expect(await sandbox.client.send("GET", "/api/v1/method").status == 502)
            _ = try await sandbox.admin("DELETE", "/faults")
            #expect(await sandbox.client.send("GET", "/api/v1/method").status == 401)
        }
    }

    @Test("Credits of a minute run out with the headers of the reference")
    func creditsRunOut() async throws {
        try await RunningSandbox.with(creditsPerMinute: 2) { sandbox in
            for status in [400, 400, 429] {
                let answer = await sandbox.client.send(
                    "POST", "/webservices/finder.asmx", headers: ["Content-Type": "text/xml"],
                    body: "<")
                #expect(answer.status == status)
                guard status == 429 else { continue }
                #expect(answer.header("X-RateLimit-Limit") == "2")
                #expect(answer.header("Retry-After") != nil)
            }
        }
    }
}
