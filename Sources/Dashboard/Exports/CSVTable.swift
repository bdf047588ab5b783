import DomainModel
import LedgerViews
import RunnerCore
import Wording

/// Payments as lines of a CSV file that Excel of a Dutch office opens with a double click.
///
/// A BOM, `;` between cells, a comma in amounts, CR LF at the end of a line.
struct CSVTable {
    /// What makes Excel read the file as UTF-8.
    static let beginning: [UInt8] = [0xEF, 0xBB, 0xBF]

    let speaker: Speaker

    /// The line with the names of the columns.
    var head: String {
        Self.line(
            [
                Phrase(en: "connection", nl: "verbinding"),
                Phrase(en: "transaction id", nl: "transactie-id"),
                Phrase(en: "created", nl: "datum"), Phrase(en: "type", nl: "soort"),
                Phrase(en: "method", nl: "methode"), Phrase(en: "amount", nl: "bedrag"),
                Phrase(en: "currency", nl: "valuta"),
                Phrase(en: "order number", nl: "bestelnummer"),
                Phrase(en: "description", nl: "omschrijving"),
                Phrase(en: "customer code", nl: "klantcode"),
                Phrase(en: "customer", nl: "klant"), Phrase(en: "state", nl: "staat"),
                Phrase(en: "reason", nl: "reden"), Phrase(en: "reason code", nl: "redencode"),
                Phrase(en: "since", nl: "sinds"), Phrase(en: "waits until", nl: "wacht tot"),
                Phrase(en: "sale", nl: "verkoop"), Phrase(en: "entry", nl: "boeking"),
                Phrase(en: "final", nl: "definitief"), Phrase(en: "rule", nl: "regel"),
                Phrase(en: "revision", nl: "versie"),
            ].map { Self.cell(speaker.say($0)) })
    }

    /// The line of a payment.
    func line(_ payment: PaymentSummary) -> String {
        let final = payment.isFinal.map { isFinal in
            speaker.say(isFinal ? Phrase(en: "yes", nl: "ja") : Phrase(en: "no", nl: "nee"))
        }
        let texts = [
            payment.connection, payment.reference, speaker.moment(payment.created), payment.type,
            payment.method,
        ]
        let rest = [
            payment.currency, payment.orderNumber, payment.description, payment.customer,
            payment.customerName, speaker.say(StateWords.title(payment.state)),
            payment.reason.isEmpty ? "" : speaker.say(ReasonWords.of(payment.reason).title),
            payment.reason, speaker.moment(payment.since),
            payment.waitsUntil.map(speaker.day) ?? "", payment.sale?.text ?? "",
            payment.memo?.text ?? "", final ?? "", payment.rule, payment.revision,
        ]
        return Self.line(
            texts.map(Self.cell) + [amount(payment)] + rest.map(Self.cell))
    }

    /// An amount without signs between thousands, so that it stays a number in a sheet.
    private func amount(_ payment: PaymentSummary) -> String {
        let places = CurrencyCode(payment.currency.utf8)?.minorDigits ?? 2
        return MinorUnits.text(payment.amount, digits: places).replacing(".", with: ",")
    }

    private static func line(_ cells: [String]) -> String {
        cells.joined(separator: ";") + "\r\n"
    }

    /// A cell that no program takes for a formula: an apostrophe goes before what begins like one.
    static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) {
            text = "'" + text
        }
        let needsQuotes = text.unicodeScalars.contains { "\";\r\n\t".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
