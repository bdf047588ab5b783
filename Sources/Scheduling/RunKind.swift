public import DomainModel

/// What a scheduled run does.
public enum RunKind: String, Sendable, Hashable, CaseIterable {
    /// Fetches what is new, and decides, books and reconciles what can be.
    case regular
    /// The same, and checks again everything that was fetched before and is not booked, and every
    /// entry of ours.
    case night
}

/// What a run came to.
public struct RunOutcome: Sendable, Equatable {
    /// What it came to.
    public enum Result: String, Sendable, Hashable, CaseIterable {
        /// Everything was done.
        case complete
        /// A service failed, so that a part was not done.
        case incomplete
        /// Nothing was done: wrong rules, no connection, a ledger that cannot be used.
        case failed
        /// Another run of the connection was at work.
        case held
        /// The program was asked to stop.
        case stopped
    }

    /// What it came to.
    public var result: Result
    /// The number of the run in the ledger; nil when it got none.
    public var run: Int64?

    /// Makes an outcome.
    public init(_ result: Result, run: Int64? = nil) {
        self.result = result
        self.run = run
    }
}

/// What is remembered of the runs of a connection, also by other processes.
public struct RunHistory: Sendable, Equatable {
    /// A run that was begun.
    public struct Run: Sendable, Equatable {
        /// Its number; later runs have higher ones.
        public var number: Int64
        /// When it began, by the clock on the wall of then.
        public var began: Instant
        /// Whether it ended and everything was done.
        public var isComplete: Bool

        /// Makes a run.
        public init(number: Int64, began: Instant, isComplete: Bool) {
            self.number = number
            self.began = began
            self.isComplete = isComplete
        }
    }

    /// The newest run; nil before the first.
    public var last: Run?
    /// When the newest night run began that did everything; nil before the first.
    public var lastNight: Instant?

    /// Makes a history.
    public init(last: Run? = nil, lastNight: Instant? = nil) {
        self.last = last
        self.lastNight = lastNight
    }
}
