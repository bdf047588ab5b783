import Dashboard
import DomainModel
import Synchronization
import Wording

/// Records what the pages do, and answers what a test says.
final class ActionsDouble: DashboardActions, Sendable {
    /// Something that was done.
    enum Done: Sendable, Equatable {
        case act(PaymentAct, [String], String, ActNote)
        case group(PaymentAct, String, String, ActNote)
        case run(String?)
        case report(ProblemReport)
    }

    struct State: Sendable {
        var done: [Done] = []
        var outcome = ActOutcome.done(1)
        var delivery = ReportDelivery()
        var abilities: Set<DashboardAbility> = [.runNow, .rulesOfThen, .notes]
        var explanation: PaymentExplanation?
        var facts = ConfigurationFacts(connections: [], settings: [])
        var next: Instant?
    }

    private let state = Mutex(State())

    var done: [Done] { state.withLock { $0.done } }

    func change(_ work: (inout State) -> Void) { state.withLock { work(&$0) } }

    var abilities: Set<DashboardAbility> { state.withLock { $0.abilities } }
    var reportDelivery: ReportDelivery { state.withLock { $0.delivery } }

    func perform(
        _ act: PaymentAct, on references: [String], of connection: String, _ note: ActNote
    ) async -> ActOutcome {
        record(.act(act, references, connection, note))
    }

    func perform(
        _ act: PaymentAct, onAllWith reason: String, of connection: String, _ note: ActNote
    ) async -> ActOutcome {
        record(.group(act, reason, connection, note))
    }

    func runNow(_ connection: String?) async -> ActOutcome { record(.run(connection)) }

    func explanation(
        of reference: String, connection: String, in language: OutputLanguage
    ) async -> PaymentExplanation? { state.withLock { $0.explanation } }

    func configuration() async -> ConfigurationFacts { state.withLock { $0.facts } }

    func nextRun() async -> Instant? { state.withLock { $0.next } }

    func send(_ report: ProblemReport) async -> ActOutcome { record(.report(report)) }

    private func record(_ done: Done) -> ActOutcome {
        state.withLock { state in
            state.done.append(done)
            return state.outcome
        }
    }
}
