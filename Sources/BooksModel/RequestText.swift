internal import DomainModel

/// How the texts of a request are read.
enum RequestText {
    /// The longest code, in UTF-16 code units (API reference, 3.4 and 3.5).
    static let codeLimit = 16
    /// The longest description, invoice number and free text.
    static let textLimit = 40
    /// The largest amount, in hundredths: a thousand lines of it still fit in 64 bits.
    static let amountLimit: Int64 = 1_000_000_000_000_000
    /// The largest rate, in billionths.
    static let rateLimit: Int64 = 1_000_000_000_000_000

    /// A text that is there and not empty.
    static func present(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }

    /// A date as requests write it: `yyyyMMdd`.
    static func date(_ text: String) -> CalendarDate? {
        text.utf8.count == 8 ? CalendarDate(text.utf8) : nil
    }

    /// An amount in hundredths, without a sign.
    static func amount(_ text: String) -> Int64? {
        guard let value = signedAmount(text), !text.hasPrefix("-") else { return nil }
        return value
    }

    /// An amount in hundredths that may have a minus.
    static func signedAmount(_ text: String) -> Int64? {
        guard let value = try? MinorUnits.parse(text, digits: 2), value.magnitude <= amountLimit
        else { return nil }
        return value
    }

    /// A rate in billionths: above zero.
    static func rate(_ text: String) -> Int64? {
        guard let value = try? MinorUnits.parse(text, digits: 9), value > 0, value <= rateLimit
        else { return nil }
        return value
    }

    /// An amount times a rate, rounded half away from zero; nil when it becomes too large.
    static func converted(_ amount: Int64, rate: Int64) -> Int64? {
        proportion(of: rate, amount, over: BooksCurrency.unitRate)
    }

    /// `whole` × `part` / `total`, rounded half away from zero; nil when it becomes too large.
    static func proportion(of whole: Int64, _ part: Int64, over total: Int64) -> Int64? {
        let product = whole.magnitude.multipliedFullWidth(by: part.magnitude)
        guard total != 0, product.high < total.magnitude else { return nil }
        let (quotient, rest) = total.magnitude.dividingFullWidth(product)
        let rounded = quotient &+ (rest >= total.magnitude - rest ? 1 : 0)
        guard rounded <= UInt64(amountLimit) else { return nil }
        let negatives = [whole, part, total].filter { $0 < 0 }.count
        return negatives % 2 == 0 ? Int64(rounded) : -Int64(rounded)
    }
}
