import ByteText

/// How addresses are compared: ignoring the case of letters, and spaces around them.
enum EmailForm {
    /// Equal addresses have equal hashes.
    static func hash(_ email: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        if isASCII(email) {
            for byte in email { state = (state ^ UInt64(folded(byte))) &* 0x0000_0100_0000_01B3 }
        } else {
            for byte in String(decoding: email, as: UTF8.self).lowercased().utf8 {
                state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        return ByteHash.mix(state)
    }

    /// Whether two addresses are equal, ignoring case.
    static func equal(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if isASCII(left), isASCII(right) {
            guard left.count == right.count else { return false }
            for index in 0..<left.count where folded(left[index]) != folded(right[index]) {
                return false
            }
            return true
        }
        return String(decoding: left, as: UTF8.self).lowercased()
            == String(decoding: right, as: UTF8.self).lowercased()
    }

    /// The first address that stands in a text: a word with an `@` and a dot behind it.
    static func find(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var position = 0
        while position < text.count {
            var end = position
            var at: Int?
            var hasDot = false
            while end < text.count, !isBoundary(text[end]) {
                if text[end] == 0x40 { at = at == nil ? end : text.count }
                if let at, at < end, text[end] == 0x2E { hasDot = true }
                end += 1
            }
            while end > position, text[end - 1] == 0x2E { end -= 1 }
            if let at, at > position, at < end - 1, hasDot { return position..<end }
            position = max(end, position) + 1
        }
        return nil
    }

    private static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.allSatisfy { $0 < 0x80 }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x5B, 0x5D: true
        default: false
        }
    }
}
