import DomainModel
import LedgerViews
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A search")
struct SearchTests {
    /// C1 pays the sale of Müller, C2 that of de Vries; C3 has no sale.
    private func scene() throws -> Scene {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep(
            [
                .example("C2611A", order: "WEB-2026-17"),
                .example("C2611B", amount: "1234.50", order: "Order #88/á"),
                .example("C2612C", amount: "19.95", order: ""),
            ], in: run)
        var sales = Sales.table([])
        for (number, name) in [("1", "Müller & Zn B.V."), ("2", "Jan de Vries")] {
            Sales.append(number, 11900, name: name, to: &sales)
        }
        try scene.ledger.keep(sales, CustomerTable(), in: run)
        try scene.decide(
            [
                .example("C2611A", sale: "1"), .example("C2611B", sale: "2"),
                .example("C2612C", .waiting, "no_sale_yet"),
            ], in: run)
        return scene
    }

    private func found(_ text: String, _ scene: Scene) throws -> String {
        let page = try scene.views.payments(
            .with {
                $0.search = text
                $0.isDescending = false
            })
        #expect(page.total == page.payments.count && !page.isCut)
        return page.payments.map { String($0.reference.suffix(1)) }.joined()
    }

    @Test(
        "finds the beginning of a reference or order number, customers and amounts",
        arguments: [
            ("C2611A", "A"), ("C261", "ABC"), ("c2612", "C"), (" C2612C ", "C"),
            ("WEB-2026-17", "A"), ("web 2026", "A"), ("web-2026-1", "A"), ("web20261", "A"),
            ("Order #88", "B"), ("order88a", "B"), ("17", ""), ("88", ""), ("2026", ""),
            ("D1", "A"), ("d2", "B"), ("D", "AB"), ("D9", ""),
            ("müller", "A"), ("Muller", "A"), ("MÜLL", "A"), ("zn müller", "A"), ("vries jan", "B"),
            ("jan de", "B"), ("jan mul", ""), ("zn", "A"), ("üller", ""), ("bv", ""),
            ("119,00", "A"), ("119.00", "A"), ("119", "A"), ("1.234,50", "B"), ("1234,5", "B"),
            ("19,95", "C"), ("19,9", ""), ("-119,00", ""), ("0", ""),
        ])
    func kinds(text: String, expected: String) throws {
        let scene = try scene()
        #expect(try found(text, scene) == expected)
    }

    @Test("for nothing, or for what is only blank, shows everything")
    func nothing() throws {
        let scene = try scene()
        #expect(try found("", scene) == "ABC")
        #expect(try found("   ", scene) == "ABC")
    }

    @Test(
        "takes any text for text",
        arguments: [
            "'", "\"", "%", "*", "_", "C2611_", "C26%", "web*", "' OR 1=1 --", "\u{0}", "C26\u{0}",
            "\u{10FFFF}", "; DROP TABLE term;", "NEAR(", "^web", "-", "€", "👩‍👩‍👧", "\n\t",
            String(repeating: "W", count: 100_000), String(repeating: "a b ", count: 10_000),
            String(repeating: "9", count: 400), "99999999999999999999999,99", ",", "1,2,3",
        ])
    func hostile(text: String) throws {
        let scene = try scene()
        let page = try scene.views.payments(.with { $0.search = text })
        let expected = ["C26\u{0}": 3, "\n\t": 3, "\u{0}": 3, "web*": 2, "^web": 2][text] ?? 0
        #expect(page.payments.count == expected, "\(text.prefix(20))")
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("keeps to the filters of the query, in its order and by pages")
    func filtered() throws {
        let scene = try scene()
        func references(_ change: (inout PaymentQuery) -> Void) throws -> [String] {
            var query = PaymentQuery.with { $0.search = "c26" }
            query.limit = 1
            change(&query)
            return try scene.references(query).map { String($0.suffix(1)) }
        }
        #expect(try references { $0.state = .waiting } == ["C"])
        #expect(try references { $0.tab = .open }.count == 3)
        #expect(try references { $0.tab = .errors }.isEmpty)
        #expect(try references { $0.connections = ["other"] }.isEmpty)
        #expect(try references { $0.order = .amount } == ["B", "A", "C"])
        #expect(
            try references {
                $0.order = .amount
                $0.isDescending = false
            } == ["C", "A", "B"])
        #expect(try references { $0.to = CalendarDate(daysSinceEpoch: 20_413) }.isEmpty)
        #expect(try references { $0.to = CalendarDate(daysSinceEpoch: 20_414) }.count == 3)
    }

    @Test("follows an order number and a sale that change, and forgets what was")
    func changes() throws {
        let scene = try scene()
        let run = try scene.run(revision: "sha256:r2")
        try scene.keep([.example("C2611A", order: "NEW-5")], in: run)
        #expect(try found("web2026", scene) == "")
        #expect(try found("new5", scene) == "A")
        #expect(try found("müller", scene) == "A")
        try scene.decide([.example("C2611A", .waiting, "no_sale_yet")], in: run)
        #expect(try found("müller", scene) == "")
        #expect(try found("new5", scene) == "A")
        try scene.decide([.example("C2611A", sale: "2", revision: "sha256:r2")], in: run)
        #expect(try found("vries", scene) == "AB")
        #expect(try scene.ledger.verify().damage == nil)
    }

    @Test("says when it found more than it looked at, but not among few")
    func cut() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep((0..<2100).map { .example("C\($0)", order: "WEB-\($0)") }, in: run)
        try scene.decide([.example("C2099", .failed, "no_sale")], in: run)
        let page = try scene.views.payments(.with { $0.search = "web" })
        #expect(page.isCut && page.total == nil && page.payments.count == 50)
        #expect(page.next != nil)
        let errors = try scene.views.payments(
            .with {
                $0.search = "web"
                $0.tab = .errors
            })
        #expect(errors.payments.map(\.reference) == ["C2099"])
        #expect(!errors.isCut && errors.total == 1)
    }

    @Test(
        "compares letters without accents and case, and digits",
        arguments: [
            ("WEB-17", "web17"), ("Åse Ærø", "aseæro"), ("e\u{301}t\u{e9}", "ete"),
            ("Ünïcödé", "unicode"), ("ß", "ß"), ("日本 1", "日本1"), ("--", ""), ("Ø", "o"),
        ])
    func plain(text: String, expected: String) {
        #expect(SearchTerms.plain(text) == expected)
    }
}
