import ArgumentParser
import ConfigurationReading
import DomainModel
import LedgerStore
import RuleEngine
import RunnerCore

/// Which rules a past decision is explained with.
enum RulesOf: String, ExpressibleByArgument, CaseIterable {
    /// Those that made the decision.
    case then
    /// Those of the connection today.
    case now
}

/// A decision of the past, made again from what the ledger kept: the same payments, sales,
/// customers and rules.
struct LedgerExplanation {
    private let live: LiveConnection
    private let ledger: LedgerStore
    private let reference: String
    /// The run whose decision it is.
    let run: RunID

    /// Finds the run: the one that is named, or the last that decided something new.
    ///
    /// Nil when the ledger does not know the payment, or nothing was decided about it.
    init?(_ reference: String, run: Int64?, on live: LiveConnection) throws {
        let path = live.configuration.database
        do {
            ledger = try LedgerStore(path: path, options: .init(makesNew: false))
            guard let history = try ledger.payment(reference, of: live.name) else { return nil }
            let last = history.events.last { $0.kind == "decided" }?.run
            guard let run = run.map({ RunID($0) }) ?? last else { return nil }
            self.run = run
        } catch let fault as LedgerFault where fault.reason == .noneYet {
            return nil
        } catch let fault as LedgerFault {
            throw CommandFault(fault)
        }
        self.live = live
        self.reference = reference
    }

    /// An engine over what that run knew, which has decided.
    ///
    /// With the rules of then each payment is decided by those that decided it: where a person
    /// wanted those of an earlier revision, by these.
    func engine(rulesOf: RulesOf, crew: Crew) throws -> DecisionEngine {
        var inputs = try CommandFault.ofLedger { try ledger.inputs(of: run) }
        guard inputs.connection == live.name else {
            throw CommandFault.failed(
                "run \(run.value) was one of connection \(inputs.connection)",
                help: "name a run that  ccvmap payments show \(reference)  mentions")
        }
        if rulesOf == .now {
            for position in inputs.payments.indices { inputs.payments[position].rulesOfThen = nil }
        }
        let batch = try Self.batch(inputs.payments)
        let rules = try rulesOf == .now ? live.rules() : Self.rules(of: inputs)
        let past = try CommandFault.ofLedger {
            try PastRules(batch.revisions(besides: rules.revision), now: rules) {
                try RuleSetLoader.compiled($0, in: ledger)
            }
        }
        let parts = batch.parts(
            StoredBatch.Inputs(
                items: inputs.items, customers: inputs.customers, asOf: inputs.asOf,
                connection: live.name, forwarded: batch.forwarded(inputs.forwarded),
                claims: inputs.claims), now: rules, past: past, crew: crew)
        return try part(of: batch, parts).engine
    }

    /// The part that decided the payment; the last one for a payment that came along.
    private func part(
        of batch: StoredBatch, _ parts: [StoredBatch.Part]
    ) throws -> StoredBatch.Part {
        let position = batch.stored.firstIndex { $0.reference == reference }
        let isDecided = position.map { batch.stored[$0].isUndecided } ?? false
        let own = parts.first { part in position.map(part.positions.contains) ?? false }
        guard let part = own ?? (isDecided ? nil : parts.last) else { throw Self.unusable }
        return part
    }

    /// What the run decided, as a line of the decisions file; nil when it did not decide about it.
    func kept() throws -> [UInt8]? {
        try CommandFault.ofLedger {
            try ledger.decision(about: reference, of: live.name, in: run)
        }
    }

    private static func rules(of inputs: RunInputs) throws -> CompiledRuleSet {
        let loading = try RuleSetLoader.compile(stored: inputs.ruleTexts)
        guard let rules = loading.ruleSet, loading.revision == inputs.revision else {
            throw unusable
        }
        return rules
    }

    private static let unusable = CommandFault.failed(
        "the rules of then do not compile any more with this program",
        help: "add  --rules-of now,  or use the program of that time")

    private static func batch(_ stored: [StoredPayment]) throws -> StoredBatch {
        do {
            return try StoredBatch(stored)
        } catch let fault as RecordFault {
            throw CommandFault.failed("the ledger: \(fault.message)", help: fault.help)
        }
    }
}
