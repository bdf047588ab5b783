public import DomainModel
public import RuleEngine

/// What a runner works by.
public struct RunnerSettings: Sendable {
    /// How far a run goes.
    public enum Stage: Int, Sendable, Comparable {
        /// Payments are fetched and kept.
        case fetched
        /// They are decided.
        case decided
        /// They are sent and reconciled.
        case reconciled

        /// The earlier stage comes first.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The name of the connection.
    public var connection: String
    /// The rules.
    public var rules: CompiledRuleSet
    /// The files of the rules.
    public var ruleTexts: [RunStart.RuleText]
    /// How far to go.
    public var until: Stage
    /// At most so many entries are sent; nil for no limit.
    public var limit: Int?
    /// How far apart two searches that find nothing must be before an entry is sent again.
    public var probeGrace: Duration
    /// Whether anything may be written into the books: not with a test key, unless the
    /// configuration allows it.
    public var maySend: Bool
    /// So many hours before the newest payment known are fetched again.
    public var overlapHours: Int64
    /// What a night fetches again: a bank transfer may still succeed after it failed for being
    /// late, two weeks after it was created.
    public static let nightOverlapHours: Int64 = 30 * 24
    /// What is fetched again between two nights, in case CCV shows a payment late; those that were
    /// not final are read by their references anyway.
    public static let regularOverlapHours: Int64 = 1
    /// So many days before `book_from` the first fetch begins: a payment on a landing page may be
    /// paid two months after it was created.
    public var firstLookBackDays: Int64
    /// Whether the entries of ours are read back when the rest is done.
    public var isNight: Bool
    /// So many days back payments were created or reconciled whose entries are read back: which
    /// periods of the books are open cannot be asked, so this is a whole year.
    public var readBackDays: Int64
    /// At most so many entries are read one by one in a night; the next one goes on.
    public var mostReadAlone: Int

    /// Makes settings.
    public init(
        connection: String, rules: CompiledRuleSet, ruleTexts: [RunStart.RuleText],
        until: Stage = .reconciled, limit: Int? = nil, probeGrace: Duration = .seconds(1800),
        maySend: Bool = true, overlapHours: Int64 = nightOverlapHours,
        firstLookBackDays: Int64 = 70,
        isNight: Bool = false, readBackDays: Int64 = 366, mostReadAlone: Int = 500
    ) {
        self.connection = connection
        self.rules = rules
        self.ruleTexts = ruleTexts
        self.until = until
        self.limit = limit
        self.probeGrace = probeGrace
        self.maySend = maySend
        self.overlapHours = overlapHours
        self.firstLookBackDays = firstLookBackDays
        self.isNight = isNight
        self.readBackDays = readBackDays
        self.mostReadAlone = mostReadAlone
    }
}

/// What the runner gets from outside: services, the ledger, the clock.
public struct RunnerPorts: Sendable {
    /// CCV.
    public var payments: any PaymentService
    /// Twinfield.
    public var books: any BooksService
    /// Our record.
    public var ledger: any Ledger
    /// The moment by the clock of this machine; nothing about money rests on it.
    public var now: @Sendable () -> Instant
    /// The digest of a text, such as its SHA-256.
    public var digest: @Sendable (String) -> String
    /// The rules of an earlier revision; nil when they are not known or do not compile any more.
    public var pastRules: @Sendable (_ revision: String) throws -> CompiledRuleSet?
    /// Whether the run is asked to stop after the step in hand.
    public var shouldStop: @Sendable () -> Bool

    /// Makes ports.
    public init(
        payments: any PaymentService, books: any BooksService, ledger: any Ledger,
        now: @escaping @Sendable () -> Instant, digest: @escaping @Sendable (String) -> String,
        pastRules: @escaping @Sendable (String) throws -> CompiledRuleSet? = { _ in nil },
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
        self.payments = payments
        self.books = books
        self.ledger = ledger
        self.now = now
        self.digest = digest
        self.pastRules = pastRules
        self.shouldStop = shouldStop
    }
}
