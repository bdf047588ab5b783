public import DomainModel

/// One set in which a line was reconciled, seen from that line.
public struct EntryMatch: Sendable, Equatable {
    /// A line of another entry in the set.
    public struct Counterpart: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of its line.
        public var line: Int?
        /// How much of it was reconciled, signed.
        public var matched: Int64?
    }

    /// The date of the match.
    public var date: CalendarDate?
    /// How much of the line was reconciled in it, signed.
    public var matched: Int64?
    /// The lines on the other side.
    public var counterparts: [Counterpart]
}
