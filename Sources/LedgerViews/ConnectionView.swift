public import DomainModel
public import RunnerCore

/// A connection as the ledger knows it.
public struct ConnectionView: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The office of its last run.
    public var office: String
    /// Its last run; nil before the first.
    public var lastRun: RunView?
    /// Up to when every payment was fetched; nil before the first complete fetch.
    public var fetchedUntil: Instant?

    /// Makes a connection.
    public init(name: String, office: String, lastRun: RunView?, fetchedUntil: Instant?) {
        self.name = name
        self.office = office
        self.lastRun = lastRun
        self.fetchedUntil = fetchedUntil
    }
}

/// A run and what it did.
public struct RunView: Sendable, Equatable {
    /// Its number.
    public var run: RunID
    /// The connection.
    public var connection: String
    /// The revision of its rules.
    public var revision: String
    /// When it began.
    public var began: Instant
    /// When it ended; nil while it goes on, or when it was killed.
    public var ended: Instant?
    /// What it did; nil before its end.
    public var report: RunReport?

    /// Makes a run.
    public init(
        run: RunID, connection: String, revision: String, began: Instant, ended: Instant?,
        report: RunReport?
    ) {
        self.run = run
        self.connection = connection
        self.revision = revision
        self.began = began
        self.ended = ended
        self.report = report
    }
}
