public import DomainModel

/// What the schedule did since the program began, and what it does next.
public struct ScheduleStatus: Sendable, Equatable {
    /// A kind of run and what it came to.
    public struct Ending: Sendable, Hashable {
        /// The kind.
        public var kind: RunKind
        /// What it came to.
        public var result: RunOutcome.Result
    }

    /// A connection.
    public struct Connection: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// The kind of the run that goes on; nil when none does.
        public var running: RunKind?
        /// When the newest run of this process began; nil before the first.
        public var began: Instant?
        /// When it ended; nil before the first end.
        public var ended: Instant?
        /// What it came to.
        public var outcome: RunOutcome?
        /// When the next run is due, as the clock on the wall shows now.
        public var next: Instant
        /// The kind of the next run.
        public var nextKind: RunKind
        /// How often runs came to what.
        public var endings: [Ending: Int] = [:]
        /// How long the last run took.
        public var lastDuration = Duration.zero
        /// How long all runs took together.
        public var totalDuration = Duration.zero
    }

    /// In the order in which they run.
    public var connections: [Connection]
    /// When the plan was looked at last, by the clock that only runs forward.
    public var lastLook: Duration
}
