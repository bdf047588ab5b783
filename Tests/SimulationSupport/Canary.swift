import DomainModel
import RunnerCore

/// A way to make the runner worse, as a careless programmer would; the auditor must notice each.
package enum Canary: String, Sendable, CaseIterable {
    /// Sends again at once what had no answer.
    case retriesAtOnce
    /// Takes an intent without an outcome for one that was never sent.
    case forgetsIntents
    /// Takes a list that was cut off for the whole.
    case trustsCutLists
    /// Reconciles and sends by what the entries said when they were read first.
    case neverReadsAgain

    func books(_ books: SimulatedBooks) -> any BooksService {
        switch self {
        case .retriesAtOnce: RetryingBooks(base: books)
        case .forgetsIntents: books
        case .trustsCutLists: books
        case .neverReadsAgain: books
        }
    }

    func ledger(_ mortal: MortalLedger<MemoryLedger>, _ base: MemoryLedger) -> any Ledger { mortal }
}

/// Sends again at once what had no answer.
private struct RetryingBooks: BooksService {
    let base: SimulatedBooks

    func openItems(from firstYear: Int, to lastYear: Int) async throws -> OpenItemTable {
        try await base.openItems(from: firstYear, to: lastYear)
    }
    func customers() async throws -> CustomerTable { try await base.customers() }
    func journalLines(
        _ journal: String, from: Instant, to: Instant
    ) async throws -> [JournalLine] {
        try await base.journalLines(journal, from: from, to: to)
    }
    func deletedEntries(_ journal: String, since: Instant) async throws -> [DeletedEntry]? {
        try await base.deletedEntries(journal, since: since)
    }
    func entry(_ key: EntryKey) async throws -> BookedEntry? { try await base.entry(key) }
    func now() async throws -> Instant { try await base.now() }
    func match(_ order: MatchOrder) async throws -> MatchResult { try await base.match(order) }

    func post(_ memo: Memo, reference: String) async throws -> PostResult {
        let first = try await base.post(memo, reference: reference)
        guard case .unknown = first else { return first }
        return try await base.post(memo, reference: reference)
    }
}
