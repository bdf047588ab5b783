public import DomainModel

/// A period of a book year, such as `2026/11`.
///
/// 1 to 12 are the months; 0 is the opening balance and 55 the year end (API reference, 3.1).
public struct BookPeriod: Sendable, Codable, Hashable, Comparable {
    /// The book year, which is the calendar year here.
    public var year: Int
    /// 0 to 12, or 55.
    public var number: Int

    /// Takes a year and a number, without a check.
    public init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// The month in which a day lies.
    public init(of date: CalendarDate) {
        let (year, month, _) = date.parts
        self.init(year: year, number: month)
    }

    /// Reads `YYYY/PP`; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "/") else { return nil }
        var values = [0, 0]
        for (index, byte) in bytes.enumerated() where index != 4 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            values[index < 4 ? 0 : 1] *= 10
            values[index < 4 ? 0 : 1] += Int(byte - UInt8(ascii: "0"))
        }
        self.init(year: values[0], number: values[1])
    }

    /// The period as `YYYY/PP`.
    public var text: String {
        FixedDigits.text(year, width: 4) + "/" + FixedDigits.text(number, width: 2)
    }

    /// Whether a period with this number exists in a book year.
    public var hasExistingNumber: Bool { (0...12).contains(number) || number == 55 }

    /// Whether a day lies in the period; any day of its year does in periods 0 and 55 (a guess).
    public func contains(_ date: CalendarDate) -> Bool {
        let month = BookPeriod(of: date)
        return (1...12).contains(number) ? self == month : year == month.year
    }

    /// Whether the earlier period comes first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
