/// What the schedule drives: the runs of each connection, and what is remembered of them.
public protocol ScheduledWork: Sendable {
    /// The connections, in the order in which they run.
    var connections: [String] { get }
    /// What is remembered of the runs of a connection; throws when the ledger cannot be read.
    func history(of connection: String) async throws -> RunHistory
    /// Runs a connection once; says what it came to, whatever went wrong.
    func run(_ connection: String, _ kind: RunKind) async -> RunOutcome
    /// Asks the run in hand to stop after its step; also before any run.
    func stop()
}
