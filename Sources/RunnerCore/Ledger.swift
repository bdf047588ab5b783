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

    /// Keeps what the books gave: what decisions of this run rest on.
    func keep(
        _ items: OpenItemTable, _ customers: CustomerTable, forwarded: [ForwardedEntry],
        in run: RunID
    ) throws
    /// The payments that have no entry and are not settled by a person, and what belongs to them.
    ///
    /// What Twinfield refused is among them when its record, its sale or the rules changed since,
    /// or when a person wants it to be sent again; what was skipped for an entry in the books is
    /// always among them, as people may delete that entry.
    func undecided(_ connection: String) throws -> [StoredPayment]
    /// Which of these references another connection knows.
    func knownElsewhere(_ references: [String], than connection: String) throws -> Set<String>
    /// Keeps decisions, and with them the states of the payments.
    func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws

    /// The postings that are under way: `intended`, `parked` and `posted` at least, without those
    /// whose payment is `drifted`.
    func postings(_ connection: String) throws -> [Posting]
    /// Every entry that is known as ours in the office of a connection, whichever connection it
    /// came from; other offices have the same numbers.
    func knownEntries(inOfficeOf connection: String) throws -> Set<EntryKey>
    /// Which of these sales in the office of a connection an entry of ours claims, whichever
    /// connection it came from, and the reference of its payment: see `Posting.claimsSale`.
    func claims(on sales: [SaleKey], inOfficeOf connection: String) throws -> [SaleKey: String]
    /// Writes the intent to send an entry, and gives it with the number of its attempt; `memo` is
    /// its text for people.
    ///
    /// Throws `IntentRefused` when it must not be sent; then nothing was written.
    @discardableResult
    func intend(_ posting: Posting, memo: String, in run: RunID, at: Instant) throws -> Posting
    /// Writes what happened to a posting; gives the posting after it.
    ///
    /// The posting must be as the ledger gave it last.
    func note(_ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant) throws
        -> Posting

    /// The entries that a night compares: in the office of the last run, of payments that were
    /// created or reconciled since a moment and that no person settled.
    func bookedMarks(_ connection: String, since: Instant) throws -> [BookedMark]
    /// The postings of some of these entries, and what was read of each before.
    func booked(_ entries: [EntryKey], of connection: String) throws -> [BookedPosting]
    /// Keeps how entries stood in the books, and with that whether their payments are `drifted`;
    /// what is known already costs nothing.
    func keep(
        _ found: [(posting: Posting, readBack: ReadBack)], in run: RunID, at: Instant) throws
    /// Keeps that a night is done.
    func keep(_ night: NightRead, in run: RunID, at: Instant) throws
    /// The payments found `drifted` that no run of the connection told yet and came to its end.
    func untoldDrifts(_ connection: String) throws -> [DriftedPayment]

    /// How many payments looked for a sale and found one, run by run, since a moment.
    func saleShares(_ connection: String, since: Instant) throws -> [SaleShare]
    /// When all payments were fetched last, by the clock of this machine; when the first run began,
    /// if that never was; nil before the first run.
    func lastFetch(_ connection: String) throws -> Instant?
}

extension Ledger {
    /// Keeps what the books gave, without a search for entries of the payments.
    public func keep(_ items: OpenItemTable, _ customers: CustomerTable, in run: RunID) throws {
        try keep(items, customers, forwarded: [], in: run)
    }
}

/// Why an entry must not be sent now: the payment goes on from what the ledger says.
public struct IntentRefused: Error, Sendable, Equatable {
    /// What is in the way.
    public enum Reason: Sendable, Equatable {
        /// An attempt of this key is not at its end.
        case unfinishedAttempt
        /// The entry of another payment claims the sale; whose.
        case saleClaimed(by: PostingKey)
        /// A person settled the payment, or chose another sale, since it was decided.
        case settledByPerson
        /// A person wants it to be booked by other rules, since it was decided.
        case otherRulesWanted
    }

    /// The posting that was to be sent.
    public let key: PostingKey
    /// What is in the way.
    public let reason: Reason
    /// What is in the way, in words.
    public var text: String {
        switch reason {
        case .unfinishedAttempt: "an attempt to book it is not at its end"
        case .saleClaimed(let other): "the sale is paid by \(other.reference) already"
        case .settledByPerson: "a person settled it meanwhile"
        case .otherRulesWanted: "it is to be booked by other rules than those that decided it"
        }
    }

    /// Makes a refusal.
    public init(_ key: PostingKey, _ reason: Reason) {
        self.key = key
        self.reason = reason
    }
}

/// An entry of the books in which a payment was found by its transaction id.
public struct ForwardedEntry: Sendable, Hashable {
    /// CCV's reference of the payment.
    public var reference: String
    /// Where it was found.
    public var entry: EntryKey

    /// Makes a finding.
    public init(reference: String, entry: EntryKey) {
        self.reference = reference
        self.entry = entry
    }
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
    /// The time zone of the rules: the day of a payment is the day there; nil for the one that the
    /// connection had before.
    public var timeZone: TimeZoneRules?
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
        connection: String, revision: String, ruleTexts: [RuleText], office: String,
        timeZone: TimeZoneRules? = nil, at: Instant
    ) {
        self.connection = connection
        self.revision = revision
        self.ruleTexts = ruleTexts
        self.office = office
        self.timeZone = timeZone
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
    /// The revision of the rules by which a person wants it to be decided; nil for those of now.
    public var rulesOfThen: String?

    /// Makes a payment.
    public init(
        reference: String, json: [UInt8], isUndecided: Bool = true, choice: SaleKey? = nil,
        rulesOfThen: String? = nil
    ) {
        self.reference = reference
        self.json = json
        self.isUndecided = isUndecided
        self.choice = choice
        self.rulesOfThen = rulesOfThen
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
    /// The revision of the rules that made it; nil for those of the run.
    public var revision: String?

    /// Makes a decision.
    public init(
        reference: String, state: PaymentState, reason: String, text: String, amount: Int64,
        currency: String, sale: SaleKey?, rule: String, json: [UInt8], revision: String? = nil
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
        self.revision = revision
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
