import DomainModel
import RunnerCore
import Synchronization

/// A way to make the runner worse, as a careless programmer would; the auditor must notice each.
package enum Canary: String, Sendable, CaseIterable {
    /// Sends again at once what had no answer.
    case retriesAtOnce
    /// Takes an intent without an outcome for one that was never sent.
    case forgetsIntents
    /// Takes a list that was cut off for the whole.
    case trustsCutLists
    /// Sends and reconciles by what the entries said when they were read first.
    case neverReadsAgain
    /// Takes what was booked once for what stands in the books.
    case neverReadsBack
}

/// The books as a careless programmer would use them.
final class CarelessBooks: BooksService {
    private let base: SimulatedBooks
    private let canary: Canary
    private let read = Mutex<[EntryKey: BookedEntry]>([:])

    init(_ base: SimulatedBooks, _ canary: Canary) {
        self.base = base
        self.canary = canary
    }

    func openItems(from firstYear: Int, to lastYear: Int) async throws -> OpenItemTable {
        try await base.openItems(from: firstYear, to: lastYear)
    }

    func customers() async throws -> CustomerTable { try await base.customers() }

    func journalLines(
        _ journal: String, from: Instant, to: Instant
    ) async throws -> [JournalLine] {
        try await base.journalLines(journal, from: from, to: to)
    }

    func customerLines(
        _ journal: String, from firstYear: Int, to lastYear: Int
    ) async throws -> [CustomerLine] {
        try await base.customerLines(journal, from: firstYear, to: lastYear)
    }

    func deletedEntries(_ journal: String, since: Instant) async throws -> [EntryKey]? {
        try await base.deletedEntries(journal, since: since)
    }

    func now() async throws -> Instant { try await base.now() }

    func match(_ order: MatchOrder) async throws -> MatchResult { try await base.match(order) }

    func entry(_ key: EntryKey) async throws -> BookedEntry? {
        if canary == .neverReadsAgain, let known = read.withLock({ $0[key] }) { return known }
        let entry = try await base.entry(key)
        if let entry { read.withLock { $0[key] = entry } }
        return entry
    }

    func post(_ memo: Memo, reference: String) async throws -> PostResult {
        let first = try await base.post(memo, reference: reference)
        guard canary == .retriesAtOnce, case .unknown = first else { return first }
        return try await base.post(memo, reference: reference)
    }
}
