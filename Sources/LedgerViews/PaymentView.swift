public import DomainModel
public import RunnerCore

/// A payment with all that is known of it.
public struct PaymentView: Sendable, Hashable {
    /// Something that happened.
    public struct Event: Sendable, Hashable {
        /// The number of the entry in the ledger.
        public var entry: Int64
        /// When, by the clock of this machine.
        public var at: Instant
        /// The run; nil when a person did it.
        public var run: RunID?
        /// A word: `seen`, `alarm`, `decided`, `intended`, an event of a posting such as `booked`,
        /// or an action such as `retry`.
        public var kind: String
        /// What there is to say: a state and a reason, an entry in the books, a sentence.
        public var text: String
        /// Who did it; nil for the program.
        public var who: String?

        /// Makes an event.
        public init(
            entry: Int64, at: Instant, run: RunID?, kind: String, text: String, who: String?
        ) {
            self.entry = entry
            self.at = at
            self.run = run
            self.kind = kind
            self.text = text
            self.who = who
        }
    }

    /// As lists show it.
    public var summary: PaymentSummary
    /// The newest record of CCV: a JSON object.
    public var record: [UInt8]
    /// The last decision, as a line of the decisions file; nil before one.
    public var decision: [UInt8]?
    /// The last entry that was to be sent, as text for people; nil before one.
    public var memo: String?
    /// From the first to the last.
    public var events: [Event]

    /// Makes a view.
    public init(
        summary: PaymentSummary, record: [UInt8], decision: [UInt8]?, memo: String?,
        events: [Event]
    ) {
        self.summary = summary
        self.record = record
        self.decision = decision
        self.memo = memo
        self.events = events
    }
}
