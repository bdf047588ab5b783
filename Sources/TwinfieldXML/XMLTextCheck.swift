/// Proves that a text is UTF-8, within a limit, and free of characters that XML 1.0 forbids.
enum XMLTextCheck {
    /// What is wrong with the text; nil when it may be written.
    ///
    /// Twinfield counts UTF-16 code units (as .NET does). XML 1.0 allows U+0009, U+000A, U+000D,
    /// U+0020–U+D7FF, U+E000–U+FFFD and everything from U+10000 on.
    static func problem(
        _ text: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> MemoWriterFault.Problem? {
        var units = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                    return .forbiddenCharacter(byteOffset: index)
                }
                units += 1
                index += 1
                continue
            }
            guard let (scalar, length) = scalar(text, at: index) else {
                return .notUTF8(byteOffset: index)
            }
            if scalar == 0xFFFE || scalar == 0xFFFF {
                return .forbiddenCharacter(byteOffset: index)
            }
            units += scalar > 0xFFFF ? 2 : 1
            index += length
        }
        return units > limit ? .tooLong(units: units, limit: limit) : nil
    }

    /// The scalar of several bytes at a place, and how many bytes it has; nil when it is no UTF-8.
    private static func scalar(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, length: Int)? {
        let first = text[index]
        let (length, lowest): (Int, UInt32)
        switch first {
        case 0xC2...0xDF: (length, lowest) = (2, 0x80)
        case 0xE0...0xEF: (length, lowest) = (3, 0x800)
        case 0xF0...0xF4: (length, lowest) = (4, 0x1_0000)
        default: return nil
        }
        guard index + length <= text.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in index + 1..<index + length {
            guard text[next] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(text[next] & 0x3F)
        }
        guard value >= lowest, value <= 0x10_FFFF, !(0xD800...0xDFFF).contains(value) else {
            return nil
        }
        return (value, length)
    }
}
