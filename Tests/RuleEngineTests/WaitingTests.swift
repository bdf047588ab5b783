import Testing

@testable import RuleEngine

@Suite("A payment without a sale")
struct WaitingTests {
    @Test(
        "waits until midnight, 14 calendar days after it was paid, where the rules' zone holds",
        arguments: [
            // Paid on 2026-11-10: waits until the 24th begins.
            ("2026-11-10T12:00:00", "2026-11-23T22:59:59.999", "wait no_sale_yet"),
            ("2026-11-10T12:00:00", "2026-11-23T23:00:00.000", "error no_sale"),
            // Paid late on the same day: the same deadline.
            ("2026-11-10T22:59:59.999", "2026-11-23T22:59:59.999", "wait no_sale_yet"),
            ("2026-11-10T22:59:59.999", "2026-11-23T23:00:00.000", "error no_sale"),
            // Over the end of summer time on 2026-10-25.
            ("2026-10-20T12:00:00", "2026-11-02T22:59:59.999", "wait no_sale_yet"),
            ("2026-10-20T12:00:00", "2026-11-02T23:00:00.000", "error no_sale"),
            // Over its begin on 2026-03-29.
            ("2026-03-20T12:00:00", "2026-04-02T21:59:59.999", "wait no_sale_yet"),
            ("2026-03-20T12:00:00", "2026-04-02T22:00:00.000", "error no_sale"),
        ])
    func deadline(_ created: String, _ asOf: String, _ outcome: String) throws {
        let payment = PaymentRecord(order: "WEB-17", created: AmsterdamTime.utc(created))
        #expect(try World(payments: [payment], asOf: asOf).decide().outcome() == outcome)
    }

    @Test("takes period and outcome from the rules")
    func fromRules() throws {
        let world = World(
            payments: [PaymentRecord(order: "WEB-17")], asOf: "2026-11-12T23:00:00",
            rules: [
                (
                    "{ at_most: 14 days, counted_from: payment, then: error }",
                    "{ at_most: 3 days, counted_from: payment, then: review }"
                )
            ])
        #expect(try world.decide().outcome() == "review no_sale")
        #expect(try world.decide().sentences().contains("2026-11-13"))
    }

    @Test("names what it looked for")
    func sentence() throws {
        let decided = try World(payments: [PaymentRecord(order: "WEB-17")]).decide()
        let text = try decided.sentences()
        #expect(
            text.contains("\"WEB-17\"") && text.contains("119.00") && text.contains("2026-11-24"))
        let without = try World(payments: [PaymentRecord()]).decide()
        #expect(try without.sentences().contains("no order number"))
    }

    @Test("is booked however late when its sale is there")
    func lateSale() throws {
        let world = World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [SaleRecord()],
            asOf: "2027-11-10T00:00:00")
        #expect(try world.decide().outcome() == "book")
    }
}
