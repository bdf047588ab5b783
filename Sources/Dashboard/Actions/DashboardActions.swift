public import DomainModel
public import Wording

/// What the pages do and what they know besides the ledger; the composition root answers it.
///
/// Nothing here throws: what went wrong is said in the outcome, in words for a bookkeeper.
public protocol DashboardActions: Sendable {
    /// What can be done besides choosing, retrying, ignoring and resolving.
    var abilities: Set<DashboardAbility> { get }
    /// Where a report of a problem can be sent.
    var reportDelivery: ReportDelivery { get }

    /// Does something to payments of one connection: to all that are named, or to none.
    func perform(_ act: PaymentAct, on references: [String], of connection: String, _ note: ActNote)
        async -> ActOutcome
    /// Does something to every payment of a connection that has a reason code.
    func perform(
        _ act: PaymentAct, onAllWith reason: String, of connection: String, _ note: ActNote
    )
        async -> ActOutcome
    /// Begins a run now; nil for all connections.
    func runNow(_ connection: String?) async -> ActOutcome
    /// The lines of the match card of a payment as it would be decided now; nil when there is none.
    func matchCard(
        of reference: String, connection: String, in language: OutputLanguage
    ) async -> [String]?
    /// The request with which its entry was, or would be, sent; nil when there is none.
    func entryXML(of reference: String, connection: String) async -> String?
    /// How everything is configured and connected.
    func configuration() async -> ConfigurationFacts
    /// When the next run begins; nil when none is planned.
    func nextRun() async -> Instant?
    /// Sends a report to the configured address.
    func send(_ report: ProblemReport) async -> ActOutcome
}

/// Something that not every composition can do.
public enum DashboardAbility: Sendable, Hashable {
    /// `runNow`.
    case runNow
    /// `PaymentAct.retry(.then)`.
    case rulesOfThen
    /// `PaymentAct.later` and the proposal of an address.
    case notes
}
