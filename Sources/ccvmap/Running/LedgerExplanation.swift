import ArgumentParser
import ConfigurationReading
import DomainModel
import LedgerStore
import RecordReading
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

    /// An engine over what that run knew.
    func engine(rulesOf: RulesOf, crew: Crew) throws -> DecisionEngine {
        let inputs = try CommandFault.ofLedger { try ledger.inputs(of: run) }
        guard inputs.connection == live.name else {
            throw CommandFault.failed(
                "run \(run.value) was one of connection \(inputs.connection)",
                help: "name a run that  ccvmap payments show \(reference)  mentions")
        }
        let rules = try rulesOf == .now ? live.rules() : Self.rules(of: inputs)
        let payments = try Self.table(inputs.payments)
        return DecisionEngine(
            rules: rules, payments: payments, items: inputs.items, customers: inputs.customers,
            asOf: inputs.asOf, connection: live.name,
            forwarded: Self.forwarded(inputs, payments), claimed: Self.claimed(inputs),
            crew: crew)
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
            throw CommandFault.failed(
                "the rules of then do not compile any more with this program",
                help: "add  --rules-of now,  or use the program of that time")
        }
        return rules
    }

    private static func table(_ stored: [StoredPayment]) throws -> PaymentTable {
        var reader = PaymentReader()
        do {
            for payment in stored {
                try (payment.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
            }
            return try reader.finish()
        } catch let fault as RecordFault {
            throw CommandFault.failed("the ledger: \(fault.message)", help: fault.help)
        }
    }

    private static func forwarded(
        _ inputs: RunInputs, _ payments: PaymentTable
    ) -> ForwardedPayments {
        var forwarded = ForwardedPayments(of: payments)
        for found in inputs.forwarded {
            forwarded.note(
                found.reference.utf8,
                of: .init(daybook: found.entry.daybook, number: found.entry.number))
        }
        return forwarded
    }

    private static func claimed(_ inputs: RunInputs) -> [Int32: String] {
        var claimed: [Int32: String] = [:]
        for position in inputs.items.rows.indices {
            let key = SaleKey(of: inputs.items.rows[position], in: inputs.items)
            if let reference = inputs.claims[key] { claimed[Int32(position)] = reference }
        }
        return claimed
    }
}
