import DomainModel
import RuleEngine

/// The summary of a dry run, for a person.
struct SummaryText {
    let engine: DecisionEngine
    let summary: DecisionSummary
    /// What a person should know of the records, each a sentence.
    var remarks: [String] = []

    /// A few lines: what was decided, per outcome and reason, in numbers and money.
    var text: String {
        var lines = [
            "dry run: nothing was sent",
            "rules      \(TerminalCell.clean(engine.rules.name)), office"
                + " \(TerminalCell.clean(engine.rules.office)),"
                + " \(engine.rules.revision.prefix(19))…",
            "as of      \(zone.isoText(of: engine.asOf)) (\(zone.name))",
            "read       \(engine.payments.rows.count) payments,"
                + " \(engine.items.rows.count) open items",
            "",
        ]
        for outcome in Outcome.allCases {
            guard let tally = summary.outcomes[outcome] else { continue }
            lines.append(row(outcome.word, tally))
            let reasons = (summary.reasons[outcome] ?? [:]).sorted { left, right in
                left.value.count == right.value.count
                    ? left.key.rawValue < right.key.rawValue
                    : left.value.count > right.value.count
            }
            for (reason, tally) in reasons { lines.append(row("  " + reason.rawValue, tally)) }
        }
        lines.append("")
        for warning in engine.items.warnings { lines.append("warning: \(warning)") }
        lines += remarks
        if !engine.forwarded.wereSearched {
            lines.append(
                "Not checked: whether these payments were forwarded before; that needs the"
                    + " connections.")
        }
        return lines.joined(separator: "\n")
    }

    private var zone: TimeZoneRules { engine.rules.timeZone }

    private func row(_ name: String, _ tally: DecisionSummary.Tally) -> String {
        let count = String(tally.count)
        let amounts = tally.amounts.sorted { $0.key.text < $1.key.text }.map { currency, amount in
            let text = MinorUnits.text(amount, digits: currency.minorDigits)
            return (currency.isPresent ? currency.text : "???") + " " + pad(text, 12)
        }
        return name + String(repeating: " ", count: max(1, 32 - name.count)) + pad(count, 8)
            + "   " + amounts.joined(separator: "   ")
    }

    private func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
