import DomainModel
import RunnerCore

/// A ledger whose process may die at every call, and whose disk may fail.
struct MortalLedger<Base: Ledger>: Ledger {
    let base: Base
    let world: SimulatedWorld

    private func call<Result: Sendable>(
        _ name: String, _ act: () throws -> Result
    ) throws -> Result {
        try world.call("ledger.\(name)") { world in
            if world.random.chance(world.faults.disk) {
                throw PortFault(.ledger, kind: "full", "the disk is full")
            }
            return try act()
        }
    }

    func begin(_ run: RunStart) throws -> RunID { try call("begin") { try base.begin(run) } }

    func end(_ run: RunID, _ report: RunReport, at: Instant) throws {
        try call("end") { try base.end(run, report, at: at) }
    }

    func fetchedUntil(_ connection: String) throws -> Instant? {
        try call("fetchedUntil") { try base.fetchedUntil(connection) }
    }

    func unfinished(_ connection: String) throws -> [String] {
        try call("unfinished") { try base.unfinished(connection) }
    }

    func keep(
        _ payments: [SeenPayment], fetchedUntil: Instant?, in run: RunID, at: Instant
    ) throws -> [ChangedPayment] {
        try call("keep payments") {
            try base.keep(payments, fetchedUntil: fetchedUntil, in: run, at: at)
        }
    }

    func keep(
        _ items: OpenItemTable, _ customers: CustomerTable, forwarded: [ForwardedEntry],
        in run: RunID
    ) throws {
        try call("keep items") {
            try base.keep(items, customers, forwarded: forwarded, in: run)
        }
    }

    func undecided(_ connection: String) throws -> [StoredPayment] {
        try call("undecided") { try base.undecided(connection) }
    }

    func knownElsewhere(_ references: [String], than connection: String) throws -> Set<String> {
        try call("knownElsewhere") { try base.knownElsewhere(references, than: connection) }
    }

    func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws {
        let words = decisions.map { "\($0.reference) \($0.state) \($0.reason)" }
        try call("keep decisions \(words)") { try base.keep(decisions, in: run, at: at) }
    }

    func postings(_ connection: String) throws -> [Posting] {
        try call("postings") { try base.postings(connection) }
    }

    func knownEntries(inOfficeOf connection: String) throws -> Set<EntryKey> {
        try call("knownEntries") { try base.knownEntries(inOfficeOf: connection) }
    }

    func claims(
        on sales: [SaleKey], inOfficeOf connection: String
    ) throws -> [SaleKey: String] {
        try call("claims") { try base.claims(on: sales, inOfficeOf: connection) }
    }

    func intend(_ posting: Posting, memo: String, in run: RunID, at: Instant) throws -> Posting {
        try call("intend \(posting.key.reference)") {
            try base.intend(posting, memo: memo, in: run, at: at)
        }
    }

    func note(
        _ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant
    ) throws -> Posting {
        try call("note \(posting.key.reference) \(event.word)") {
            try base.note(event, of: posting, in: run, at: at)
        }
    }

    func bookedMarks(_ connection: String, since: Instant) throws -> [BookedMark] {
        try call("bookedMarks") { try base.bookedMarks(connection, since: since) }
    }

    func booked(_ entries: [EntryKey], of connection: String) throws -> [BookedPosting] {
        try call("booked \(entries.count)") { try base.booked(entries, of: connection) }
    }

    func keep(
        _ found: [(posting: Posting, readBack: ReadBack)], in run: RunID, at: Instant
    ) throws {
        let words = found.map { "\($0.posting.key.reference) \($0.readBack.drift ?? "right")" }
        try call("keep read back \(words)") { try base.keep(found, in: run, at: at) }
    }

    func keep(_ night: NightRead, in run: RunID, at: Instant) throws {
        try call("keep night") { try base.keep(night, in: run, at: at) }
    }

    func untoldDrifts(_ connection: String) throws -> [DriftedPayment] {
        try call("untoldDrifts") { try base.untoldDrifts(connection) }
    }

    func saleShares(_ connection: String, since: Instant) throws -> [SaleShare] {
        try call("saleShares") { try base.saleShares(connection, since: since) }
    }

    func lastFetch(_ connection: String) throws -> Instant? {
        try call("lastFetch") { try base.lastFetch(connection) }
    }
}

extension SimulatedWorld {
    /// A ledger as a process in this world has it.
    func mortal(_ base: some Ledger) -> any Ledger { MortalLedger(base: base, world: self) }
}

extension PostingEvent {
    /// The event in a word.
    fileprivate var word: String {
        switch self {
        case .booked(let key): "booked \(key.text)"
        case .refused: "refused"
        case .unsent: "unsent"
        case .parked: "parked"
        case .notFound: "not found"
        case .adopted(let key, _): "adopted \(key.text)"
        case .provedAbsent: "proved absent"
        case .unclear(let why, _): "unclear: \(why)"
        case .reconciled: "reconciled"
        case .unreconcilable(let why): "unreconcilable: \(why)"
        case .reconcileFailed: "not reconciled"
        case .withdrawn: "withdrawn"
        case .reconcileAgain: "to be reconciled again"
        }
    }
}
