/// From 64-bit hashes to the numbers of records: chains in flat arrays, in order of insertion.
public struct HashIndex: Sendable {
    @usableFromInline struct Entry: Sendable {
        @usableFromInline var hash: UInt64
        @usableFromInline var record: UInt32
        @usableFromInline var next: UInt32
    }

    @usableFromInline var entries: [Entry] = []
    @usableFromInline var heads: [UInt32]
    @usableFromInline static let none = UInt32.max

    /// Makes an index with room for about `capacity` records.
    public init(capacity: Int) {
        var size = 16
        while size < capacity { size *= 2 }
        heads = [UInt32](repeating: Self.none, count: size)
        entries.reserveCapacity(capacity)
    }

    /// The number of entries.
    public var count: Int { entries.count }

    /// Adds a record under a hash.
    public mutating func insert(_ hash: UInt64, _ record: UInt32) {
        if entries.count >= heads.count { grow() }
        let slot = Int(truncatingIfNeeded: hash) & (heads.count - 1)
        entries.append(Entry(hash: hash, record: record, next: heads[slot]))
        heads[slot] = UInt32(entries.count - 1)
    }

    /// Calls `body` with every record under a hash, the last inserted first.
    @inlinable
    public func forEach(_ hash: UInt64, _ body: (UInt32) -> Void) {
        _ = first(hash) { record in
            body(record)
            return false
        }
    }

    /// The first record under a hash, the last inserted first, that `isWanted` accepts.
    @inlinable
    public func first(_ hash: UInt64, where isWanted: (UInt32) -> Bool) -> UInt32? {
        heads.withUnsafeBufferPointer { heads in
            entries.withUnsafeBufferPointer { entries in
                var position = heads[Int(truncatingIfNeeded: hash) & (heads.count - 1)]
                while position != Self.none {
                    let entry = entries[Int(position)]
                    if entry.hash == hash, isWanted(entry.record) { return entry.record }
                    position = entry.next
                }
                return nil
            }
        }
    }

    private mutating func grow() {
        heads = [UInt32](repeating: Self.none, count: heads.count * 2)
        for index in entries.indices {
            let slot = Int(truncatingIfNeeded: entries[index].hash) & (heads.count - 1)
            entries[index].next = heads[slot]
            heads[slot] = UInt32(index)
        }
    }
}
