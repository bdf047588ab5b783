import Foundation
import ProgramSupport
import Testing

@Suite("Payments decided again by the rules of then")
struct RulesOfThenTests {
    /// A shop in which Twinfield refused every entry: the periods were closed.
    private func shop() async throws -> Shop {
        let shop = try Shop()
        let day = Date().addingTimeInterval(-21 * 86_400).formatted(.iso8601.year().month().day())
        try shop.place.edit(
            "books/rules/ccv-twinfield.yaml", "book_from: 2025-01-01", "book_from: \(day)")
        try await shop.connect()
        try await shop.sandbox.act("/books/periods", #"{"closed_through":"2099/12"}"#)
        #expect(try shop.run("run").code == 3)
        try await shop.sandbox.act("/books/periods", #"{"closed_through":null}"#)
        return shop
    }

    /// The refused payments: reference, revision.
    private func refused(_ shop: Shop) throws -> [(reference: String, revision: String)] {
        try shop.run("payments", "--json", "--code", "refused").text.split(separator: "\n")
            .map { (try value("reference", of: $0), try value("revision", of: $0)) }
    }

    private func shown(_ shop: Shop, _ reference: String) throws -> Substring {
        try shop.run("payments", "show", reference, "--json").text[...]
    }

    private func value(_ key: String, of json: Substring) throws -> String {
        let mark = try #require(json.firstRange(of: "\"\(key)\":\""), "\(json)")
        return String(json[mark.upperBound...].prefix { $0 != "\"" })
    }

    /// Other rules: every text of the payment line says so.
    private func changeRules(_ shop: Shop) throws {
        try shop.place.edit(
            "books/templates/memo-payment.yaml", #""{payment.transaction_id} betaling""#,
            #""{payment.transaction_id} nieuw""#)
    }

    @Test("One by the rules of then and one by those of now, each as its person said")
    func each() async throws {
        let shop = try await shop()
        let payments = try refused(shop)
        try #require(payments.count > 2)
        let (old, new) = (payments[0], payments[1])
        #expect(old.revision == new.revision)
        try changeRules(shop)
        let wish = try shop.run(
            "payments", "retry", old.reference, "--rules", "then", "--reason", "hoort bij toen")
        #expect(wish.text == "looked at again by the next run: 1\n", "\(wish.errors)")
        let plain = try shop.run(
            "payments", "retry", new.reference, "--rules", "now", "--reason", "nog eens")
        #expect(plain.code == 0)
        // A run that only decides keeps the wish for the run that books.
        _ = try shop.run("run", "--until", "decided")
        _ = try shop.run("run")
        let then = try shown(shop, old.reference)
        let now = try shown(shop, new.reference)
        #expect(then.contains(#""state":"reconciled""#), "\(then)")
        #expect(now.contains(#""state":"reconciled""#), "\(now)")
        #expect(try value("revision", of: then) == old.revision)
        #expect(try value("revision", of: now) != new.revision)
        #expect(then.contains("by the rules of then"))
        let entries = try await shop.sandbox.look("/books")
        #expect(entries.contains("\(old.reference) betaling"))
        #expect(entries.contains("\(new.reference) nieuw"))

        // Both come out again from what the ledger kept.
        for reference in [old.reference, new.reference] {
            let explained = try shop.run("explain", reference)
            #expect(explained.code == 0, "\(explained.errors)")
            #expect(explained.text.contains("Decision: book"), "\(explained.text)")
            #expect(!explained.errors.contains("another decision"), "\(explained.errors)")
        }
        #expect(try shop.run("explain", old.reference).errors.contains(old.revision))
        #expect(try shop.run("ledger", "verify").code == 0)
    }

    @Test("The dashboard offers both, and what was chosen there is what the next run does")
    func pages() async throws {
        let shop = try await shop()
        let payment = try #require(try refused(shop).first)
        try changeRules(shop)
        let talk = try shop.place.talk(
            ["serve", "--pages-only", "--port", "0", "--config", "books/ccvmap.yaml"])
        let address = try #require(try talk.line().split(separator: " ").last.map(String.init))
        let link = try #require(try talk.line().split(separator: " ").last.map(String.init))
        let entry = DashboardEntry()
        _ = try await entry.accept(link, name: "Anna")
        let page = try await entry.page(
            address + "betaling?verbinding=webshop&id=" + payment.reference)
        #expect(page.text.contains("met de regels van toen"), "\(page.text)")
        let done = try await entry.post(
            address, "acties/verwerk",
            [
                "bewijs": DashboardEntry.value("bewijs", in: page.text),
                "bon": DashboardEntry.value("bon", in: page.text), "verbinding": "webshop",
                "id": payment.reference, "regels": "then", "waarom": "hoort bij toen",
            ])
        #expect(done.contains("de volgende run gaat ermee verder"), "\(done)")
        talk.askToStop()
        #expect(try talk.end().code == 0)
        _ = try shop.run("run")
        let shown = try shown(shop, payment.reference)
        #expect(shown.contains(#""state":"reconciled""#), "\(shown)")
        #expect(try value("revision", of: shown) == payment.revision)
        #expect(shown.contains("hoort bij toen (by the rules of then"))
    }

    @Test("Rules of then that book into another administration decide nothing, and it is said")
    func otherOffice() async throws {
        let shop = try Shop()
        let day = Date().addingTimeInterval(-21 * 86_400).formatted(.iso8601.year().month().day())
        try shop.place.edit(
            "books/rules/ccv-twinfield.yaml", "book_from: 2025-01-01", "book_from: \(day)")
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "office: NLA001", "office: NLA002")
        try await shop.connect()
        let first = try shop.run("run", "--until", "decided", "--json")
        let listed = try shop.run("payments", "--json", "--state", "failed").text
        let line = try #require(
            listed.split(separator: "\n").first, "\(first.text) \(first.errors)")
        let reference = try value("reference", of: line)
        try shop.place.edit("books/rules/ccv-twinfield.yaml", "office: NLA002", "office: NLA001")
        let wish = try shop.run(
            "payments", "retry", reference, "--rules", "then", "--reason", "van toen")
        #expect(wish.code == 0, "\(wish.errors)")
        _ = try shop.run("run")
        let then = try shown(shop, reference)
        #expect(then.contains(#""reason":"rules_unavailable""#), "\(then)")
        #expect(then.contains("book into administration NLA002, and those of now into NLA001"))
        let explained = try shop.run("explain", reference)
        #expect(explained.code == 1)
        // The person thinks better of it.
        _ = try shop.run("payments", "retry", reference, "--reason", "dan maar van nu")
        _ = try shop.run("run")
        #expect(try !shown(shop, reference).contains("rules_unavailable\",\"text"))
        #expect(try shop.run("ledger", "verify").code == 0)
    }
}
