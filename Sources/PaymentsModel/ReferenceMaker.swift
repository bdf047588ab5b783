import DomainModel

/// Makes references that look like those of CCV, such as `C240305064258677CB87E192.G`.
///
/// A letter for the method, the moment in UTC, a number, a point and a letter (API reference,
/// 4.8). Only the look is CCV's: a reference means nothing.
enum ReferenceMaker {
    static func reference(method: String, at moment: Instant, number: Int) -> String {
        prefix(method) + digits(of: moment) + "CB" + hexadecimal(number) + "."
            + letter(number)
    }

    /// The id of the scheme: six letters and digits.
    static func methodTransactionId(_ number: Int) -> String {
        var rest = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        var text = ""
        for _ in 0..<6 {
            text.append(letters[Int(rest % UInt64(letters.count))])
            rest /= UInt64(letters.count)
        }
        return text
    }

    private static func prefix(_ method: String) -> String {
        switch method {
        case "card", "ideal", "landingpage", "vault": String(method.prefix(1)).uppercased()
        case "terminal": "TL"
        default: "P"
        }
    }

    /// `yyMMddHHmmssSSS`.
    private static func digits(of moment: Instant) -> String {
        let (year, month, day) = TimeZoneRules.utc.date(of: moment).parts
        let time = moment.milliseconds % 86_400_000
        let ofDay = Int(time < 0 ? time + 86_400_000 : time)
        return padded(year % 100, 2) + padded(month, 2) + padded(day, 2)
            + padded(ofDay / 3_600_000, 2) + padded(ofDay / 60_000 % 60, 2)
            + padded(ofDay / 1000 % 60, 2) + padded(ofDay % 1000, 3)
    }

    private static func hexadecimal(_ number: Int) -> String {
        let text = String(number & 0xFF_FFFF, radix: 16, uppercase: true)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    private static func letter(_ number: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
