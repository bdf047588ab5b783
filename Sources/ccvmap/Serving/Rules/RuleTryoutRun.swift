import ByteText
import Dashboard
import DomainModel
import LedgerStore
import RecordReading
import RuleEngine
import RunnerCore
import Wording

/// Decides the payments of the last days with the rules of now and with others, from what the
/// ledger keeps.
struct RuleTryoutRun {
    /// More payments are not decided: a page waits for it.
    static let paymentsMaximum = 5_000
    /// More open lines are not held against them.
    static let itemsMaximum = 200_000
    /// More changes are not listed.
    static let changesMaximum = 100
    private static let dayMilliseconds: Int64 = 86_400_000

    let ledger: LedgerStore
    let connection: String
    let days: Int
    let now: Instant
    let crew: Crew

    /// The trial; `old` is nil when the rules of now do not compile.
    func trial(old: CompiledRuleSet?, new: CompiledRuleSet) -> RuleTryout {
        var trial = RuleTryout(days: days)
        do {
            let inputs = try ledger.trialInputs(
                of: connection,
                since: Instant(
                    milliseconds: now.milliseconds - Int64(days) * Self.dayMilliseconds),
                payments: Self.paymentsMaximum, items: Self.itemsMaximum)
            let payments = try Self.table(inputs.payments)
            trial.total = inputs.total
            trial.lacksSales = inputs.lacksItems
            trial.booksRead = inputs.booksRead
            compare(
                old.map { decided($0, payments, inputs) }, decided(new, payments, inputs), inputs,
                &trial)
        } catch let fault as LedgerFault where [.unknown, .noneYet].contains(fault.reason) {
            // Nothing was fetched for this connection yet.
        } catch {
            trial.fault = Phrase(
                en: "The ledger cannot be read now, so nothing was tried.",
                nl: "Het grootboek kan nu niet worden gelezen, dus er is niets beproefd.")
        }
        return trial
    }

    private static func table(_ stored: [StoredPayment]) throws -> PaymentTable {
        var reader = PaymentReader()
        for payment in stored {
            try (payment.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
        }
        return try reader.finish()
    }

    private func decided(
        _ rules: CompiledRuleSet, _ payments: PaymentTable, _ inputs: TrialInputs
    ) -> DecisionEngine {
        var forwarded = ForwardedPayments(of: payments)
        for found in inputs.forwarded {
            forwarded.note(
                found.reference.utf8,
                of: .init(daybook: found.entry.daybook, number: found.entry.number))
        }
        var claimed: [Int32: String] = [:]
        for position in inputs.items.rows.indices where !inputs.claims.isEmpty {
            let key = SaleKey(of: inputs.items.rows[position], in: inputs.items)
            if let reference = inputs.claims[key] { claimed[Int32(position)] = reference }
        }
        var engine = DecisionEngine(
            rules: rules, payments: payments, items: inputs.items, customers: inputs.customers,
            asOf: now, connection: connection, forwarded: forwarded, claimed: claimed, crew: crew)
        engine.run()
        return engine
    }

    private func compare(
        _ old: DecisionEngine?, _ new: DecisionEngine, _ inputs: TrialInputs,
        _ trial: inout RuleTryout
    ) {
        var counts: [Outcome: (now: Int, then: Int)] = [:]
        var changes: [RuleTryout.Change] = []
        var entries = EntryComparison(old: old, new: new)
        for position in inputs.payments.indices where inputs.payments[position].isUndecided {
            trial.decided += 1
            let then = new.verdicts[position]
            counts[then.outcome, default: (0, 0)].then += 1
            if let now = old?.verdicts[position] { counts[now.outcome, default: (0, 0)].now += 1 }
            let (before, after) = (
                old.map { Self.verdict(position, of: $0) }, Self.verdict(position, of: new)
            )
            let entry = entries.differences(at: position)
            guard before != after || !entry.isEmpty,
                let listed = inputs.listed[inputs.payments[position].reference]
            else { continue }
            changes.append(
                RuleTryout.Change(
                    reference: listed.reference, amount: listed.amount,
                    currency: listed.currency, created: listed.created, state: listed.state,
                    now: before, then: after, entry: entry))
        }
        trial.counts = Outcome.allCases.map { outcome in
            RuleTryout.Count(
                outcome: outcome.word, now: old == nil ? nil : counts[outcome]?.now ?? 0,
                then: counts[outcome]?.then ?? 0)
        }
        // Without rules of now everything is new, and nothing is a change.
        guard old != nil else { return }
        trial.changed = changes.count
        changes.sort { ($0.created, $0.reference) > ($1.created, $1.reference) }
        trial.changes = Array(changes.prefix(Self.changesMaximum))
    }

    private static func verdict(_ position: Int, of engine: DecisionEngine) -> RuleTryout.Verdict {
        let verdict = engine.verdicts[position]
        var sale = ""
        if let item = verdict.item {
            let row = engine.items.rows[Int(item)]
            sale = engine.items.text(row.daybook) + " " + engine.items.text(row.number)
        }
        return RuleTryout.Verdict(
            outcome: verdict.outcome.word, reason: verdict.reason?.rawValue ?? "", sale: sale)
    }
}

/// The entries that two rule sets make of the same payment.
struct EntryComparison {
    private let old: DecisionEngine?
    private let new: DecisionEngine
    private var oldBuilder: MemoBuilder?
    private var newBuilder: MemoBuilder

