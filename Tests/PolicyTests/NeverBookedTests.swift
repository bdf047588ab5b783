import DomainModel
import RuleEngine
import Testing

@Suite("What a careful accountant would not let a machine book")
struct NeverBookedTests {
    /// A payment of 119.00 and the sales it meets: invoice number, description, amount, customer.
    struct Case: Sendable, CustomTestStringConvertible {
        typealias Sale = (invoice: String, text: String?, open: String, customer: String)
        var testDescription: String
        var order: String?
        var text: String?
        var sales: [Sale]

        init(_ order: String?, _ text: String?, _ sales: Sale...) {
            testDescription = "\(order ?? "-") | \(text ?? "-") of \(sales.map(\.invoice))"
            (self.order, self.text, self.sales) = (order, text, sales)
        }
    }

    private static func sale(
        _ invoice: String, _ text: String? = nil, _ open: String = "119.00",
        of customer: String = "A"
    ) -> Case.Sale {
        (invoice, text, open, customer)
    }

    @Test(
        "because a nearer sale has another amount, or the number is of another order",
        arguments: [
            Case("Order 1001", nil, sale("Factuur 1001"), sale("Order 1001", nil, "60.00")),
            Case("1001", nil, sale("Factuur 1001"), sale("Order 1001", nil, "60.00")),
            Case("1001", nil, sale("2002", "1001"), sale("1001", nil, "60.00", of: "B")),
            Case("1001", nil, sale("2002", "1001"), sale("1001", nil, "0.00", of: "B")),
            Case(
                "Order 81652", nil, sale("81652", "Order 706689"), sale("98", "Order 81652", "7.00")
            ),
            Case("Order 4534742", nil, sale("4534742", "Order 10878")),
            Case("1001", nil, sale("1001", "Order 4055")),
        ])
    func nearer(_ numbers: Case) throws { try check(numbers) }

    @Test(
        "because the sale names it as something else",
        arguments: [
            Case("1001", nil, sale("2002", "Creditering factuur 1001")),
            Case("1001", nil, sale("2002", "Herinnering order 1001")),
            Case("1001", nil, sale("2002", "Herinneringskosten factuur 1001")),
            Case("1001", nil, sale("2002", "Retour van uw order 1001")),
            Case("1001", nil, sale("2002", "order 1001 en order 1003")),
            Case("1234", nil, sale("2002", "Order 1234 AB Utrecht")),
            Case("1234", nil, sale("2002", "Klant #1234")),
            Case("1001", nil, sale("1001"), sale("CN1", "Creditering 1001", "-119.00")),
            Case("1001", nil, sale("1001"), sale("CN1", "1001 geannuleerd", "-119.00")),
            Case("1001", nil, sale("2002", "Order 1001"), sale("CN1", "Factuur 2002", "-119.00")),
            Case("1001", nil, sale("1001"), sale("01001", nil, "-119.00")),
        ])
    func named(_ numbers: Case) throws { try check(numbers) }

    @Test(
        "because the payment names two numbers",
        arguments: [
            "order 1001 t/m 1005", "order 1001 tot en met 1005", "order 1001 - 1005",
            "factuur 1001 of 1002", "factuur 1001 plus 1002", "order 1001 en 88002",
            "niet factuur 1001 maar 1002", "Facturen 1001, 1002", "Bestelling 1001 samen met 1002",
            "Order 1001 & nr 1002", "Ordernummers 1001 1002", "Order １００１ en １００２",
        ])
    func several(_ text: String) throws {
        try check(Case(nil, text, Self.sale("1001")))
        try check(Case("1001", text, Self.sale("1001")))
    }

    @Test(
        "because the digits are something else",
        arguments: [
            ("Bestelling 19-11", "19-11"), ("Bestelling 19-11-2026", "19-11-2026"),
            ("Order 12:30", "12:30"), ("Order 0612345678", "0612345678"),
            ("Order 1234 AB Utrecht", "1234"), ("Order 119,00", "119,00"),
            ("Order 100 euro", "100"), ("Bestelling 50% korting", "50"),
            ("Bestelling 3 stuks", "3"), ("Bestelling 12 flessen wijn", "12"),
            ("Bestelling 1 van 3", "1"), ("Bestelling 738 kg", "738"),
            ("Klant #1234", "1234"), ("Tafel #12", "12"), ("Order klant #1234", "1234"),
            ("Kortingscode #74408576", "74408576"), ("20261119", "20261119"), ("Order 000", "000"),
            ("Factuur 2026 17", "2026"), ("factuur 1001 2026", "1001"),
        ])
    func lookAlike(_ text: String, _ invoice: String) throws {
        try check(Case(nil, text, Self.sale(invoice)))
    }

    @Test(
        "because signs add to a number or part two",
        arguments: [
            ("1001-1", "10011"), ("2026-1", "20261"), ("WEB-1-11", "WEB-111"),
            ("WEB-10-01", "WEB-1001"), ("1001,1002", "10011002"), ("1001 1002", "10011002"),
            ("1001&1002", "10011002"), ("63856+7701", "638567701"), ("2729 / 56569", "272956569"),
            ("5951 76220", "595176220"), ("10.01", "1001"),
        ])
    func signs(_ number: String, _ invoice: String) throws {
        try check(Case(number, nil, Self.sale(invoice)))
        try check(Case(invoice, nil, Self.sale(number)))
    }

    @Test("because the shop filled in a word", arguments: ["Order", "test", "n.v.t.", "Onbekend"])
    func words(_ word: String) throws { try check(Case(word, nil, Self.sale(word))) }

    @Test("because the address is that of another customer with the same number")
    func customers() throws {
        var payment = LabelledPayment(reference: "C1", order: "1001", text: nil)
        payment.email = "b@x.nl"
        var sales = ["A", "B"].map { LabelledSale(number: $0, customer: $0, invoice: "1001") }
        sales[1].open = "60.00"
        sales[1].emails = ["b@x.nl"]
        let engine = try Policy().decide(payments: [payment], sales: sales)
        #expect(engine.verdicts[0].outcome.word == "review")
    }

    private func check(_ numbers: Case) throws {
        let payment = LabelledPayment(reference: "C1", order: numbers.order, text: numbers.text)
        let sales = numbers.sales.enumerated().map { index, sale in
            var made = LabelledSale(
                number: "\(index)", customer: sale.customer, invoice: sale.invoice)
            (made.text, made.open) = (sale.text, sale.open)
            return made
        }
        let engine = try Policy().decide(payments: [payment], sales: sales)
        #expect(engine.verdicts[0].outcome.word != "book")
    }
}
