import ByteText

/// A word of CCV's vocabulary (type, status, method, brand) as a small number.
///
/// Words are open: CCV may add one any day. Numbers of one table mean nothing in another.
public struct WordID: Sendable, Hashable {
    /// The position in the table; 0 is the word that is not given.
    public let index: UInt16

    /// The word that is not given.
    public static let absent = WordID(index: 0)
}

/// The distinct words of a batch, kept in lower case without `_`, `-` and spaces.
///
/// Multi-word types are known in capitals only (`AUTO_REFUND`), so their spelling in JSON is open.
public struct WordTable: Sendable {
    private var slices: [TextSlice] = [.absent]
    private var originals: [TextSlice] = [.absent]
    private var arena = TextArena()
    private var ids: [[UInt8]: UInt16] = [:]

    /// At most this many distinct words are told apart; real data has some forty.
    public static let maximumCount = 10_000

    /// Makes a table without words.
    public init() {}

    /// The number of words, with the absent one.
    public var count: Int { slices.count }

    /// The number of a word, new or known.
    ///
    /// Beyond `maximumCount` every new word is one: `other`.
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> WordID {
        if text.isEmpty { return .absent }
        // Nearly always one of the last words seen, spelt the same: compare before hashing.
        var position = originals.count - 1
        while position > 0, position > originals.count - 33 {
            if matches(originals[position], text) { return WordID(index: UInt16(position)) }
            position -= 1
        }
        return internSlow(text)
    }

    /// The number of a word, if it occurs.
    public func find(_ word: String) -> WordID? {
        ids[Self.normalised(word.utf8)].map { WordID(index: $0) }
    }

    /// The word in normal form: lower case, without `_`, `-` and spaces.
    public func word(_ id: WordID) -> String { arena.string(slices[Int(id.index)]) }

    /// The word as it was first written.
    public func original(_ id: WordID) -> String { arena.string(originals[Int(id.index)]) }

    /// Lower case without `_`, `-` and spaces, the form in which words are compared.
    public static func normalised(_ text: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text where byte != 0x5F && byte != 0x2D && byte != 0x20 {
            result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return result
    }

    private func matches(_ slice: TextSlice, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(slice.count) == text.count else { return false }
        let start = Int(slice.offset)
        for index in 0..<text.count where arena.bytes[start + index] != text[index] {
            return false
        }
        return true
    }

    private mutating func internSlow(_ text: UnsafeBufferPointer<UInt8>) -> WordID {
        var key = Self.normalised(text)
        if key.isEmpty { return .absent }
        if let known = ids[key] { return WordID(index: known) }
        var original = TextSlice.absent
        if slices.count >= Self.maximumCount {
            key = Array("other".utf8)
            if let known = ids[key] { return WordID(index: known) }
            original = arena.append(key)
        } else {
            original = arena.append(text)
        }
        let index = UInt16(slices.count)
        slices.append(arena.append(key))
        originals.append(original)
        ids[key] = index
        return WordID(index: index)
    }
}
