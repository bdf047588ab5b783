/// One character of a text as a reader of order numbers sees it: full-width forms as ASCII, every
/// space as a space, every dash as `-`, and any other character beyond ASCII as a letter.
struct TextUnit {
    /// ASCII, letters in lower case; 0xFF for any other character.
    let byte: UInt8
    /// How many bytes of the text it takes.
    let count: Int

    /// Reads the character that begins at a position of a text.
    init(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) {
        let first = text[position]
        if first < 0x80 {
            byte = (0x41...0x5A).contains(first) ? first | 0x20 : first
            count = 1
            return
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        count = min(length, text.count - position)
        guard count == length, length < 4 else {
            byte = 0xFF
            return
        }
        var scalar = UInt32(first & (length == 2 ? 0x1F : 0x0F))
        for index in 1..<length { scalar = scalar << 6 | UInt32(text[position + index] & 0x3F) }
        byte = Self.seen(scalar)
    }

    private static func seen(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xFF01...0xFF5E:
            let ascii = UInt8(scalar - 0xFEE0)
            return (0x41...0x5A).contains(ascii) ? ascii | 0x20 : ascii
        case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return 0x20
        case 0x2010...0x2015, 0x2212: return 0x2D
        case 0xA1, 0xAB, 0xB7, 0xBB, 0xBF, 0x2018...0x201F, 0x2022, 0x2026, 0x2039, 0x203A:
            return 0x22
        default: return 0xFF
        }
    }

    var isSpace: Bool { byte <= 0x20 || byte == 0x7F }

    var isDigit: Bool { (0x30...0x39).contains(byte) }

    /// A letter or a digit.
    var isWord: Bool { Self.isWord(byte) }

    var isLetter: Bool { isWord && !isDigit }

    /// Whether a byte belongs to a letter or a digit.
    static func isWord(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 || (0x30...0x39).contains(byte)
    }

    static func skippingSpaces(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < text.count {
            let unit = TextUnit(text, position)
            guard unit.isSpace else { break }
            position += unit.count
        }
        return position
    }

    /// From here to the next space.
    static func token(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
        var end = start
        while end < text.count {
            let unit = TextUnit(text, end)
            if unit.isSpace { break }
            end += unit.count
        }
        return start..<end
    }

    /// A token without punctuation around it.
    static func withoutSigns(
        _ text: UnsafeBufferPointer<UInt8>, _ token: Range<Int>
    ) -> Range<Int> {
        var lower = token.lowerBound
        var upper = token.upperBound
        while lower < upper {
            let unit = TextUnit(text, lower)
            if unit.isWord { break }
            lower += unit.count
        }
        while upper > lower {
            var start = upper - 1
            while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
            if TextUnit(text, start).isWord { break }
            upper = start
        }
        return lower..<max(lower, upper)
    }

    static func isOneWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            let unit = TextUnit(text, position)
            if unit.isSpace { return false }
            position += unit.count
        }
        return true
    }
}
