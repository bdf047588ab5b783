internal import ByteText

/// Small questions about a piece of UTF-8 text that stands somewhere in memory.
enum TextBytes {
    /// Whether the bytes are those of a word.
    static func equal(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<text.count where text[index] != word.utf8Start[index] { return false }
        return true
    }

    /// Whether two texts have the same bytes.
    static func equal(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard left.count == right.count else { return false }
        for index in 0..<left.count where left[index] != right[index] { return false }
        return true
    }

    /// The text without white space (space, tab, line ends) at both ends.
    static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var lower = 0
        var upper = text.count
        while lower < upper, isSpace(text[lower]) { lower += 1 }
        while upper > lower, isSpace(text[upper - 1]) { upper -= 1 }
        return UnsafeBufferPointer(rebasing: text[lower..<upper])
    }

    /// Whether a byte is white space in XML.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The text for a message, in quotes: as `shown` gives it.
    static func quoted(_ text: some Collection<UInt8>, limit: Int = 60) -> String {
        "\"" + shown(text, limit: limit) + "\""
    }

    /// The text for a message: one line of at most `limit` characters, with a mark where it was
    /// cut, and nothing that a terminal would obey.
    static func shown(_ text: some Collection<UInt8>, limit: Int = 60) -> String {
        // A character seldom has more than eight bytes; a megabyte is not decoded for a message.
        let whole = String(decoding: text.prefix(limit * 8), as: UTF8.self)
        let start = whole.prefix(limit)
        let isCut = start.endIndex != whole.endIndex || text.count > limit * 8
        return ShownText.oneLine(start) + (isCut ? "…" : "")
    }
}
