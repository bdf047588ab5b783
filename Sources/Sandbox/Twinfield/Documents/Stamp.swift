internal import DomainModel

/// Dates, moments and amounts as the documents write them.
enum Stamp {
    /// `yyyyMMdd`.
    static func date(_ date: CalendarDate) -> String { date.isoText.filter { $0 != "-" } }

    /// `yyyyMMddHHmmss` in UTC (API reference, 3.4).
    static func moment(_ instant: Instant) -> String {
        String(instant.isoText.prefix(19).filter(\.isNumber))
    }

    /// Reads `yyyyMMddHHmmss`, `yyyyMMddHHmm` or `yyyyMMdd` in UTC.
    static func moment(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 || bytes.count == 12 || bytes.count == 14,
            let date = CalendarDate(bytes[..<8])
        else { return nil }
        var parts: [Int64] = [0, 0, 0]
        for (index, start) in stride(from: 8, to: bytes.count, by: 2).enumerated() {
            guard let value = Int64(String(decoding: bytes[start..<start + 2], as: UTF8.self)),
                value < (index == 0 ? 24 : 60)
            else { return nil }
            parts[index] = value
        }
        let day = Int64(date.daysSinceEpoch) * 86_400
        let seconds = day + parts[0] * 3600 + parts[1] * 60 + parts[2]
        return Instant(milliseconds: seconds * 1000)
    }

    /// An amount with a point and two decimals.
    static func amount(_ value: Int64) -> String { MinorUnits.text(value) }

    /// A rate in billionths: `1`, or with nine decimals.
    static func rate(_ value: Int64) -> String {
        value == 1_000_000_000 ? "1" : MinorUnits.text(value, digits: 9)
    }
}
