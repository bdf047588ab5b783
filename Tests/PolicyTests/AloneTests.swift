import DomainModel
import RuleEngine
import Testing

@Suite("Numbers that stand alone in their world")
struct AloneTests {
    /// A payment, the invoice numbers of the sales, the outcome and the invoice that is booked.
    struct Case: Sendable, CustomTestStringConvertible {
        var order: String?
        var text: String?
        var invoices: [String]
        var outcome: String

        init(_ order: String?, _ text: String?, _ invoices: [String], _ outcome: String) {
            self.order = order
            self.text = text
            self.invoices = invoices
            self.outcome = outcome
        }

        var testDescription: String {
            "\(order ?? "-") | \(text ?? "-") = \(invoices) → \(outcome)"
        }
    }

    @Test(
        "are short, years, or parts of what follows",
        arguments: [
            Case("7", nil, ["7"], "book 7"), Case("7", nil, ["17", "70", "77"], "wait"),
            Case(nil, "Order 7", ["7"], "book 7"), Case("2026", nil, ["2026"], "book 2026"),
            Case(nil, "Factuur 2026 17", ["2026"], "review"),
            Case(nil, "Factuur 2026-17", ["2026"], "wait"),
            Case("2026 17", nil, ["2026-17"], "book 2026-17"),
            Case("1001", "Bestelling 2 stuks", ["1001"], "book 1001"),
            Case("1001", "Order: 2x T-shirt", ["1001"], "book 1001"),
            Case("\u{A0}Order\u{3000}1001\u{2009}", nil, ["1001"], "book 1001"),
            Case(nil, "Order 1001 002", ["1001"], "review"),
            Case(nil, "Bestelling 2 stuks", ["1002"], "wait"),
            Case("1001", "Order 1001 van 3 november 2026", ["1001", "2026"], "book 1001"),
            Case("1001", "tel. nummer 0612345678", ["1001"], "book 1001"),
            Case("1001", "Order 1001 en 1002", ["1001", "1002"], "review"),
            Case("1001/1002", nil, ["1001", "1002"], "review"),
            Case(nil, "20261110", ["20261110"], "review"),
            Case(nil, "Order 20261110", ["20261110"], "book 20261110"),
        ])
    func shipped(_ numbers: Case) throws { try check(numbers, by: Policy()) }

    @Test(
        "are of two series that the rules ignore",
        arguments: [
            Case("WEB-1001", nil, ["WEB-1001", "POS-1001"], "book WEB-1001"),
            Case("WEB-1001", nil, ["POS-1001"], "wait"),
            Case("web-1001", "Order POS-1001", ["WEB-1001"], "review"),
            Case("1001", nil, ["WEB-1001"], "book WEB-1001"),
            Case("WEB-1001", nil, ["1001"], "book 1001"),
            Case("1001", nil, ["WEB-1001", "POS-1001"], "review"),
            Case("1001", nil, ["1001", "POS-1001"], "book 1001"),
            Case(nil, "Order POS-1001", ["WEB-1001", "POS-1001"], "book POS-1001"),
            Case("Order WEB-1001", nil, ["Factuur POS-1001"], "wait"),
            Case("Order WEB-01001", nil, ["POS-1001"], "wait"),
        ])
    func series(_ numbers: Case) throws {
        let list = "  ignore_in_front:\n"
        let rules = try Policy(replacing: list, with: list + "    - \"WEB-\"\n    - \"POS-\"\n")
        try check(numbers, by: rules)
    }

    @Test("are on thousands of sales, and cost no more for that", .timeLimit(.minutes(1)))
    func skewed() throws {
        let count = 5_000
        let worlds: [(String, (Int) -> String, (Int) -> String)] = [
            ("one number", { _ in "1001" }, { _ in "review" }),
            ("one number, other amounts", { _ in "1001" }, { _ in "book" }),
            ("one customer", { "WEB-\($0)" }, { _ in "book" }),
            ("no number", { _ in "" }, { _ in "review" }),
            ("other numbers", { "POS-\($0)" }, { _ in "wait" }),
        ]
        for (name, number, outcome) in worlds {
            let sales = (0..<count).map { index in
                LabelledSale(
                    number: "\(index)", customer: "D1",
                    open: name.hasSuffix("amounts") ? "\(index + 1).00" : "119.00",
                    invoice: name.hasPrefix("one number")
                        ? "1001" : name == "no number" ? "" : "WEB-\(index)",
                    text: "Levering 2026", emails: ["a@x.nl"])
            }
            let payments = (0..<count).map { index in
                LabelledPayment(
                    reference: "C\(index)",
                    amount: name.hasSuffix("amounts") ? "\(index + 1).00" : "119.00",
                    order: number(index), text: "Betaling 2026",
                    email: "a@x.nl")
            }
            let engine = try Policy().decide(payments: payments, sales: sales)
            let found = Set(engine.verdicts.map(\.outcome.word))
            #expect(found == [outcome(0)], "\(name)")
        }
    }

    private func check(_ numbers: Case, by policy: Policy) throws {
        let payment = LabelledPayment(reference: "C1", order: numbers.order, text: numbers.text)
        let sales = numbers.invoices.map { LabelledSale(number: $0, customer: "D1", invoice: $0) }
        let engine = try policy.decide(payments: [payment], sales: sales)
        let verdict = engine.verdicts[0]
        let sale = verdict.item.map { " " + engine.items.text(engine.items.rows[Int($0)].number) }
        var explainer = engine.explainer()
        let reasons = explainer.decision(0).reasons.map(\.text)
        #expect(verdict.outcome.word + (sale ?? "") == numbers.outcome, "\(reasons)")
    }
}
