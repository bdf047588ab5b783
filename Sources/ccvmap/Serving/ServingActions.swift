import ByteText
import ConfigurationReading
import Dashboard
import DomainModel
import FoundationEssentials
import LedgerStore
import NIOCore
import RuleEngine
import RunnerCore
import ServiceHTTP
import TwinfieldXML
import Wording

/// What the pages do, done with the ledger and the services.
struct ServingActions: DashboardActions {
    private let configuration: ConfigurationReading.Configuration
    private let ledger: LedgerStore
    private let schedule: (any ServingSchedule)?

    /// Acts on a ledger; without a schedule no run can be asked for.
    init(
        _ configuration: ConfigurationReading.Configuration, _ ledger: LedgerStore,
        schedule: (any ServingSchedule)? = nil
    ) {
        self.configuration = configuration
        self.ledger = ledger
        self.schedule = schedule
    }

    var abilities: Set<DashboardAbility> {
        schedule == nil ? [.notes, .rulesOfThen] : [.notes, .rulesOfThen, .runNow]
    }

    var reportDelivery: ReportDelivery {
        ReportDelivery(
            webhookHost: configuration.pages.reportWebhook?.host,
            mailAddress: configuration.pages.reportMail)
    }

    func perform(
        _ act: PaymentAct, on references: [String], of connection: String, _ note: ActNote
    ) async -> ActOutcome {
        await outcome {
            try await apply(act, references, connection, note)
            return references.count
        }
    }

    func perform(
        _ act: PaymentAct, onAllWith reason: String, of connection: String, _ note: ActNote
    ) async -> ActOutcome {
        await outcome {
            let references = try ledger.references(connection, reason: reason)
            guard !references.isEmpty else {
                throw CommandFault.failed("no payment has this cause any more")
            }
            try await apply(act, references, connection, note)
            return references.count
        }
    }

    func runNow(_ connection: String?) async -> ActOutcome {
        if let reason = ServingFacts(configuration).standstill(of: connection) {
            return .refused(reason)
        }
        guard let schedule, await schedule.runNow(connection) else {
            return .refused(
                Phrase(
                    en: "No run can be asked for here.", nl: "Hier kan geen run worden gevraagd."))
        }
        return .done(
            1,
            Phrase(
                en: "The run begins as soon as no other goes on.",
                nl: "De run begint zodra er geen andere bezig is."))
    }

    func nextRun() async -> Instant? { await schedule?.nextRun() }

    func explanation(
        of reference: String, connection: String, in language: OutputLanguage
    ) async -> PaymentExplanation? {
        guard let live = try? live(connection),
            let past = try? LedgerExplanation(reference, run: nil, on: live)
        else { return nil }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        guard let engine = try? past.engine(rulesOf: .then, crew: Threads.crew(cores)) else {
            return nil
        }
        let position = engine.payments.rows.indices.first { position in
            let slice = engine.payments.rows[position].reference
            return engine.payments.texts[slice].elementsEqual(reference.utf8)
        }
        guard let position else { return nil }
        var explainer = engine.explainer(forCards: true)
        let card = MatchCardText(engine, language: language).lines(explainer.card(position))
        return PaymentExplanation(card: card, xml: Self.xml(position, of: engine))
    }

    func configuration() async -> ConfigurationFacts { ServingFacts(configuration).facts }

    func send(_ report: ProblemReport) async -> ActOutcome {
        guard let address = configuration.pages.reportWebhook else {
            return .refused(
                Phrase(en: "No webhook is configured.", nl: "Er is geen webhook ingesteld."))
        }
        return await ReportPost(address: address, configuration: configuration).send(report)
    }

    private func live(_ connection: String) throws -> LiveConnection {
        guard let own = configuration.connections.first(where: { $0.name == connection }) else {
            throw CommandFault.failed("the configuration has no connection of this name any more")
        }
        return try LiveConnection(own, of: configuration)
    }

    private func apply(
        _ act: PaymentAct, _ references: [String], _ connection: String, _ note: ActNote
    ) async throws {
        var own = OperatorNote(who: note.who, reason: note.reason, at: note.at)
        switch act {
        case .choose(let sale, let proposesAddress):
            if proposesAddress { own.reason += Self.proposal }
            for reference in references {
                try ledger.choose(reference, of: connection, sale: sale, own)
            }
        case .chooseNone:
            own.reason = Self.none + own.reason
            try ledger.ignore(references, of: connection, own)
        case .later:
            // The next run decides it again, as it does with all that is in review.
            own.reason = Self.later + own.reason
            try ledger.retry(references, of: connection, own)
        case .retry(.now): try ledger.retry(references, of: connection, own)
        case .retry(.then): try ledger.retry(references, of: connection, own, by: .then)
        case .ignore: try ledger.ignore(references, of: connection, own)
        case .resolve(let entry):
            for reference in references {
                guard let payment = try ledger.payment(reference, of: connection)?.payment else {
                    throw CommandFault.failed("\(reference): the ledger does not know it")
                }
                try await ResolvingEntry(entry, try live(connection)).check(against: payment)
                try ledger.resolve(reference, of: connection, entry: entry, own)
            }
        }
    }

    /// Recorded with a choice: the proposal to note the payer's address with the customer.
    private static let proposal = " [voorstel: noteer het adres van de betaler bij deze klant]"
    /// Recorded when a person looked and did not decide.
    private static let later = "later: "
    /// Recorded when none of the sales is the one.
    private static let none = "geen van de verkopen: "

    private func outcome(_ work: () async throws -> Int) async -> ActOutcome {
        do {
            return .done(try await work())
        } catch let fault as LedgerFault {
            return .refused(Phrase(fault.message))
        } catch let fault as CommandFault {
            return .refused(Phrase(fault.message))
        } catch {
            return .refused(
                Phrase(
                    en: "It did not work; try again.", nl: "Het is niet gelukt; probeer opnieuw."))
        }
    }

    /// The request with which the entry of a booked payment is sent.
    private static func xml(_ position: Int, of engine: DecisionEngine) -> String? {
        guard engine.verdicts[position].outcome == .book else { return nil }
        var builder = MemoBuilder(engine)
        var writer = MemoWriter()
        var document: [UInt8] = []
        do {
            try writer.write(try builder.build(position, engine.verdicts[position]))
        } catch {
            return nil
        }
        writer.end()
        writer.drain { document += $0 }
        return String(decoding: document, as: UTF8.self)
    }
}

/// What the dashboard asks of the schedule, when there is one.
protocol ServingSchedule: Sendable {
    /// Asks for a run; false when there is no such connection.
    func runNow(_ connection: String?) async -> Bool
    /// When the next run is due.
    func nextRun() async -> Instant?
}
