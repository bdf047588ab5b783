internal import Crypto
internal import FoundationEssentials

/// The chain of all entries: each holds the digest of itself behind the one before it.
///
/// The link of an entry is the SHA-256 of the link before it (32 bytes; zeros before the first) and
/// the canonical bytes of the entry: the name of its table and each value, in the order of
/// `EntryTable.columns`. A value is `n`; or `i`, the number in decimal digits and `;`; or `t` for
/// text or `b` for bytes, their count in decimal digits, `:` and the bytes. Texts are UTF-8. The
/// name stands as a text, and behind it the number of the entry as an integer.
struct EntryChain {
    /// The number of the last entry; 0 before the first.
    private(set) var seq: Int64
    /// The link of the last entry.
    private(set) var link: [UInt8]

    /// The chain before the first entry.
    init() { self.init(seq: 0, link: [UInt8](repeating: 0, count: 32)) }

    /// The chain behind an entry.
    init(seq: Int64, link: [UInt8]) {
        self.seq = seq
        self.link = link
    }

    /// Adds an entry.
    mutating func add(_ table: String, _ cells: [Cell]) {
        seq += 1
        var bytes = link
        bytes.reserveCapacity(256)
        Self.append(.text(table), to: &bytes)
        Self.append(.integer(seq), to: &bytes)
        for cell in cells { Self.append(cell, to: &bytes) }
        link = Array(SHA256.hash(data: bytes))
    }

    private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .null: bytes.append(UInt8(ascii: "n"))
        case .integer(let number):
            bytes.append(UInt8(ascii: "i"))
            bytes += String(number).utf8
            bytes.append(UInt8(ascii: ";"))
        case .text(let text):
            bytes.append(UInt8(ascii: "t"))
            bytes += String(text.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += text.utf8
        case .blob(let blob):
            bytes.append(UInt8(ascii: "b"))
            bytes += String(blob.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += blob
        }
    }
}

/// The SHA-256 of bytes.
func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
