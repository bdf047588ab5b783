import People
import Synchronization
import Wording

/// The pages that were made last: who asks for the same while nothing changed gets the same.
///
/// A page is made once, also when fifty ask at the same time. All of one role see the same pages,
/// but for their names and the tokens of their forms, which are gaps.
final class PageCache: Sendable {
    /// What a page follows from.
    struct Key: Hashable, Sendable {
        /// What its readers may do.
        var role: Role
        /// The language.
        var language: OutputLanguage
        /// The path with its query.
        var address: String
        /// The number of the newest change of the ledger.
        var change: Int64
        /// What else it shows: the minute, the next run.
        var moments: [Int64]
    }

    /// How long a page may be shown when nothing is known to have changed.
    enum Keeping: Int64, Sendable {
        /// What follows from the ledger and the clock: whose changes are counted.
        case minute = 60_000
        /// What also follows from files and services: so fifty readers at once cost one page.
        case second = 1_000
        /// What was asked by a form, or is of one person.
        case never = 0
    }

    private struct State {
        var turn: Int64 = 0
        var pages: [Key: Task<MadePage, any Error>] = [:]
        var order: [Key] = []
    }

    /// So many pages are kept, some 50 kB each.
    private static let pagesMaximum = 128

    private let state = Mutex(State())

    /// How many forms were sent: what one changed is seen on the next page.
    var turn: Int64 { state.withLock { $0.turn } }

    /// Counts a form that was sent.
    func countForm() { state.withLock { $0.turn += 1 } }

    /// The page of a key, made now when it is not there.
    func page(
        _ key: Key, _ make: @escaping @Sendable () async throws -> MadePage
    ) async throws -> MadePage {
        let task = state.withLock { state in
            if let known = state.pages[key] { return known }
            let task = Task { try await make() }
            state.pages[key] = task
            state.order.append(key)
            if state.order.count > Self.pagesMaximum {
                state.pages[state.order.removeFirst()] = nil
            }
            return task
        }
        do {
            return try await task.value
        } catch {
            forget(key)
            throw error
        }
    }

    private func forget(_ key: Key) {
        state.withLock { state in
            state.pages[key] = nil
            state.order.removeAll { $0 == key }
        }
    }
}
