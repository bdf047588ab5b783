/// The length of one character in UTF-8, with every rule of the encoding checked.
enum UTF8Sequence {
    case complete(Int)
    /// What is there is right, but the bytes end before the character does.
    case cut
    /// No character begins like this (also overlong forms, surrogates, beyond U+10FFFF).
    case invalid

    /// Measures the character at the start of some bytes; there is at least one.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Sequence {
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[0] {
        case 0x00...0x7F: return .complete(1)
        case 0xC2...0xDF: count = 2
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: count = 3
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: count = 4
        default: return .invalid
        }
        guard bytes.count > 1 else { return .cut }
        guard second.contains(bytes[1]) else { return .invalid }
        for index in 2..<max(count, 2) {
            guard index < bytes.count else { return .cut }
            guard bytes[index] & 0xC0 == 0x80 else { return .invalid }
        }
        return .complete(count)
    }
}
