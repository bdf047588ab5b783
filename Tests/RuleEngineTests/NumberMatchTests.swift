import Testing

@testable import RuleEngine

@Suite("The order number of a payment and of a sale")
struct NumberMatchTests {
    /// The texts of a payment and of a sale of the same amount, and the outcome.
    struct Case: Sendable, CustomTestStringConvertible {
        var order: String?
        var description: String?
        var invoice: String
        var saleText: String?
        var outcome: String

        init(
            _ order: String?, _ description: String?, _ invoice: String, _ saleText: String?,
            _ outcome: String
        ) {
            self.order = order
            self.description = description
            self.invoice = invoice
            self.saleText = saleText
            self.outcome = outcome
        }

        var testDescription: String {
            "\(order ?? "-") | \(description ?? "-") = \(invoice) | \(saleText ?? "-") → \(outcome)"
        }
    }

    @Test(
        "are the same when only case, signs, digits of a script or words in front differ",
        arguments: [
            Case("WEB-17", nil, "WEB-17", nil, "book"),
            Case("web-17", nil, "WEB-17", nil, "book"),
            Case("WEB17", nil, "WEB-17", nil, "book"),
            Case(" WEB 17 ", nil, "WEB-17", nil, "book"),
            Case("WEB–17", nil, "WEB-17", nil, "book"),
            Case("WEB\u{2011}17", nil, "WEB-17", nil, "book"),
            Case("WEB\u{00A0}17", nil, "WEB-17", nil, "book"),
            Case("ＷＥＢ－１７", nil, "WEB-17", nil, "book"),
            Case("WEB-١٧", nil, "WEB-17", nil, "book"),
            Case("WEB-१७", nil, "WEB-17", nil, "book"),
            Case("WEB-1\u{200B}7", nil, "WEB-17", nil, "book"),
            Case("CAFÉ-17", nil, "CAFE\u{301}-17", nil, "book"),
            Case("#1017", nil, "1017", nil, "book"),
            Case("Order 1017", nil, "1017", nil, "book"),
            Case("1017", nil, "Factuur 1017", nil, "book"),
            Case("Bestelling #1017", nil, "Order 1017", nil, "book"),
            Case("bestelling nr. 1017", nil, "1017", nil, "book"),
            Case("Ordernummer: 1017", nil, "1017", nil, "book"),
            Case("Order1017", nil, "1017", nil, "book"),
            Case("1017", nil, "Factuur1017", nil, "book"),
        ])
    func harmless(_ numbers: Case) throws { try check(numbers) }

    @Test(
        "are read in the description too",
        arguments: [
            Case(nil, "Bestelling WEB-17", "WEB-17", nil, "book"),
            Case(nil, "WEB-17", "WEB-17", nil, "book"),
            Case(nil, "Uw bestelling #1017 bij Café Zuid", "1017", nil, "book"),
            Case(nil, "Order WEB-17, met dank", "WEB-17", nil, "book"),
            Case("WEB-17", "WEB-17", "WEB-17", nil, "book"),
            Case("WEB-17", "Bestelling web 17", "WEB-17", nil, "book"),
            Case("WEB-17", "Bestelling für Müller", "WEB-17", nil, "book"),
            Case("WEB-17", "Order één van drie", "WEB-17", nil, "book"),
            Case("WEB-17", "Dank voor uw aankoop op 10-11-2026", "WEB-17", nil, "book"),
            Case("ORD 2026 0017", "Bestelling ORD 2026 0017", "ORD 2026 0017", nil, "book"),
            Case("2026 0017", "Bestelling 2026 0017", "2026 0017", nil, "book"),
            Case("注文 2026 0017", "Order 注文 2026 0017", "注文 2026 0017", nil, "book"),
            Case("webshop", "Bestelling WEB-17", "WEB-17", nil, "book"),
            // The sale names it in its description only.
            Case("WEB-17", nil, "202600017", "Bestelling WEB-17", "book"),
            Case("WEB-17", nil, "202600017", "WEB-17", "book"),
            Case("WEB-17", nil, "", "Order WEB-17", "book"),
            // Without a word in front a number in free text is a hint.
            Case("WEB-17", nil, "202600017", "Levering aan Jansen WEB-17", "review weak_evidence"),
            Case(nil, "Betaald door Jansen WEB-17", "WEB-17", nil, "review weak_evidence"),
        ])
    func inDescriptions(_ numbers: Case) throws { try check(numbers) }

