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
    /// The last decision about a payment, made again; nil when that cannot be done.
    ///
    /// Everything of that run is decided again, so this may take seconds: a page asks for it only
    /// when its reader does.
    func explanation(
        of reference: String, connection: String, in language: OutputLanguage
    ) async -> PaymentExplanation?
    /// How everything is configured and connected.
    func configuration() async -> ConfigurationFacts
    /// When the next run begins; nil when none is planned.
    func nextRun() async -> Instant?
    /// Sends a report to the configured address.
    func send(_ report: ProblemReport) async -> ActOutcome
}

/// A decision that was made again.
public struct PaymentExplanation: Sendable, Hashable {
    /// The lines of the match card.
    public var card: [String]
    /// The request with which its entry is sent; nil when it is not booked.
    public var xml: String?

    /// Makes an explanation.
    public init(card: [String], xml: String?) {
        self.card = card
        self.xml = xml
    }
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
