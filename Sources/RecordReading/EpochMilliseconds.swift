import DomainModel

/// Moments as CCV writes them: whole milliseconds since 1970 (API reference, section 4.8).
enum EpochMilliseconds {
    /// From the start of the year 2000 to the end of the year 2100.
    ///
    /// A moment outside is in another unit (seconds), or no moment.
    static let plausible: Range<Int64> = 946_684_800_000..<4_133_980_800_000

    /// Reads digits and nothing else; nil when they are no plausible moment.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
        var value: Int64 = 0
        for byte in bytes {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return plausible.contains(value) ? Instant(milliseconds: value) : nil
    }
}
