import DomainModel
import Testing

@testable import RuleEngine

@Suite("The texts of an entry")
struct MemoTextTests {
    @Test("are the cells of the manual")
    func manual() throws {
        let payment = PaymentRecord(order: "Order WEB-17")
        let entry = try World(payments: [payment], sales: [SaleRecord()]).decide().entry()
        #expect(entry.office == "NLA001")
        #expect(entry.journal == "MEMO")
        #expect(entry.currency == "EUR")
        #expect(entry.date == "2026-11-10")
        #expect(entry.isProvisional)
        #expect(
            entry.lines == [
                Entry.Line(
                    account: "2101", side: .debit, amount: 11_900, invoiceNumber: "Order WEB-17",
                    description: "C1 betaling"),
                Entry.Line(
                    account: "1300", customer: "D0001234", side: .credit, amount: 11_900,
                    invoiceNumber: "Order WEB-17", description: "Order WEB-17"),
            ])
    }

    @Test("are clean, also where the template itself holds what XML forbids")
    func ownText() throws {
        let old = "description: \"{payment.transaction_id} betaling\""
        let new = "description: \"{payment.transaction_id} \\0betaling\""
        let world = World(
            payments: [PaymentRecord(order: "WEB-17")], sales: [SaleRecord()],
            template: [(old, new)])
        #expect(try world.decide().entry().lines[0].description == "C1 \u{FFFD}betaling")
    }

    @Test(
        "are cut to 40 UTF-16 units and never inside a character",
        arguments: [
            (String(repeating: "1", count: 41), 40, 40),
            // 39 digits and a character of 11 units: it does not fit at the beginning.
            (String(repeating: "1", count: 39) + "👩‍👩‍👧‍👦", 39, 40),
            ("👩‍👩‍👧‍👦" + String(repeating: "1", count: 39), 40, 39),
            (String(repeating: "e\u{301}1", count: 14), 39, 40),
            (String(repeating: "😀", count: 19) + "123", 40, 39),
            ("1" + String(repeating: "😀", count: 20), 39, 40),
        ])
    func cuts(_ number: String, _ first: Int, _ last: Int) throws {
        let decided = try World(
            payments: [PaymentRecord(order: number)],
            sales: [SaleRecord(invoice: LongNumberTests.cut(number, first: false))]
        ).decide()
        let sale = try decided.entry().lines[1]
        #expect(number.hasPrefix(sale.description))
        #expect(number.hasSuffix(sale.invoiceNumber))
        #expect(sale.description.utf16.count == first)
        #expect(sale.invoiceNumber.utf16.count == last)
        #expect(try decided.decision().warnings.map(\.code) == ["text_cut"])
    }

    /// A number with something in it, the text it becomes, and the warning.
    struct Cleaning: Sendable {
        var order: String
        var text: String
        var warning: String?
    }

    @Test(
        "hold no character that XML 1.0 forbids, and no tab or line end",
        arguments: [
            Cleaning(order: "WEB\u{01}17", text: "WEB\u{FFFD}17", warning: "characters_replaced"),
            Cleaning(order: "WEB\u{0}17", text: "WEB\u{FFFD}17", warning: "characters_replaced"),
            Cleaning(order: "WEB\u{FFFE}17", text: "WEB\u{FFFD}17", warning: "characters_replaced"),
            Cleaning(order: "WEB\u{FFFF}17", text: "WEB\u{FFFD}17", warning: "characters_replaced"),
            // Half a surrogate pair comes out of the reader as U+FFFD.
            Cleaning(order: "WEB\u{FFFD}17", text: "WEB\u{FFFD}17", warning: "characters_replaced"),
            Cleaning(order: "WEB\t17", text: "WEB 17", warning: "line_ends_replaced"),
            Cleaning(order: "WEB\n17", text: "WEB 17", warning: "line_ends_replaced"),
            Cleaning(order: "WEB\r\n17", text: "WEB 17", warning: "line_ends_replaced"),
            Cleaning(order: "WEB\r17", text: "WEB 17", warning: "line_ends_replaced"),
            Cleaning(order: "WEB\u{7F}17", text: "WEB\u{7F}17"),
            Cleaning(order: "WEB\u{EFFF}17", text: "WEB\u{EFFF}17"),
            Cleaning(order: "<WEB>&\"17'", text: "<WEB>&\"17'"),
            Cleaning(order: "\u{202E}WEB-17", text: "\u{202E}WEB-17"),
        ])
    func cleaning(_ example: Cleaning) throws {
        let decided = try World(
            payments: [PaymentRecord(order: example.order)],
            sales: [SaleRecord(invoice: example.order)]
        ).decide()
        #expect(try decided.entry().lines.map(\.invoiceNumber) == [example.text, example.text])
        #expect(
            try decided.decision().warnings.map(\.code) == (example.warning.map { [$0] } ?? []))
    }

    @Test(
        "hold the transaction id whole: what stands beside it gives way",
        arguments: [
            (31, " betaling", nil), (32, " betalin", "text_shortened"),
            (38, " b", "text_shortened"), (39, "", "text_shortened"), (40, "", "text_shortened"),
        ] as [(Int, String, String?)])
    func identity(_ length: Int, _ rest: String, _ warning: String?) throws {
        let reference = String(repeating: "7", count: length)
        let decided = try World(
            payments: [PaymentRecord(reference: reference, order: "WEB-17")],
            sales: [SaleRecord()]
        ).decide()
        #expect(try decided.entry(reference).lines[0].description == reference + rest)
        #expect(
            try decided.decision(reference).warnings.map(\.code) == (warning.map { [$0] } ?? []))
    }

    @Test("what stands in front of the id stays as long as there is room")
    func identityBehind() throws {
        let reference = String(repeating: "7", count: 35)
        let decided = try World(
            payments: [PaymentRecord(reference: reference, order: "WEB-17")],
            sales: [SaleRecord()],
            template: [
                ("{payment.transaction_id} betaling", "CCV {payment.transaction_id} betaling")
            ]
        ).decide()
        #expect(try decided.entry(reference).lines[0].description == "CCV " + reference)
    }

    @Test("an id that does not fit whole is an error")
    func identityTooLong() throws {
        let reference = String(repeating: "7", count: 41)
        let decided = try World(
            payments: [PaymentRecord(reference: reference, order: "WEB-17")],
            sales: [SaleRecord()]
        ).decide()
        #expect(try decided.outcome(reference) == "error reference_too_long")
        #expect(try decided.sale(reference) == nil)
    }

    @Test("an id that does not fit where a template has less room for it is an error")
    func identityWithoutRoom() throws {
        let payments = ["C1", "C2345678901234567"].map {
            PaymentRecord(reference: $0, order: "WEB-17")
        }
        let decided = try World(
            payments: [payments[0]], sales: [SaleRecord()],
            template: [("dim2: \"{item.customer}\"", "dim2: \"{payment.transaction_id}\"")]
        ).decide()
        #expect(try decided.outcome("C1") == "book")
        let other = try World(
            payments: [payments[1]], sales: [SaleRecord()],
            template: [("dim2: \"{item.customer}\"", "dim2: \"{payment.transaction_id}\"")]
        ).decide()
        #expect(try other.outcome("C2345678901234567") == "error reference_too_long")
    }

    @Test(
        "a field of a sale that is longer than Twinfield's own is an error, not a broken file",
        arguments: [
            ("{item.invoicenumber}", "description"), ("{item.description}", "invoicenumber"),
            ("{item.number}", "dim2"), ("{item.daybook}", "dim2"), ("{item.customer}", "dim2"),
        ])
    func longFieldsOfSales(field: String, cell: String) throws {
        let long = String(repeating: "7", count: 41)
        var sale = SaleRecord(invoice: long, description: long)
        sale.number = long
        sale.code = long
        sale.customer = long
        let old =
            switch cell {
            case "dim2": "dim2: \"{item.customer}\""
            case "description":
                "description: { text: \"{order_number|item.invoicenumber}\", keep: first 40 }"
            default: "invoicenumber: { text: \"{order_number|item.invoicenumber}\", keep: last 40 }"
            }
        let decided = try World(
            payments: [PaymentRecord(order: long)], sales: [sale],
            rules: [("daybooks: [VRK]", "daybooks: [\"\(long)\"]")],
            template: [
                ("dim2: \"{item.customer}\"", "dim2: \"D1\""),
                (cell == "dim2" ? "dim2: \"D1\"" : old, "\(cell): \"\(field)\""),
            ]
        ).decide()
        #expect(try decided.outcome() == "error text_unusable")
    }

    @Test("an id that XML cannot carry is an error", arguments: ["C\u{01}1", "C\t1", "C\u{FFFD}1"])
    func identityUnusable(_ reference: String) throws {
        let decided = try World(
            payments: [PaymentRecord(reference: reference, order: "WEB-17")],
            sales: [SaleRecord()]
        ).decide()
        #expect(try decided.outcome(reference) == "error text_unusable")
    }

    @Test("a sale that was not booked is free for the next payment")
    func saleStaysFree() throws {
        let long = String(repeating: "7", count: 41)
        let payments = [
            PaymentRecord(reference: long, order: "WEB-17"),
            PaymentRecord(reference: "C2", order: "WEB-17", created: PaymentRecord.noon + 1),
        ]
        let decided = try World(payments: payments, sales: [SaleRecord()]).decide()
        #expect(try decided.outcome("C2") == "book")
    }

    @Test(
        "without keep must fit, or the payment is an error",
        arguments: [(40, "book"), (41, "error text_unusable")])
    func withoutKeep(_ length: Int, _ outcome: String) throws {
        let number = String(repeating: "1", count: length)
        let decided = try World(
            payments: [PaymentRecord(order: number)],
            sales: [SaleRecord(invoice: String(number.suffix(40)))],
            template: [
                (
                    "description: { text: \"{order_number|item.invoicenumber}\", keep: first 40 }",
                    "description: \"{order_number|item.invoicenumber}\""
                )
            ]
        ).decide()
        #expect(try decided.outcome() == outcome)
    }

    @Test("a field that is not given leaves its place to the next one")
    func fallback() throws {
        let template: [ShippedRules.Edit] = [
            (
                "\"{payment.transaction_id} betaling\"",
                "\"{payment.transaction_id} {payment.brand|payment.method}\""
            )
        ]
        for (brand, text) in [("visa", "C1 visa"), (nil, "C1 ideal")] as [(String?, String)] {
            let decided = try World(
                payments: [PaymentRecord(brand: brand, order: "WEB-17")], sales: [SaleRecord()],
                template: template
            ).decide()
            #expect(try decided.entry().lines[0].description == text)
        }
    }

    @Test("a difference between payment and sale takes a line of its own, on the side it needs")
    func difference() throws {
        let template: [ShippedRules.Edit] = [
            (
                "reconcile:",
                """
                  - id: difference
                    dim1: "4900"
                    side: debit
                    amount: item.open - payment.amount
                reconcile:
                """
            )
        ]
        let rules: [ShippedRules.Edit] = [
            (
                "[less, more], order_number: same,                                then: review",
                "[less, more], order_number: same, then: book"
            )
        ]
        for (amount, side) in [("118.95", MemoLine.Side.debit), ("119.05", .credit)] {
            let decided = try World(
                payments: [PaymentRecord(amount: amount, order: "WEB-17")], sales: [SaleRecord()],
                rules: rules, template: template
            ).decide()
            let line = try #require(try decided.entry().lines.last)
            #expect(line.account == "4900")
            #expect(line.amount == 5)
            #expect(line.side == side)
        }
    }
}
