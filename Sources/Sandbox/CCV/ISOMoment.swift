import DomainModel

/// Reads ISO 8601 in UTC or with an offset, such as `2026-11-20T08:30:00.250+01:00`.
enum ISOMoment {
    /// Nil for anything else, a date without a time too.
    static func instant(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
            let date = CalendarDate(bytes[0..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        var milliseconds: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard (1...3).contains(digits.count), let value = number(digits) else { return nil }
            milliseconds = value * [100, 10, 1][digits.count - 1]
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = offset(Array(rest)) else { return nil }
        let seconds =
            Int64(date.daysSinceEpoch) * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Instant(milliseconds: seconds * 1000 + milliseconds)
    }

    /// Seconds east of UTC.
    private static func offset(_ bytes: [UInt8]) -> Int64? {
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1...2]),
            let minutes = number(bytes[4...5])
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return switch bytes[0] {
        case UInt8(ascii: "+"): seconds
        case UInt8(ascii: "-"): -seconds
        default: nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(String(decoding: bytes, as: UTF8.self))
    }
}