    @Test(
        "disagree within the payment: then a person decides",
        arguments: [
            Case("WEB-17", "Bestelling WEB-18", "WEB-17", nil, "review numbers_disagree"),
            Case("WEB-17", "WEB-18", "WEB-17", nil, "review numbers_disagree"),
            Case(
                "WEB-17", "Order WEB-17 en order WEB-18", "WEB-17", nil, "review numbers_disagree"),
            Case(nil, "Order WEB-17 en order WEB-18", "WEB-17", nil, "review numbers_disagree"),
            Case("1234", "Bestelling 11234", "1234", nil, "review numbers_disagree"),
            Case("2025", "Bestelling 2025-11", "2025", nil, "review numbers_disagree"),
            Case("2025 11", "Bestelling 2025 11-2", "2025 11", nil, "review numbers_disagree"),
            Case("2025 11", "Bestelling 2025 112", "2025 11", nil, "review numbers_disagree"),
        ])
    func disagreement(_ numbers: Case) throws { try check(numbers) }

    @Test(
        "are never the same when one is only a part of the other",
        arguments: [
            Case("1234", nil, "11234", nil, "wait no_sale_yet"),
            Case("1234", nil, "12340", nil, "wait no_sale_yet"),
            Case("11234", nil, "1234", nil, "wait no_sale_yet"),
            Case("12340", nil, "1234", nil, "wait no_sale_yet"),
            Case("1234", nil, "WEB-1234", nil, "wait no_sale_yet"),
            Case("WEB-1234", nil, "1234", nil, "wait no_sale_yet"),
            Case("WEB-1001", nil, "POS-1001", nil, "wait no_sale_yet"),
            Case("ORDER-1001", nil, "1001", nil, "wait no_sale_yet"),
            Case("2025-11", nil, "202-511", nil, "wait no_sale_yet"),
            Case("2025-11", nil, "2025-1-1", nil, "wait no_sale_yet"),
            Case("1001", nil, "1001-2", nil, "wait no_sale_yet"),
            Case("1001a", nil, "1001b", nil, "wait no_sale_yet"),
            Case("WEB-17", nil, "202600017", "Bestelling WEB-171", "wait no_sale_yet"),
        ])
    func parts(_ numbers: Case) throws { try check(numbers) }

    private func check(_ numbers: Case) throws {
        let payment = PaymentRecord(order: numbers.order, description: numbers.description)
        let sale = SaleRecord(invoice: numbers.invoice, description: numbers.saleText)
        let decided = try World(payments: [payment], sales: [sale]).decide()
        let why = try decided.sentences()
        #expect(try decided.outcome() == numbers.outcome, "\(why)")
    }

    @Test(
        "may differ in leading zeros and gaps when one sale is left",
        arguments: [
            ("1017", ["001017"], "book"), ("001017", ["1017"], "book"),
            ("WEB-0017", ["WEB-17"], "book"), ("20261017", ["2026-1017"], "book"),
            ("1017", ["001017", "01017"], "review weak_evidence"),
            // The number itself is better than the one with zeros.
            ("1017", ["001017", "1017"], "book"),
            ("1017", ["10170"], "wait no_sale_yet"),
        ])
    func leadingZeros(_ order: String, _ invoices: [String], _ outcome: String) throws {
        let sales = invoices.enumerated().map { index, invoice in
            SaleRecord(number: "\(index)", invoice: invoice)
        }
        for sales in [sales, sales.reversed()] {
            let decided = try World(payments: [PaymentRecord(order: order)], sales: sales).decide()
            #expect(try decided.outcome() == outcome)
            if outcome == "book", invoices.count > 1 {
                #expect(try decided.sale() == "\(invoices.firstIndex(of: order) ?? -1)")
            }
        }
    }

    @Test(
        "are equal, and the amount is not",
        arguments: [
            ("119.01", "more than"), ("118.99", "less than"), ("0.01", "less than"),
            ("11900.00", "more than"),
        ])
    func amounts(_ amount: String, _ words: String) throws {
        let payment = PaymentRecord(amount: amount, order: "WEB-17")
        let decided = try World(payments: [payment], sales: [SaleRecord()]).decide()
        #expect(try decided.outcome() == "review amount_differs")
        #expect(try decided.sentences().contains(words))
    }

    @Test("go without effect when the rules look elsewhere")
    func fieldsOfRules() throws {
        let payment = PaymentRecord(order: "WEB-17", description: "Order 99")
        let edit: ShippedRules.Edit = (
            "in_payment: [merchant_order_reference, description]", "in_payment: [description]"
        )
        let world = World(payments: [payment], sales: [SaleRecord()], rules: [edit])
        #expect(try world.decide().outcome() == "wait no_sale_yet")
        let sale = SaleRecord(invoice: "99", description: "WEB-17")
        let second = World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [sale],
            rules: [("in_sale: [invoicenumber, description]", "in_sale: [invoicenumber]")])
        #expect(try second.decide().outcome() == "wait no_sale_yet")
    }
}
