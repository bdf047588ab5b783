/// The shape of UTF-8 (RFC 3629, section 4).
enum YAMLUTF8Sequence {
    /// The number of bytes of the character at a place; 0 when they are not UTF-8.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        // The second byte has a narrower range behind some leads: no overlong forms, no
        // surrogates, nothing beyond U+10FFFF.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            second = 0xA0...0xBF
        case 0xED:
            length = 3
            second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            second = 0x90...0xBF
        case 0xF4:
            length = 4
            second = 0x80...0x8F
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }
}
