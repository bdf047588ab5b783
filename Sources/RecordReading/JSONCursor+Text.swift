extension JSONCursor {
    /// Reads a text from its opening quote to behind its closing one, checking every byte.
    ///
    /// Eight bytes are looked at in one step as long as they are plain ASCII.
    @inline(__always)
    mutating func text() throws(JSONStop) -> JSONValue {
        let start = position + 1
        var at = start
        var kind = JSONValue.Kind.text
        while true {
            while at + 8 <= end {
                let special = Self.specialBytes(word(at))
                if special != 0 {
                    at += special.trailingZeroBitCount >> 3
                    break
                }
                at += 8
            }
            guard at < end else { throw .incomplete }
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                position = at + 1
                return JSONValue(kind: kind, start: start, count: at - start)
            }
            if byte >= 0x80 {
                at = try characterEnd(at)
            } else if byte == UInt8(ascii: "\\") {
                kind = .escapedText
                at = try escapeEnd(at)
            } else if byte < 0x20 {
                position = at
                throw stop(.controlCharacter)
            } else {
                at += 1
            }
        }
    }

    /// The high bit of each byte that is a quote, a backslash, a control character or not ASCII.
    ///
    /// Only the lowest mark is exact: a borrow may mark bytes above it.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        let marks = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control | word
        return marks & (ones &* 0x80)
    }

    @inline(__always)
    private func word(_ at: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
    }

    /// The position behind a character of two to four bytes.
    private mutating func characterEnd(_ at: Int) throws(JSONStop) -> Int {
        let available = UnsafeBufferPointer(start: base + at, count: end - at)
        switch UTF8Sequence.length(available) {
        case .complete(let count): return at + count
        case .cut: throw .incomplete
        case .invalid:
            position = at
            throw stop(.notUTF8)
        }
    }

    /// The position behind an escape such as `\n` or `\u00e9`.
    private mutating func escapeEnd(_ at: Int) throws(JSONStop) -> Int {
        guard at + 1 < end else { throw .incomplete }
        switch base[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return at + 2
        case UInt8(ascii: "u"):
            for index in 2..<6 {
                guard at + index < end else { throw .incomplete }
                if JSONEscapes.hexDigit(base[at + index]) == nil {
                    position = at + 1
                    throw stop(.escape)
                }
            }
            return at + 6
        default:
            position = at + 1
            throw stop(.escape)
        }
    }
}
