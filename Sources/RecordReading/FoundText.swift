import ByteText

/// What stands at a place in the input, in words that fit in a message.
enum FoundText {
    /// Describes the bytes from a place on: `` `NaN` ``, `a line end`, `byte 0xE9`.
    static func describe(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let first = bytes.first else { return "the end of the file" }
        switch first {
        case 0x0A, 0x0D: return "a line end"
        case 0x09: return "a tab"
        case 0x20: return "a space"
        case 0x00...0x1F, 0x7F: return "the control character U+" + hex(UInt32(first), width: 4)
        case 0x80...: return describeCharacter(bytes)
        default: break
        }
        guard isWordByte(first) else { return "`\(Character(Unicode.Scalar(first)))`" }
        var count = 0
        while count < bytes.count, count < JSONCursor.lookAhead, isWordByte(bytes[count]) {
            count += 1
        }
        let word = String(decoding: bytes[..<count], as: UTF8.self)
        return count == JSONCursor.lookAhead ? "`\(word)…`" : "`\(word)`"
    }

    /// The bytes as text for a message: one line, no control characters, at most `limit` bytes.
    static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String {
        let kept = bytes.prefix(wholeCharacters(bytes, limit: limit))
        let text = ShownText.oneLine(String(decoding: kept, as: UTF8.self))
        return kept.count < bytes.count ? text + "…" : text
    }

    /// The most bytes up to `limit` that end at the end of a character.
    static func wholeCharacters(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        guard bytes.count > limit else { return bytes.count }
        var count = limit
        while count > 0, bytes[count] & 0xC0 == 0x80 { count -= 1 }
        return count
    }

    /// Whether a byte belongs to a word or number: letters, digits, `_`, `.`, `+`, `-`.
    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// A number in hexadecimal digits, upper case, with zeros in front.
    static func hex(_ value: UInt32, width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func describeCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard case .complete(let count) = UTF8Sequence.length(bytes),
            let scalar = String(decoding: bytes[..<count], as: UTF8.self).unicodeScalars.first
        else { return "byte 0x" + hex(UInt32(bytes[0]), width: 2) }
        let code = "U+" + hex(scalar.value, width: 4)
        let isShown = ShownText.harmless(scalar) == scalar
        return isShown ? "`\(Character(scalar))` (\(code))" : "the character \(code)"
    }
}
