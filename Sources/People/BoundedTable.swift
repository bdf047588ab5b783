/// Values by a key that strangers choose: it forgets what was used longest ago, and never grows.
public struct BoundedTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var value: Value
        var used: UInt64
    }

    /// So many keys are kept.
    public let capacity: Int
    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0

    /// An empty table.
    public init(capacity: Int) { self.capacity = max(1, capacity) }

    /// How many keys it holds.
    public var count: Int { entries.count }

    /// The value of a key; nil sets it free.
    public subscript(key: String) -> Value? {
        get { entries[key]?.value }
        set {
            guard let newValue else {
                entries[key] = nil
                return
            }
            uses += 1
            if entries[key] == nil, entries.count >= capacity { makeRoom() }
            entries[key] = Entry(value: newValue, used: uses)
        }
    }

    /// Forgets the older half at once, so that a flood of keys does not cost a search each.
    private mutating func makeRoom() {
        let middle = entries.values.map(\.used).sorted()[entries.count / 2]
        entries = entries.filter { $0.value.used > middle }
    }
}
