public import DomainModel

/// Our own record, as the runner needs it: each call is one transaction that is on the disk when it
/// returns, or throws and changed nothing.
public protocol Ledger: Sendable {
    /// Begins a run; the rules are kept with their texts.
    func begin(_ run: RunStart) throws -> RunID
    /// Ends a run with what it did.
    func end(_ run: RunID, _ report: RunReport, at: Instant) throws

    /// Up to when all payments of a connection were fetched; nil before the first time.
    func fetchedUntil(_ connection: String) throws -> Instant?
    /// The payments whose status was not final when they were seen last.
    func unfinished(_ connection: String) throws -> [String]
    /// Keeps what CCV gave; says which payments changed after they were booked.
    func keep(
        _ payments: [SeenPayment], fetchedUntil: Instant?, in run: RunID, at: Instant
    ) throws -> [ChangedPayment]

    /// Keeps the open items and customers that decisions of this run rest on.
    func keep(_ items: OpenItemTable, _ customers: CustomerTable, in run: RunID) throws
    /// The payments that have no entry and are not settled by a person, and what belongs to them.
    func undecided(_ connection: String) throws -> [StoredPayment]
    /// Which of these references another connection knows.
    func knownElsewhere(_ references: [String], than connection: String) throws -> Set<String>
    /// Keeps decisions, and with them the states of the payments.
    func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws

    /// The postings that are not at their end.
    func postings(_ connection: String) throws -> [Posting]
    /// Every entry that is known as ours, of all connections.
    func knownEntries() throws -> Set<EntryKey>
    /// Writes the intent to send an entry; `memo` is its text for people. Gives it with the number
    /// of its attempt.
    ///
    /// Throws when the key has an attempt that is not at its end, or when another posting claims
    /// the sale: the ledger is the last guard against a second entry.
    func intend(_ posting: Posting, memo: String, in run: RunID, at: Instant) throws -> Posting
    /// Writes what happened to a posting; gives the posting after it.
    func note(_ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant) throws
        -> Posting
}

/// The number of a run.
public struct RunID: Sendable, Hashable, Codable {
    /// The number.
    public var value: Int64

    /// Takes a number.
    public init(_ value: Int64) { self.value = value }
}

/// What a run begins with.
public struct RunStart: Sendable {
    /// The connection.
    public var connection: String
    /// The revision of the rules.
    public var revision: String
    /// The files of the rules: path and text.
    public var ruleTexts: [RuleText]
    /// The office of the rules.
    public var office: String
    /// When it begins.
    public var at: Instant

    /// A file of the rules.
    public struct RuleText: Sendable, Hashable {
        /// Its path, as it was given.
        public var path: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// Makes a file.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Makes a start.
    public init(
        connection: String, revision: String, ruleTexts: [RuleText], office: String, at: Instant
    ) {
        self.connection = connection
        self.revision = revision
        self.ruleTexts = ruleTexts
        self.office = office
        self.at = at
    }
}

/// A payment that CCV changed after it was booked: an alarm, and nothing else happens.
public struct ChangedPayment: Sendable, Hashable {
    /// CCV's reference.
    public var reference: String
    /// What changed, in words.
    public var change: String

    /// Makes an alarm.
    public init(reference: String, change: String) {
        self.reference = reference
        self.change = change
    }
}

/// A payment from the ledger.
public struct StoredPayment: Sendable, Hashable {
    /// CCV's reference.
    public var reference: String
    /// The newest record.
    public var json: [UInt8]
    /// Whether it is to be decided; others are there because they belong to one that is.
    public var isUndecided: Bool
    /// The sale that a person chose.
    public var choice: SaleKey?

    /// Makes a payment.
    public init(reference: String, json: [UInt8], isUndecided: Bool = true, choice: SaleKey? = nil)
    {
        self.reference = reference
        self.json = json
        self.isUndecided = isUndecided
        self.choice = choice
    }
}

/// A decision, as it is kept.
public struct DecidedPayment: Sendable, Hashable {
    /// CCV's reference.
    public var reference: String
    /// The state that the payment has by it.
    public var state: PaymentState
    /// The first reason code; empty when it is booked.
    public var reason: String
    /// The reason in a sentence.
    public var text: String
    /// In minor units.
    public var amount: Int64
    /// The currency, upper case; empty when the record has none.
    public var currency: String
    /// The sale, when it is booked.
    public var sale: SaleKey?
    /// The rule of `select`.
    public var rule: String
    /// The line of the decisions file.
    public var json: [UInt8]

    /// Makes a decision.
    public init(
        reference: String, state: PaymentState, reason: String, text: String, amount: Int64,
        currency: String, sale: SaleKey?, rule: String, json: [UInt8]
    ) {
        self.reference = reference
        self.state = state
        self.reason = reason
        self.text = text
        self.amount = amount
        self.currency = currency
        self.sale = sale
        self.rule = rule
        self.json = json
    }
}

/// The state of a payment in the ledger (design, section 3).
public enum PaymentState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not final at CCV yet.
    case open
    /// It will be booked.
    case due
    /// The intent to send its entry is written.
    case intended
    /// Its entry is in the books.
    case posted
    /// Its entry is reconciled with the sale.
    case reconciled
    /// A person decides.
    case review
    /// Time may solve it.
    case waiting
    /// A person must act.
    case failed
    /// What became of the send is unknown.
    case parked
    /// Settled by hand; the entry in the books is named.
    case resolved
    /// Not to be booked, and a person said why.
    case ignored
    /// Its entry was reversed.
    case reversed
    /// Its entry was deleted, changed or unmatched in the books.
    case drifted
    /// Nothing to book.
    case skipped
}
