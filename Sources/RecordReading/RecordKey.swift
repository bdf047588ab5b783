/// A key that counts in one kind of record.
///
/// Raw values count from 0 without gaps; there are at most 64.
protocol RecordKey: RawRepresentable<Int>, CaseIterable, Sendable {
    /// The key as it stands in the file: 1 to 24 bytes of ASCII.
    var spelling: String { get }
    /// Whether the key is of another kind of record, and looked for only to recognise that one.
    var isStranger: Bool { get }
}

/// Finds the key that some bytes spell, without making a string.
///
/// A name is three words of eight bytes; a small open hash table leads to the one that can fit.
struct KeyTable<Key: RecordKey> {
    private struct Name {
        var first: UInt64
        var second: UInt64
        var third: UInt64
        var key: Key
    }

    private static var maximumLength: Int { 24 }
    private var names: [Name?]

    /// Makes the table of all cases.
    init() {
        names = Array(repeating: nil, count: 256)
        for key in Key.allCases {
            let utf8 = Array(key.spelling.utf8)
            utf8.withUnsafeBufferPointer { bytes in
                let (first, second, third) = Self.words(bytes)
                var slot = Self.slot(first, third, bytes.count)
                while names[slot] != nil { slot = (slot + 1) & 255 }
                names[slot] = Name(first: first, second: second, third: third, key: key)
            }
        }
    }

    /// The key of this name, if it counts.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
        guard !bytes.isEmpty, bytes.count <= Self.maximumLength else { return nil }
        let (first, second, third) = Self.words(bytes)
        var slot = Self.slot(first, third, bytes.count)
        while let name = names[slot] {
            if name.first == first, name.second == second, name.third == third { return name.key }
            slot = (slot + 1) & 255
        }
        return nil
    }

    @inline(__always)
    private static func words(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (UInt64, UInt64, UInt64) {
        guard let start = bytes.baseAddress else { return (0, 0, 0) }
        let count = bytes.count
        return (word(start, 0, count), word(start, 8, count), word(start, 16, count))
    }

    /// Eight bytes from `offset` on, zeros behind the end.
    @inline(__always)
    private static func word(_ start: UnsafePointer<UInt8>, _ offset: Int, _ count: Int) -> UInt64 {
        let left = count - offset
        if left <= 0 { return 0 }
        if left >= 8 {
            let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
            return UInt64(littleEndian: word)
        }
        var word: UInt64 = 0
        for index in 0..<left { word |= UInt64(start[offset + index]) << UInt64(index * 8) }
        return word
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ third: UInt64, _ count: Int) -> Int {
        let mixed = (first ^ third &* 31 ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(mixed >> 56)
    }
}
