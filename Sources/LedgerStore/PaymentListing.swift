public import DomainModel
public import RunnerCore

/// A payment as lists show it.
public struct ListedPayment: Sendable, Hashable {
    /// The connection.
    public var connection: String
    /// CCV's reference.
    public var reference: String
    /// The state; nil when it was not decided yet.
    public var state: PaymentState?
    /// The reason code; empty when there is none.
    public var reason: String
    /// The reason in a sentence.
    public var text: String
    /// In minor units.
    public var amount: Int64
    /// Upper case; empty when the record has none.
    public var currency: String
    /// When it was created at CCV.
    public var created: Instant
    /// The sale that it pays, or that the last decision found.
    public var sale: SaleKey?
    /// The entry in the books: ours, or the one that a person named.
    public var memo: EntryKey?
    /// The rule of the last decision; empty before one.
    public var rule: String
    /// The revision of the rules of the last decision; empty before one.
    public var revision: String
    /// What CCV changed after it was booked; nil when nothing.
    public var alarm: String?
}

/// A payment with all that happened to it.
public struct PaymentHistory: Sendable, Hashable {
    /// Something that happened.
    public struct Event: Sendable, Hashable {
        /// The number of the entry in the ledger.
        public var entry: Int64
        /// When, by the clock of this machine.
        public var at: Instant
        /// The run; nil when a person did it.
        public var run: RunID?
        /// A word: `seen`, `alarm`, `decided`, `intended`, an event of a posting such as `booked`,
        /// `read_back`, or an action such as `retry`.
        public var kind: String
        /// What there is to say: a state and a reason, an entry in the books, a sentence.
        public var text: String
        /// Who did it; nil for the program.
        public var who: String?
    }

    /// As lists show it.
    public var payment: ListedPayment
    /// The newest record of CCV.
    public var record: [UInt8]
    /// The line of the last decision; nil before one.
    public var decision: [UInt8]?
    /// The text of the last entry that was to be sent; nil before one.
    public var entry: String?
    /// From the first to the last.
    public var events: [Event]
}

/// Everything that the decisions of a run rest on.
public struct RunInputs: Sendable {
    /// The connection.
    public var connection: String
    /// The moment of deciding; that of the run when nothing was decided.
    public var asOf: Instant
    /// The revision of the rules.
    public var revision: String
    /// The files of the rules.
    public var ruleTexts: [RunStart.RuleText]
    /// The payments that were to be decided, and what belongs to them.
    public var payments: [StoredPayment]
    /// The lines of customers.
    public var items: OpenItemTable
    /// The customers.
    public var customers: CustomerTable
    /// By sale: the reference of the payment whose entry claimed it.
    public var claims: [SaleKey: String]
    /// The entries in which payments were found, in this run or before.
    public var forwarded: [ForwardedEntry]
}
