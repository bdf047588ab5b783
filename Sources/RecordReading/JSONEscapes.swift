/// Turns the escapes of a JSON text into UTF-8.
enum JSONEscapes {
    /// Replaces `bytes` by the text that the escapes stand for; the cursor has checked them.
    ///
    /// `\u0000` becomes a byte 0. Two halves of a pair become one character; a half without its
    /// other half becomes U+FFFD.
    static func decode(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        var at = 0
        while at < text.count {
            let byte = text[at]
            guard byte == UInt8(ascii: "\\"), at + 1 < text.count else {
                bytes.append(byte)
                at += 1
                continue
            }
            guard text[at + 1] == UInt8(ascii: "u") else {
                bytes.append(plain(text[at + 1]))
                at += 2
                continue
            }
            var code = codeUnit(text, at)
            at += 6
            if code & 0xFC00 == 0xD800, let low = lowHalf(text, at) {
                code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
                at += 6
            }
            append(Unicode.Scalar(code) ?? "\u{FFFD}", to: &bytes)
        }
    }

    /// The value of a hexadecimal digit in either case, or nil.
    static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private static func plain(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    private static func codeUnit(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        var code: UInt32 = 0
        for index in at + 2..<min(at + 6, text.count) {
            code = code << 4 | (hexDigit(text[index]) ?? 0)
        }
        return code
    }

    private static func lowHalf(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard at + 6 <= text.count, text[at] == UInt8(ascii: "\\"),
            text[at + 1] == UInt8(ascii: "u")
        else { return nil }
        let code = codeUnit(text, at)
        return code & 0xFC00 == 0xDC00 ? code : nil
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
}
