/// Lengths and cuts in UTF-16 code units, as .NET and so Twinfield count, never inside a character.
public enum UTF16Cut {
    /// Which end of a text stays.
    public enum End: Sendable, Hashable {
        /// The beginning.
        case first
        /// The end.
        case last
    }

    /// The number of UTF-16 code units of a UTF-8 text.
    public static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var units = 0
        for byte in text {
            // One unit for every byte that begins a scalar, and one more for four-byte scalars.
            if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        }
        return units
    }

    /// The bytes that stay when at most `limit` units may: whole characters from one end.
    public static func range(
        of text: UnsafeBufferPointer<UInt8>, keeping end: End, limit: Int
    ) -> Range<Int> {
        if text.count <= limit || count(text) <= limit { return 0..<text.count }
        if text.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
            return end == .first ? 0..<limit : text.count - limit..<text.count
        }
        let string = String(decoding: text, as: UTF8.self)
        var units = 0
        var bytes = 0
        switch end {
        case .first:
            for character in string {
                units += character.utf16.count
                if units > limit { break }
                bytes += character.utf8.count
            }
            return 0..<bytes
        case .last:
            for character in string.reversed() {
                units += character.utf16.count
                if units > limit { break }
                bytes += character.utf8.count
            }
            return text.count - bytes..<text.count
        }
    }
}
