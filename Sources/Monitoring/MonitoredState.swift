public import DomainModel

/// What monitoring tells of the program at a moment: counts, amounts and times, and nothing of a
/// person or of one payment.
public struct MonitoredState: Sendable, Equatable {
    /// Now.
    public var now: Instant
    /// When the program began.
    public var started: Instant
    /// The version of the program.
    public var version: String
    /// Why the ledger cannot be read, as a word; nil when it can be.
    public var ledgerFault: String?
    /// Whether the schedule is still looked at.
    public var isAlive: Bool
    /// The connections, in the order of the configuration.
    public var connections: [MonitoredConnection]

    /// Makes a state.
    public init(
        now: Instant, started: Instant, version: String, ledgerFault: String? = nil,
        isAlive: Bool = true, connections: [MonitoredConnection]
    ) {
        self.now = now
        self.started = started
        self.version = version
        self.ledgerFault = ledgerFault
        self.isAlive = isAlive
        self.connections = connections
    }
}

/// What monitoring tells of a connection.
public struct MonitoredConnection: Sendable, Equatable {
    /// Payments in one state and currency.
    public struct Tally: Sendable, Hashable {
        /// The state, as the ledger names it.
        public var state: String
        /// Upper case; empty when the records have none.
        public var currency: String
        /// How many.
        public var count: Int
        /// In minor units of the currency.
        public var amount: Int64

        /// Makes a tally.
        public init(state: String, currency: String, count: Int, amount: Int64) {
            self.state = state
            self.currency = currency
            self.count = count
            self.amount = amount
        }
    }

    /// Runs of one kind that came to one thing.
    public struct Runs: Sendable, Hashable {
        /// `regular` or `night`.
        public var kind: String
        /// What they came to, such as `complete`.
        public var result: String
        /// How many.
        public var count: Int

        /// Makes a count of runs.
        public init(kind: String, result: String, count: Int) {
            self.kind = kind
            self.result = result
            self.count = count
        }
    }

    /// Faults of a service.
    public struct Faults: Sendable, Hashable {
        /// `ccv`, `twinfield` or `ledger`.
        public var service: String
        /// A word, such as `unreachable`.
        public var kind: String
        /// How many.
        public var count: Int

        /// Makes a count of faults.
        public init(service: String, kind: String, count: Int) {
            self.service = service
            self.kind = kind
            self.count = count
        }
    }

    /// Its name.
    public var name: String
    /// All payments of the connection.
    public var tallies: [Tally] = []
    /// When the last complete fetch began; nil before the first.
    public var lastFetch: Instant?
    /// When the last run of this process ended; nil before the first.
    public var lastRun: Instant?
    /// What the last run of this process came to; nil before the first.
    public var lastResult: String?
    /// Whether a run goes on.
    public var isRunning = false
    /// When the next run is due.
    public var nextRun: Instant?
    /// The runs since the program began.
    public var runs: [Runs] = []
    /// How long these took together.
    public var totalDuration = Duration.zero
    /// How long the last one took; nil before the first.
    public var lastDuration: Duration?
    /// The faults since the program began.
    public var faults: [Faults] = []
    /// How many problems of each code the last run of this process told.
    public var problems: [String: Int] = [:]

    /// Makes a connection of which nothing is known yet.
    public init(name: String) { self.name = name }
}

/// Where monitoring gets its values.
public protocol MonitoringSource: Sendable {
    /// The state now.
    func state() async -> MonitoredState
}
