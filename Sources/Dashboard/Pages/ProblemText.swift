import DomainModel
import LedgerViews
import RunnerCore
import Wording

/// The text of a report of a problem: everything needed to see what went wrong, and no person.
///
/// It is in English, the language of those who get it. Names, descriptions and customers' texts
/// are left out; where their form matters, letters become `a` and digits `9`. Addresses and account
/// numbers are masked in every sentence. The transaction id and the number of the entry stay: they
/// are how the payment is found.
struct ProblemText {
    let payment: PaymentView
    let note: String
    let version: String
    let zone: TimeZoneRules

    /// The report.
    var report: ProblemReport {
        let summary = payment.summary
        return ProblemReport(
            subject: shown(
                "ccvmap: \(summary.reference), \(summary.state?.rawValue ?? "new")"
                    + (summary.reason.isEmpty ? "" : " \(summary.reason)")),
            text: lines.joined(separator: "\n"))
    }

    private var lines: [String] {
        let summary = payment.summary
        let speaker = Speaker(language: .english, zone: zone)
        var lines = [
            "program        \(version)",
            "transaction    \(shown(summary.reference))",
            "connection     \(shown(summary.connection))",
            "state          \(summary.state?.rawValue ?? "not decided")",
            "reason         \(summary.reason)",
            "sentence       \(masked(summary.text))",
            "amount         \(speaker.money(summary.amount, summary.currency))",
            "created        \(summary.created.isPresent ? summary.created.isoText : "unknown")",
            "method         \(shown(summary.method)), \(shown(summary.type))",
            "order number   \(Self.shape(summary.orderNumber))",
            "description    \(Self.shape(summary.description))",
            "sale           \(summary.sale?.text ?? "none")",
            "entry          \(summary.memo?.text ?? "none")",
            "rule           \(shown(summary.rule))",
            "revision       \(shown(summary.revision))",
        ]
        if let alarm = summary.alarm { lines.append("alarm          \(masked(alarm))") }
        lines += ["", "candidates"] + candidates + ["", "timeline"]
        lines += payment.events.map { event in
            // What people wrote may name anybody.
            let text = event.who == nil ? masked(event.text) : "(by a person)"
            return "  \(event.at.isoText)  \(event.kind)  \(text)"
        }
        if !note.isEmpty { lines += ["", "note", "  " + masked(note)] }
        return lines
    }

    private var candidates: [String] {
        guard let card = DecisionCard(payment.decision), let sales = card.candidates,
            !sales.isEmpty
        else { return ["  none"] }
        return sales.map { sale in
            let criteria = sale.criteria.sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let obstacles = (sale.obstacles ?? []).joined(separator: ", ")
            return "  \(shown(sale.sale.code)) \(shown(sale.sale.number)): \(criteria)"
                + (obstacles.isEmpty ? "" : "; in the way: \(obstacles)")
                + (sale.then.map { "; then \($0)" } ?? "")
        }
    }

    /// A sentence without what points at a person.
    private func masked(_ text: String) -> String {
        let summary = payment.summary
        var text = shown(text)
        let own = [
            summary.description, summary.customerName, RecordText.email(payment.record),
        ]
        for secret in own where secret.utf8.count >= 3 {
            text = text.replacing(shown(secret), with: "[…]")
        }
        return text.split(separator: " ", omittingEmptySubsequences: false)
            .map { Self.pointsAtPerson($0) ? "[…]" : String($0) }.joined(separator: " ")
    }

    /// Whether a word is an address of mail or looks like a bank account.
    private static func pointsAtPerson(_ word: Substring) -> Bool {
        if word.contains("@") { return true }
        let plain = word.filter { $0.isLetter || $0.isNumber }
        let letters = plain.prefix(2).allSatisfy { $0.isASCII && $0.isLetter }
        let check = plain.dropFirst(2).prefix(2).allSatisfy { $0.isASCII && $0.isNumber }
        return letters && check && (15...34).contains(plain.count)
            && plain.dropFirst(4).prefix(4).allSatisfy { $0.isUppercase }
    }

    /// The form of a text: letters become `a` or `A`, digits `9`, other signs stay.
    static func shape(_ text: String) -> String {
        String(
            shown(text).map { sign -> Character in
                if sign.isNumber { return "9" }
                guard sign.isLetter else { return sign }
                return sign.isUppercase ? "A" : "a"
            })
    }
}
