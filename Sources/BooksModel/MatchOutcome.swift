public import DomainModel

/// What became of a match set (API reference, 5.3 and 5.4).
public struct MatchOutcome: Sendable, Hashable {
    /// What is known of one line of the request, in the order of the request.
    public struct Line: Sendable, Hashable {
        /// The entry **before** the match; nil when there is none, or the request was unreadable.
        public var entry: Entry?
        /// The line **before** the match, with the open amounts of then.
        public var line: EntryLine?
        /// How much is matched, signed; nil when that is not known.
        public var matchValue: Int64?
        /// The same in the base currency.
        public var matchBaseValue: Int64?
        /// Why this line cannot be matched; empty when it could be.
        public var refusals: [Refusal]
    }

    /// The number of the match, per customer; nil when nothing was matched.
    public var number: Int?
    /// The customer of the lines; nil when no line could be found.
    public var customer: String?
    /// The date of the match; nil when it was unreadable.
    public var date: CalendarDate?
    /// What is left of the sum after values and write-offs; nil when it could not be computed.
    public var residual: Int64?
    /// The lines in the order of the request.
    public var lines: [Line]
    /// What is wrong with the set as a whole.
    public var refusals: [Refusal]

    /// Whether the set was matched.
    public var isMatched: Bool { number != nil }
}
