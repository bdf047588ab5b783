import DomainModel
import Wording

extension Phrase {
    /// An amount with its currency: with a point in English, with a comma in Dutch.
    static func money(_ amount: Int64, _ currency: CurrencyCode) -> Phrase {
        Phrase(currency.text + " ") + self.amount(amount, currency)
    }

    /// An amount: with a point in English, with a comma in Dutch.
    static func amount(_ amount: Int64, _ currency: CurrencyCode) -> Phrase {
        let text = MinorUnits.text(amount, digits: currency.minorDigits)
        return Phrase(en: text, nl: String(text.map { $0 == "." ? "," : $0 }))
    }

    /// A day: as ISO 8601 has it in English, day first in Dutch.
    static func date(_ date: CalendarDate) -> Phrase {
        let text = date.isoText
        let parts = text.split(separator: "-")
        guard parts.count == 3 else { return Phrase(text) }
        return Phrase(en: text, nl: "\(parts[2])-\(parts[1])-\(parts[0])")
    }
}
