/// A growing store of UTF-8 text, addressed by `TextSlice`.
///
/// One allocation holds the texts of a million records; a record keeps eight bytes a text.
public struct TextArena: Sendable {
    /// All texts, one behind the other.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty store.
    public init() {}

    /// Adds a text and says where it stands.
    ///
    /// At most 4 GiB fit in one arena.
    public mutating func append(_ text: UnsafeRawBufferPointer) -> TextSlice {
        guard !text.isEmpty else { return .absent }
        let offset = bytes.count
        precondition(offset + text.count <= Int(UInt32.max), "an arena holds at most 4 GiB")
        bytes.append(contentsOf: text.bindMemory(to: UInt8.self))
        return TextSlice(offset: UInt32(offset), count: UInt32(text.count))
    }

    /// Adds the UTF-8 bytes of a text and says where it stands.
    public mutating func append(_ text: some Collection<UInt8>) -> TextSlice {
        guard !text.isEmpty else { return .absent }
        let offset = bytes.count
        bytes.append(contentsOf: text)
        precondition(bytes.count <= Int(UInt32.max), "an arena holds at most 4 GiB")
        return TextSlice(offset: UInt32(offset), count: UInt32(bytes.count - offset))
    }

    /// Adds a text and says where it stands.
    public mutating func append(_ text: String) -> TextSlice { append(text.utf8) }

    /// Copies a text of another arena into this one.
    public mutating func append(_ slice: TextSlice, of other: TextArena) -> TextSlice {
        append(other.bytes[slice.range])
    }

    /// The text as a string; for messages and tests, never in a loop over payments.
    public func string(_ slice: TextSlice) -> String {
        String(decoding: bytes[slice.range], as: UTF8.self)
    }

    /// Lends the bytes of one text.
    @inlinable
    public func withBytes<Result, Failure: Error>(
        _ slice: TextSlice, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: buffer[slice.range]))
        }
    }

    /// The bytes of one text.
    public subscript(slice: TextSlice) -> ArraySlice<UInt8> { bytes[slice.range] }

    /// Asks for room in advance.
    public mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

    /// Forgets all texts and keeps the room.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
