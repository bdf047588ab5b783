/// Where a value stands in the bytes, and of which kind it is; nothing is copied.
struct JSONValue {
    /// The kinds of JSON values, and two of no value.
    enum Kind: UInt8 {
        case absent
        case null
        case `true`
        case `false`
        case number
        /// A text whose bytes stand as they are.
        case text
        /// A text with at least one backslash.
        case escapedText
        case list
        case object
    }

    var kind: Kind
    /// The first byte; of a text, the first behind the quote.
    var start: Int
    /// The number of bytes; of a text, without the quotes.
    var count: Int

    static let absent = JSONValue(kind: .absent, start: 0, count: 0)

    /// Whether the value is a text.
    @inline(__always)
    var isText: Bool { kind == .text || kind == .escapedText }

    /// Whether the key is missing, or its value is `null` or an empty text.
    @inline(__always)
    var isNothing: Bool {
        kind == .absent || kind == .null || (kind == .text && count == 0)
    }

    /// The bytes as they are written, escapes included.
    @inline(__always)
    func written(in base: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + start, count: count)
    }

    /// What the value is, for a message: `the number 12`, `the text "abc"`, `a list`.
    func described(in base: UnsafePointer<UInt8>) -> String {
        switch kind {
        case .absent: "nothing"
        case .null, .true, .false: "`\(FoundText.excerpt(written(in: base), limit: 8))`"
        case .number: "the number \(FoundText.excerpt(written(in: base), limit: 40))"
        case .text, .escapedText:
            count == 0
                ? "an empty text"
                : "the text \"\(FoundText.excerpt(written(in: base), limit: 40))\""
        case .list: "a list"
        case .object: "an object"
        }
    }
}
