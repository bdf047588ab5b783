import DomainModel
import RuleEngine

/// The decisions as a table for a terminal, in order of the input.
struct DecisionTable {
    let engine: DecisionEngine

    /// Hands the table over line by line.
    func write(_ sink: (String) throws -> Void) throws {
        try sink(
            line("reference", "booked on", "amount", "method", "outcome", "sale, or why not"))
        var explainer = engine.explainer()
        for position in engine.payments.rows.indices {
            let decision = explainer.decision(position)
            let row = engine.payments.rows[position]
            let method = engine.payments.words.word(row.method)
            let brand = engine.payments.words.word(row.brand)
            try sink(
                line(
                    engine.payments.text(row.reference),
                    decision.verdict.rule == nil ? "" : decision.verdict.date.isoText,
                    amount(row), brand.isEmpty ? method : method + "/" + brand,
                    decision.verdict.outcome.word, last(decision)))
        }
    }

    private func line(
        _ reference: String, _ date: String, _ amount: String, _ method: String,
        _ outcome: String, _ last: String
    ) -> String {
        let padded = String(repeating: " ", count: max(0, 14 - amount.count)) + amount
        return [
            TerminalCell.fit(reference, 28), TerminalCell.fit(date, 10), padded,
            TerminalCell.fit(method, 16), TerminalCell.fit(outcome, 7), TerminalCell.clean(last),
        ].joined(separator: "  ") + "\n"
    }

    private func amount(_ row: PaymentRow) -> String {
        row.amount == 0
            ? ""
            : row.currency.text + " "
                + MinorUnits.text(row.amount, digits: row.currency.minorDigits)
    }

    private func last(_ decision: Decision) -> String {
        if let item = decision.verdict.item {
            let row = engine.items.rows[Int(item)]
            return [row.daybook, row.number, row.line].map(engine.items.text)
                .joined(separator: " ")
        }
        return decision.reasons.first.map { $0.code + ": " + $0.text } ?? ""
    }
}
