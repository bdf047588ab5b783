/// The entries of an administration in order of input, without those that were deleted.
public struct EntryList: Sendable, Sequence {
    /// A deleted entry leaves its place empty, so that no other entry moves.
    let places: [Entry?]
    /// How many entries there are.
    public let count: Int

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Hands out one entry after the other.
    public struct Iterator: IteratorProtocol {
        private var inner: IndexingIterator<[Entry?]>

        init(_ places: [Entry?]) { inner = places.makeIterator() }

        /// The next entry, or nil behind the last.
        public mutating func next() -> Entry? {
            while let place = inner.next() {
                if let entry = place { return entry }
            }
            return nil
        }
    }

    /// Begins with the entry that was posted first.
    public func makeIterator() -> Iterator { Iterator(places) }
}
