import Testing

@testable import RuleEngine

@Suite("Several sales or several payments")
struct SeveralSalesTests {
    static let first = SaleRecord(number: "1")
    static let second = SaleRecord(number: "2")

    @Test("two sales that fit are for a person, who reads both names")
    func severalFit() throws {
        for sales in [[Self.first, Self.second], [Self.second, Self.first]] {
            let decided = try World(
                payments: [PaymentRecord(order: "WEB-17")], sales: sales
            ).decide()
            #expect(try decided.outcome() == "review several_fit")
            #expect(
                try decided.sentences()
                    == "2 sales fit: VRK 1 line 1 (invoice WEB-17), VRK 2 line 1 (invoice WEB-17)")
        }
    }

    @Test("two sales in different rows with book are as many that fit")
    func severalRows() throws {
        let sales = [
            Self.first.with { $0.emails = ["jan@x.nl"] }, Self.second,
        ]
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17", email: "jan@x.nl")], sales: sales,
            rules: [
                (
                    "- { amount: equals_open,  order_number: same,      "
                        + "email: [same, not_given], then: book }",
                    """
                    - { amount: equals_open, order_number: same, email: same, then: book }
                        - { amount: equals_open, order_number: same, email: not_given, then: book }
                    """
                )
            ]
        ).decide()
        #expect(try decided.decision().candidates.compactMap(\.row) == [0, 1])
        #expect(try decided.outcome() == "review several_fit")
    }

    @Test("one in a row with book beside others in rows with review is booked")
    func bestRow() throws {
        let sales = [
            Self.first.with { $0.emails = ["kas@x.nl"] },
            Self.second.with { $0.emails = ["jan@x.nl"] },
            SaleRecord(number: "3", open: "120.00"),
        ]
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17", email: "jan@x.nl")], sales: sales
        ).decide()
        #expect(try decided.sale() == "2")
    }

    @Test("a sale is used once: the later payment names the earlier, whatever their order")
    func saleUsed() throws {
        let early = PaymentRecord(reference: "Z", order: "WEB-17")
        let late = PaymentRecord(
            reference: "A", order: "WEB-17", created: PaymentRecord.noon + 1)
        for payments in [[early, late], [late, early]] {
            let decided = try World(payments: payments, sales: [Self.first]).decide()
            #expect(try decided.sale("Z") == "1")
            #expect(try decided.outcome("A") == "review sale_used")
            #expect(try decided.sentences("A").contains("payment Z"))
            #expect(try decided.obstacles("A") == ["used"])
        }
    }

    @Test("of the same moment the smaller reference comes first")
    func sameMoment() throws {
        let payments = ["b", "a", "B"].map { PaymentRecord(reference: $0, order: "WEB-17") }
        let decided = try World(payments: payments, sales: [Self.first]).decide()
        #expect(
            decided.outcomes == ["b: review sale_used", "a: review sale_used", "B: book"])
    }

    @Test("a later payment takes the sale that is left")
    func otherSaleLeft() throws {
        let payments = [
            PaymentRecord(reference: "A", order: "WEB-17"),
            PaymentRecord(reference: "B", order: "WEB-18"),
        ]
        let sales = [Self.first, Self.second.with { $0.invoice = "WEB-18" }]
        let decided = try World(payments: payments, sales: sales).decide()
        #expect(try [decided.sale("A"), decided.sale("B")] == ["1", "2"])
    }

    @Test(
        "a closed sale with the number is for a person at once, in or out of the window",
        arguments: ["20261105", "20260101"])
    func alreadyPaid(_ date: String) throws {
        let closed = Self.first.with {
            $0.matchStatus = "matched"
            $0.open = "0.00"
            $0.date = date
        }
        let decided = try World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [closed], asOf: "2026-11-10T13:00"
        ).decide()
        #expect(try decided.outcome() == "review already_paid")
        #expect(try decided.sentences().contains("VRK 1"))
        let other = try World(payments: [PaymentRecord(order: "WEB-1")], sales: [closed]).decide()
        #expect(try other.outcome() == "wait no_sale_yet")
    }

    @Test("a sale that fits but for its currency is an error, unless another fits")
    func currency() throws {
        let dollars = Self.first.with { $0.currency = "USD" }
        let payment = PaymentRecord(order: "WEB-17")
        let decided = try World(payments: [payment], sales: [dollars]).decide()
        #expect(try decided.outcome() == "error currency_differs")
        let text = try decided.sentences()
        #expect(text.contains("EUR") && text.contains("USD"))
        let both = try World(payments: [payment], sales: [dollars, Self.second]).decide()
        #expect(try both.sale() == "2")
        let inDollars = payment.with { $0.currency = "usd" }
        #expect(try World(payments: [inDollars], sales: [dollars]).decide().outcome() == "book")
    }

    @Test("what fits no row is no candidate to book or review")
    func noRow() throws {
        let payment = PaymentRecord(order: "WEB-17", email: "jan@x.nl")
        let world = World(
            payments: [payment], sales: [Self.first.with { $0.emails = ["kas@x.nl"] }],
            rules: [
                (
                    "    - { amount: equals_open,  order_number: same,      "
                        + "email: differs,           then: review }\n",
                    ""
                )
            ])
        let decided = try world.decide()
        #expect(try decided.outcome() == "wait no_sale_yet")
        #expect(try decided.sentences().contains("fit no row"))
    }
}
