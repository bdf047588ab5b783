import Foundation
import ProgramSupport
import Testing

@Suite("connect, status and disconnect against the sandbox")
struct ConnectionTests {
    @Test("A newcomer connects both services, and status says so")
    func connects() async throws {
        let shop = try Shop()
        let before = try shop.run("status", "--json")
        #expect(before.code == 1)
        #expect(before.text.contains(#""state":"not_connected""#))
        let key = try shop.run("connect", "ccv", input: "  \(shop.sandbox.addresses.apiKey) \n")
        #expect(key.code == 0, "\(key.errors)")
        #expect(key.text.hasPrefix("connected to CCV: live key, methods: "))
        try await shop.connectTwinfield()
        let after = try shop.run("status", "--json")
        #expect(after.code == 0, "\(after.text) \(after.errors)")
        #expect(after.text.contains(#""ccv":{"state":"connected","since":"#))
        #expect(after.text.contains(#""office":"NLA001""#))
    }

    @Test("The redirect is waited for, and the address stands alone on stdout")
    func listens() async throws {
        let shop = try Shop()
        let talk = try shop.place.talk(
            ["connect", "twinfield", "--config", "books/ccvmap.yaml"])
        try talk.say(shop.sandbox.addresses.clientSecret + "\n")
        let address = try talk.line()
        #expect(address.hasPrefix(shop.sandbox.addresses.twinfield + "/auth/authentication/"))
        // A stranger's visit is turned away, and the waiting goes on.
        let stranger = try await shop.sandbox.open(shop.redirect + "?code=x&state=other")
        #expect(stranger.contains("Niet verbonden"))
        let page = try await shop.sandbox.open(try await shop.sandbox.consent(address))
        #expect(page.contains("Verbonden met Twinfield"))
        let run = try talk.end()
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.text.contains("connected to Twinfield: office NLA001 "))
    }

    @Test("What is refused says why, and stores nothing")
    func refused() async throws {
        let shop = try Shop()
        let key = try shop.run("connect", "ccv", input: "l_wrong\n")
        #expect(key.code == 1)
        #expect(key.errors.contains("help: "))
        let none = try shop.run("connect", "ccv", input: "\n")
        #expect(none.code == 2)
        let denied = try await shop.paste {
            try await shop.sandbox.consent($0, decision: "refuse")
        }
        #expect(denied.code == 1)
        #expect(denied.errors.contains("access_denied"))
        let secret = try await shop.paste(secret: "wrong-secret-value") {
            try await shop.sandbox.consent($0)
        }
        #expect(secret.code == 1)
        #expect(!secret.errors.contains("wrong-secret-value"))
        #expect(!shop.place.contents.contains("books/ccvmap.secrets"))
        #expect(try shop.run("status").code == 1)
    }

    @Test("A login that ended is expired, a service that is away is unreachable")
    func states() async throws {
        let shop = try Shop()
        try await shop.connect()
        try await shop.sandbox.act("/tokens/revoke", "{}")
        let expired = try shop.run("status", "--json")
        #expect(expired.code == 1)
        #expect(expired.text.contains(#""twinfield":{"state":"expired""#), "\(expired.text)")
        try shop.place.edit(
            "books/ccvmap.yaml", shop.sandbox.addresses.ccv, "http://127.0.0.1:9/api/v1")
        let away = try shop.run("status", "--json")
        #expect(away.text.contains(#""ccv":{"state":"unreachable""#), "\(away.text)")
    }

    @Test("disconnect forgets, of one service or of both")
    func forgets() async throws {
        let shop = try Shop()
        try await shop.connect()
        #expect(try shop.run("disconnect", "ccv").code == 0)
        let half = try shop.run("status", "--json").text
        #expect(half.contains(#""ccv":{"state":"not_connected""#))
        #expect(half.contains(#""twinfield":{"state":"connected""#))
        #expect(try shop.run("disconnect").code == 0)
        #expect(try shop.run("open-items").errors.contains("ccvmap connect twinfield"))
    }

    @Test("No secret stands in any file or message")
    func secrets() async throws {
        let shop = try Shop()
        try await shop.connect()
        var texts: [String] = []
        for arguments in [["status"], ["doctor"], ["fetch"], ["open-items"], ["dry-run"]] {
            let run = try shop.place.run(arguments + ["--config", "books/ccvmap.yaml"])
            texts += [run.text, run.errors]
        }
        for name in shop.place.contents { texts.append(shop.place.read(name) ?? "") }
        let secrets = [shop.sandbox.addresses.apiKey, shop.sandbox.addresses.clientSecret]
        for secret in secrets { #expect(!texts.contains { $0.contains(secret) }) }
    }
}
