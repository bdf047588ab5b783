import ByteText
import DomainModel
import Testing

@testable import RuleEngine

@Suite("A sale that cannot be paid")
struct EligibilityTests {
    /// What is wrong with the sale, the outcome, and the word for it in the decision.
    struct Case: Sendable, CustomTestStringConvertible {
        var word: String
        var outcome = "wait no_sale_yet"
        var change: @Sendable (inout SaleRecord) -> Void
        var testDescription: String { word + " → " + outcome }
    }

    @Test(
        "is not booked on, and the decision says why",
        arguments: [
            Case(word: "closed", outcome: "review already_paid") { $0.matchStatus = "matched" },
            Case(word: "closed", outcome: "review already_paid") { $0.open = "0.00" },
            Case(word: "not_matchable") { $0.matchStatus = "proposed" },
            Case(word: "not_matchable") { $0.matchStatus = "notmatchable" },
            Case(word: "credit") { $0.open = "-119.00" },
            Case(word: "status") { $0.status = "draft" },
            Case(word: "office") { $0.office = "NLA002" },
            Case(word: "currency", outcome: "error currency_differs") { $0.currency = "USD" },
            Case(word: "account") { $0.account = "1310" },
            Case(word: "daybook") { $0.code = "INK" },
            Case(word: "dated") { $0.date = "20261010" },
        ])
    func notBooked(_ sale: Case) throws {
        let world = World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [SaleRecord().with(sale.change)])
        let decided = try world.decide()
        #expect(try decided.outcome() == sale.outcome)
        #expect(try decided.sale() == nil)
        #expect(try decided.obstacles().contains(sale.word))
        #expect(try !decided.sentences().isEmpty)
    }

    @Test(
        "names its obstacle in a reason",
        arguments: [
            (Case(word: "draft") { $0.status = "draft" }, "status is not one of"),
            (Case(word: "credit") { $0.open = "-119.00" }, "a credit"),
            (Case(word: "account") { $0.account = "1310" }, "accounts.debtors"),
            (Case(word: "dated") { $0.date = "20261010" }, "match.sale_dated"),
        ])
    func reason(_ sale: Case, _ part: String) throws {
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [SaleRecord().with(sale.change)]
        ).decide()
        #expect(try decided.decision().reasons.map(\.code).contains("sale_not_eligible"))
        #expect(try decided.sentences().contains(part))
    }

    @Test(
        "gives way to one that can",
        arguments: [
            Case(word: "matched") { $0.matchStatus = "matched" },
            Case(word: "draft") { $0.status = "draft" },
            Case(word: "currency") { $0.currency = "USD" },
            Case(word: "account") { $0.account = "1310" },
            Case(word: "dated") { $0.date = "20200101" },
        ])
    func otherSaleFits(_ sale: Case) throws {
        let bad = SaleRecord(number: "202600001").with(sale.change)
        for sales in [[bad, SaleRecord()], [SaleRecord(), bad]] {
            let decided = try World(
                payments: [PaymentRecord(order: "WEB-17")], sales: sales
            ).decide()
            #expect(try decided.sale() == "202600017")
            #expect(try decided.decision().reasons.isEmpty)
        }
    }

    @Test(
        "is one whose status the rules do not name",
        arguments: [
            ("temporary", "book"), ("final", "wait no_sale_yet"), (nil, "wait no_sale_yet"),
        ] as [(String?, String)])
    func statuses(_ status: String?, _ outcome: String) throws {
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17")],
            sales: [SaleRecord().with { $0.status = status }],
            rules: [("sale_is: [provisional, final]  ", "sale_is: [provisional]")]
        ).decide()
        #expect(try decided.outcome() == outcome)
    }

    @Test("has no debtor code, as a browse answer may have it")
    func withoutCustomer() throws {
        let world = World(payments: [PaymentRecord(order: "WEB-17")], sales: [SaleRecord()])
        var items = try world.itemTable()
        items.rows[0].customer = .absent
        var engine = DecisionEngine(
            rules: try ShippedRules.compile(), payments: try world.paymentTable(), items: items,
            customers: CustomerTable(), asOf: Instant(milliseconds: PaymentRecord.noon))
        engine.run()
        #expect(engine.verdicts[0].outcome == .wait)
        var explainer = engine.explainer()
        #expect(explainer.decision(0).candidates[0].obstacles == .noCustomer)
    }

    @Test("whose account is not known is on the only debtors' account, or on none")
    func accountUnknown() throws {
        var world = World(
            payments: [PaymentRecord(order: "WEB-17")],
            sales: [SaleRecord().with { $0.account = nil }])
        #expect(try world.decide().entry().lines[1].account == "1300")
        world.rules = [("debtors: [\"1300\"]", "debtors: [\"1300\", \"1310\"]")]
        #expect(try world.decide().outcome() == "wait no_sale_yet")
        #expect(try world.decide().obstacles() == ["account"])
        world.sales[0].account = "1310"
        #expect(try world.decide().entry().lines[1].account == "1310")
    }

    @Test(
        "is paid in part: the open amount counts, not the whole",
        arguments: [
            ("59.50", "book"), ("119.00", "review amount_differs"),
            ("59.49", "review amount_differs"), ("59.51", "review amount_differs"),
        ])
    func partlyPaid(_ amount: String, _ outcome: String) throws {
        let sale = SaleRecord(value: "119.00", open: "59.50")
        let payment = PaymentRecord(amount: amount, order: "WEB-17")
        let decided = try World(payments: [payment], sales: [sale]).decide()
        #expect(try decided.outcome() == outcome)
    }

    @Test(
        "is dated outside the window, of which both ends are included",
        arguments: [
            ("20261010", "wait no_sale_yet"), ("20261011", "book"), ("20261110", "book"),
            ("20261210", "book"), ("20261211", "wait no_sale_yet"),
        ])
    func window(_ date: String, _ outcome: String) throws {
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17")],
            sales: [SaleRecord().with { $0.date = date }]
        ).decide()
        #expect(try decided.outcome() == outcome)
    }
}
