import DomainModel

/// Days as Twinfield writes them, read without making a string.
enum DateDigits {
    /// Reads `yyyymmdd` or `yyyy-mm-dd`; nil for anything else and for days that do not exist.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        let isDashed = bytes.count == 10
        guard isDashed || bytes.count == 8 else { return nil }
        if isDashed, bytes[4] != UInt8(ascii: "-") || bytes[7] != UInt8(ascii: "-") { return nil }
        let gap = isDashed ? 1 : 0
        guard let year = number(bytes, 0, 4), let month = number(bytes, 4 + gap, 2),
            let day = number(bytes, 6 + 2 * gap, 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    @inline(__always)
    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
    ) -> Int? {
        var value = 0
        for index in start..<start + count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
