import DomainModel
import LedgerViews
import Wording

/// Writes amounts, days and moments as people of a language write them.
struct Speaker: Sendable {
    let language: OutputLanguage
    let zone: TimeZoneRules

    /// A phrase in the language.
    func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// `1.234,50` in Dutch, `1,234.50` in English.
    func digits(_ amount: Int64, _ currency: String) -> String {
        let places = CurrencyCode(currency.utf8)?.minorDigits ?? 2
        let parts = MinorUnits.text(amount, digits: places).split(separator: ".")
        let sign = amount < 0 ? "-" : ""
        let whole = grouped(String((parts.first ?? "0").drop { $0 == "-" }))
        let comma = language == .dutch ? "," : "."
        return sign + whole + (parts.count == 2 ? comma + parts[1] : "")
    }

    /// An amount with its currency: `€ 1.234,50`, `USD 5,00`.
    func money(_ amount: Int64, _ currency: String) -> String {
        let sign = currency == "EUR" ? "€" : currency
        return sign.isEmpty ? digits(amount, "EUR") : sign + "\u{00A0}" + digits(amount, currency)
    }

    /// Amounts of several currencies, one behind the other.
    func money(_ tallies: [AmountTally]) -> String {
        tallies.filter { $0.count > 0 }.map { money($0.amount, $0.currency) }
            .joined(separator: " + ")
    }

    /// A count: `1.234` in Dutch, `1,234` in English.
    func count(_ count: Int) -> String {
        (count < 0 ? "-" : "") + grouped(String(count.magnitude))
    }

    /// A day: `23-11-2026` in Dutch, `2026-11-23` in English.
    func day(_ date: CalendarDate) -> String {
        guard language == .dutch else { return date.isoText }
        let (year, month, day) = date.parts
        return Self.two(day) + "-" + Self.two(month) + "-" + String(year)
    }

    /// The day and time of a moment; empty when there is none.
    func moment(_ instant: Instant?) -> String {
        guard let instant, instant.isPresent else { return "" }
        return day(zone.date(of: instant)) + " " + clock(instant)
    }

    /// The time of day of a moment.
    func clock(_ instant: Instant) -> String {
        let local = instant.seconds + Int64(zone.offsetSeconds(at: instant.seconds))
        let ofDay = Int((local % 86_400 + 86_400) % 86_400)
        return Self.two(ofDay / 3600) + ":" + Self.two(ofDay / 60 % 60)
    }

    private func grouped(_ digits: String) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        groups.append(rest)
        return groups.reversed().joined(separator: language == .dutch ? "." : ",")
    }

    private static func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
