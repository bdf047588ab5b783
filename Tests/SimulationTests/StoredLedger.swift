import DomainModel
import LedgerStore
import RunnerCore
import SimulationAudit
import SimulationSupport

/// The ledger of the product, in a file, as a simulation uses it.
struct StoredLedger: SimulatedLedger {
    let store: LedgerStore

    /// What `ccvmap payments` would show.
    var view: LedgerView {
        get throws {
            var view = LedgerView()
            for payment in try store.payments(of: "shop") {
                let state = payment.state?.rawValue ?? "open"
                view.payments[payment.reference] = LedgerView.Payment(
                    state: state, reason: payment.reason)
                guard let sale = payment.sale,
                    let word = try word(of: state, payment.reason, payment.memo)
                else { continue }
                view.postings.append(
                    LedgerView.Posting(
                        reference: payment.reference, state: word,
                        entry: payment.memo.map { EntryName($0.daybook, $0.number) },
                        sale: EntryName(sale.entry.daybook, sale.entry.number),
                        amount: payment.amount))
            }
            return view
        }
    }

    func retryRefused() throws {
        let refused = try store.payments(of: "shop", state: .failed, reason: "refused")
        guard !refused.isEmpty else { return }
        try store.retry(
            refused.map(\.reference), of: "shop",
            OperatorNote(who: "B. Boekhouder", reason: "nog eens", at: Instant(milliseconds: 0)))
    }

    func retryByRulesOfThen() throws {
        let payments = try store.payments(of: "shop").filter {
            [.failed, .review, .waiting].contains($0.state) && $0.reason != "outcome_unknown"
        }
        try store.retry(
            payments.map(\.reference), of: "shop",
            OperatorNote(who: "B. Boekhouder", reason: "toen", at: Instant(milliseconds: 0)),
            by: .then)
    }

    private func word(
        of state: String, _ reason: String, _ memo: EntryKey?
    ) throws -> String? {
        if state == "drifted", let memo {
            switch try store.booked([memo], of: "shop").first?.posting.state {
            case .reconciled: return "reconciled"
            case .posted: return "posted"
            default: return "unreconcilable"
            }
        }
        return switch (state, reason) {
        case ("intended", _), ("parked", _), ("reconciled", _): state
        case ("posted", "reconcile_impossible"): "unreconcilable"
        case ("posted", _): state
        case ("failed", "outcome_unknown"): "unclear"
        default: nil
        }
    }
}

extension StoredLedger {
    func begin(_ run: RunStart) throws -> RunID { try store.begin(run) }

    func end(_ run: RunID, _ report: RunReport, at: Instant) throws {
        try store.end(run, report, at: at)
    }

    func fetchedUntil(_ connection: String) throws -> Instant? {
        try store.fetchedUntil(connection)
    }

    func unfinished(_ connection: String) throws -> [String] { try store.unfinished(connection) }

    func keep(
        _ payments: [SeenPayment], fetchedUntil: Instant?, in run: RunID, at: Instant
    ) throws -> [ChangedPayment] {
        try store.keep(payments, fetchedUntil: fetchedUntil, in: run, at: at)
    }

    func keep(
        _ items: OpenItemTable, _ customers: CustomerTable, forwarded: [ForwardedEntry],
        in run: RunID
    ) throws {
        try store.keep(items, customers, forwarded: forwarded, in: run)
    }

    func undecided(_ connection: String) throws -> [StoredPayment] {
        try store.undecided(connection)
    }

    func knownElsewhere(_ references: [String], than connection: String) throws -> Set<String> {
        try store.knownElsewhere(references, than: connection)
    }

    func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws {
        try store.keep(decisions, in: run, at: at)
    }

    func postings(_ connection: String) throws -> [Posting] { try store.postings(connection) }

    func knownEntries(inOfficeOf connection: String) throws -> Set<EntryKey> {
        try store.knownEntries(inOfficeOf: connection)
    }

    func claims(
        on sales: [SaleKey], inOfficeOf connection: String
    ) throws -> [SaleKey: String] {
        try store.claims(on: sales, inOfficeOf: connection)
    }

    func intend(_ posting: Posting, memo: String, in run: RunID, at: Instant) throws -> Posting {
        try store.intend(posting, memo: memo, in: run, at: at)
    }

    func note(
        _ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant
    ) throws -> Posting {
        try store.note(event, of: posting, in: run, at: at)
    }

    func bookedMarks(_ connection: String, since: Instant) throws -> [BookedMark] {
        try store.bookedMarks(connection, since: since)
    }

    func booked(_ entries: [EntryKey], of connection: String) throws -> [BookedPosting] {
        try store.booked(entries, of: connection)
    }

    func keep(
        _ found: [(posting: Posting, readBack: ReadBack)], in run: RunID, at: Instant
    ) throws {
        try store.keep(found, in: run, at: at)
    }

    func keep(_ night: NightRead, in run: RunID, at: Instant) throws {
        try store.keep(night, in: run, at: at)
    }

    func untoldDrifts(_ connection: String) throws -> [DriftedPayment] {
        try store.untoldDrifts(connection)
    }

    func saleShares(_ connection: String, since: Instant) throws -> [SaleShare] {
        try store.saleShares(connection, since: since)
    }

    func lastFetch(_ connection: String) throws -> Instant? { try store.lastFetch(connection) }
}