    init(old: DecisionEngine?, new: DecisionEngine) {
        self.old = old
        self.new = new
        oldBuilder = old.map { MemoBuilder($0) }
        newBuilder = MemoBuilder(new)
    }

    /// How the entries differ; nothing when not both book the payment.
    mutating func differences(at position: Int) -> [Phrase] {
        guard let old, old.verdicts[position].outcome == .book,
            new.verdicts[position].outcome == .book,
            let before = try? oldBuilder?.build(position, old.verdicts[position]),
            let after = try? newBuilder.build(position, new.verdicts[position])
        else { return [] }
        let (left, right) = (Self.facts(before.content), Self.facts(after.content))
        guard left.count == right.count else {
            return [
                Phrase(
                    en: "the entry has other lines",
                    nl: "de boeking heeft andere regels")
            ]
        }
        return zip(left, right).compactMap { before, after in
            guard before.value != after.value else { return nil }
            return before.name + Phrase(": \(before.value) → \(after.value)")
        }
    }

    private static func facts(_ draft: MemoDraft) -> [(name: Phrase, value: String)] {
        var facts: [(name: Phrase, value: String)] = [
            (Phrase(en: "office", nl: "administratie"), draft.office),
            (Phrase(en: "daybook", nl: "dagboek"), draft.journal),
            (
                Phrase(en: "status", nl: "status"),
                draft.destiny == .final ? "final" : "provisional"
            ),
            (Phrase(en: "date", nl: "datum"), draft.date.isoText),
        ]
        for (index, line) in draft.lines.enumerated() {
            let number = index + 1
            facts += [
                (
                    Phrase(en: "line \(number), account", nl: "regel \(number), rekening"),
                    text(line.account, of: draft)
                ),
                (
                    Phrase(en: "line \(number), customer", nl: "regel \(number), klantcode"),
                    text(line.customer, of: draft)
                ),
                (
                    Phrase(en: "line \(number), side", nl: "regel \(number), type"),
                    line.side == .debit ? "debit" : "credit"
                ),
                (
                    Phrase(en: "line \(number), amount", nl: "regel \(number), bedrag"),
                    MinorUnits.text(line.amount, digits: 2)
                ),
                (
                    Phrase(
                        en: "line \(number), description", nl: "regel \(number), beschrijving"),
                    text(line.description, of: draft)
                ),
                (
                    Phrase(
                        en: "line \(number), invoice number", nl: "regel \(number), invoicenumber"),
                    text(line.invoiceNumber, of: draft)
                ),
            ]
        }
        return facts
    }

    private static func text(_ slice: TextSlice, of draft: MemoDraft) -> String {
        slice.isPresent ? String(decoding: draft.texts[slice], as: UTF8.self) : ""
    }
}
