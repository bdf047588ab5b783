import Foundation
import Sandbox
import Testing

@Suite("The server of the sandbox")
struct SandboxServerTests {
    @Test("The line on stdout has the keys that other programs rely on")
    func lineOnStdout() async throws {
        try await RunningSandbox.with { sandbox in
            let line = sandbox.addresses.line
            #expect(!line.contains("\n"))
            let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
            let found = try #require(json)
            #expect(
                Set(found.keys) == [
                    "ccv", "twinfield", "admin", "api_key", "client_id", "client_secret", "office",
                ])
            #expect(found["ccv"]?.hasSuffix("/api/v1") == true)
            #expect(found["twinfield"]?.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+/) != nil)
            #expect(found["api_key"]?.wholeMatch(of: /l_[0-9a-f]{40}/) != nil)
        }
    }

    @Test("Each post gets a number of its own, also when many come at once")
    func postsAtOnce() async throws {
        try await RunningSandbox.with { sandbox in
            let token = try await sandbox.token()
            let before = try await sandbox.memoNumbers().count
            await withTaskGroup(of: Void.self) { group in
                for number in 1...16 {
                    group.addTask {
                        let answer = await sandbox.post("\(number).00", token: token)
                        #expect(answer.status == 200)
                    }
                }
            }
            let numbers = try await sandbox.memoNumbers()
            #expect(Set(numbers).count == before + 16)
            let check = try await sandbox.admin("GET", "/books/check")
            #expect(check["sound"] as? Bool == true)
        }
    }

    @Test("The header Date follows the clock of the sandbox")
    func dateFollowsClock() async throws {
        try await RunningSandbox.with { sandbox in
            _ = try await sandbox.admin("POST", "/clock", #"{"speed":0}"#)
            _ = try await sandbox.admin("POST", "/clock", #"{"set":"2026-12-24T18:00:00Z"}"#)
            let answer = await sandbox.client.send("GET", "/admin/clock")
            #expect(answer.header("Date") == "Thu, 24 Dec 2026 18:00:00 GMT")
            #expect(answer.body.contains("2026-12-24T18:00:00Z"))
        }
    }

    @Test("It answers by names of this machine only")
    func otherHostsAreRefused() async throws {
        try await RunningSandbox.with { sandbox in
            for (host, status) in [
                ("localhost:80", 200), ("127.0.0.1", 200), ("[::1]:80", 200),
                ("bank.example", 403), ("127.0.0.1.bank.example", 403),
            ] {
                let answer = await sandbox.client.send("GET", "/admin", headers: ["Host": host])
                #expect(answer.status == status, "\(host)")
            }
        }
    }

    @Test("An answer to HEAD has a length and no body")
    func headHasNoBody() async throws {
        try await RunningSandbox.with { sandbox in
            let head = await sandbox.client.send("HEAD", "/admin")
            let whole = await sandbox.client.send("GET", "/admin")
            #expect(head.body.isEmpty)
            #expect(head.header("Content-Length") == whole.header("Content-Length"))
        }
    }

    @Test("An answer says that it closes the connection when the request asks for that")
    func connectionIsClosed() async throws {
        try await RunningSandbox.with { sandbox in
            let closed = await sandbox.client.send("GET", "/admin")
            #expect(closed.header("Connection") == "close")
        }
    }

    @Test("Books, tokens, moods and clock survive a restart, and faults do not")
    func stateSurvives() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ccvmap-sandbox-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (token, first) = try await RunningSandbox.with(
            faults: "match:503", directory: folder
        ) { sandbox in
            let token = try await sandbox.token()
            _ = await sandbox.post("10.00", token: token)
            _ = try await sandbox.admin("POST", "/moods", #"{"language":"en","pageSize":7}"#)
            _ = try await sandbox.admin(
                "POST", "/clock", #"{"set":"2026-11-20T09:30:00Z","speed":0}"#)
            return (token, try await sandbox.memoNumbers())
        }
        try await RunningSandbox.with(directory: folder) { sandbox in
            #expect(try await sandbox.memoNumbers() == first)
            #expect(await sandbox.post("11.00", token: token).status == 200)
            #expect(try await sandbox.memoNumbers().count == first.count + 1)
            let moods = try await sandbox.admin("GET", "/moods")
            #expect((moods["ccv"] as? [String: Any])?["pageSize"] as? Int == 7)
            #expect((moods["twinfield"] as? [String: Any])?["language"] as? String == "en")
            let clock = try await sandbox.admin("GET", "/clock")
            #expect(clock["now"] as? String == "2026-11-20T09:30:00Z")
            let faults = try await sandbox.admin("GET", "/faults")
            #expect((faults["faults"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("A folder with another shop is refused")
    func otherShopIsRefused() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ccvmap-sandbox-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await RunningSandbox.with(directory: folder) { _ in }
        var options = SandboxOptions()
        options.directory = folder
        options.seed = 2
        let fault = #expect(throws: SandboxFault.self) { try SandboxServer(options) }
        #expect(fault?.message.contains("holds a sandbox of seed 1 with the small shop") == true)
        #expect(fault?.isUsage == true)
    }

    @Test("A mood for some requests ends with them")
    func moodForSomeRequests() async throws {
        try await RunningSandbox.with(faults: "post:mood(warnsOnPost=true)@1") { sandbox in
            let token = try await sandbox.token()
            let before = try await sandbox.memoNumbers()
            let warned = await sandbox.post("10.00", token: token)
            #expect(warned.body.contains("msgtype=&quot;warning&quot;"))
            #expect(try await sandbox.memoNumbers() == before)
            let booked = await sandbox.post("10.00", token: token)
            #expect(!booked.body.contains("msgtype"))
            #expect(try await sandbox.memoNumbers().count == before.count + 1)
        }
    }
}
