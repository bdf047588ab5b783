import Foundation
import ProgramSupport
import Testing

@Suite("ccvmap serve", .serialized)
struct ServeTests {
    @Test("Over a real ledger: every page, a choice, a refusal and a choice that is booked")
    func pages() async throws {
        let shop = try Shop()
        try await shop.connect()
        _ = try shop.run("run")
        let talk = try shop.place.talk(
            ["serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml"])
        let address = try #require(try talk.line().split(separator: " ").last.map(String.init))
        #expect(address.hasPrefix("http://127.0.0.1:"))
        let link = try #require(try talk.line().split(separator: " ").last.map(String.init))
        let entry = DashboardEntry()
        _ = try await entry.accept(link, name: "Anna")
        for path in [
            "", "open", "te-beoordelen", "rapportage", "fouten", "betalingen", "configuratie",
        ] {
            let (status, text) = try await entry.page(address + path)
            #expect(status == 200, "\(path)")
            #expect(text.contains("webshop"), "\(path)")
        }
        let review = try Self.reference(shop, "several_fit")
        let page = "betaling?verbinding=webshop&id=" + review
        let (_, text) = try await entry.page(address + page)
        #expect(text.contains("Jansen") || text.contains("D00000"))
        let (_, card) = try await entry.page(address + page + "&kaart=ja")
        #expect(card.contains("Verkopen, de naaste eerst"))

        let fields = [
            "bewijs": DashboardEntry.value("bewijs", in: text),
            "bon": DashboardEntry.value("bon", in: text),
            "verbinding": "webshop", "id": review, "keuze": "kies",
            "verkoop": "VRK/202600018/1", "waarom": "klant belde",
        ]
        let chosen = try await entry.post(address, "acties/kies", fields)
        #expect(chosen.contains("de volgende run gaat ermee verder"))
        #expect(try shop.run("payments", "show", review, "--json").text.contains("\"due\""))
        _ = try shop.run("run")
        #expect(try shop.run("payments", "show", review, "--json").text.contains("\"reconciled\""))

        // What is in the books is not chosen again, whatever a form says.
        var again = fields
        again["bon"] = "0123456789abcdef01234567"
        let refused = try await entry.post(address, "acties/kies", again)
        talk.askToStop()
        let end = try talk.end()
        #expect(refused.contains("is in the books"), "\(end.errors)")
        #expect(end.code == 0)
    }

    @Test("An address that others can reach is refused, with what to type")
    func foreignAddress() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        for host in ["0.0.0.0", "192.168.1.10", "[::]", "books.example"] {
            let run = try place.run([
                "serve", "--config", "books/ccvmap.yaml", "--set",
                "dashboard.address=\(host):8080",
            ])
            #expect(run.code == 2, "\(host)")
            #expect(run.errors.contains("127.0.0.1:8080"), "\(run.errors)")
        }
    }

    @Test("A port in use is said in words")
    func portInUse() throws {
        let place = try Workplace()
        try place.run(["init", "books"]).mustHaveWorked()
        let talk = try place.talk(
            ["serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml"])
        let port = try #require(try talk.line().split(separator: ":").last?.dropLast())
        let run = try place.run(
            ["serve", "--pages-only", "--port", String(port), "--config", "books/ccvmap.yaml"])
        #expect(run.code == 1)
        #expect(run.errors.contains("--port 8090"), "\(run.errors)")
        talk.askToStop()
        #expect(try talk.end().code == 0)
    }

    private static func reference(_ shop: Shop, _ code: String) throws -> String {
        let listed = try shop.run("payments", "--json", "--code", code).text
        let mark = try #require(listed.firstRange(of: #""reference":""#), "\(code)")
        return String(listed[mark.upperBound...].prefix { $0 != "\"" })
    }
}
