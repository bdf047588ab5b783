import Synchronization

@testable import TwinfieldClient

/// A store in which another process saves right after it was read for the first time.
final class RacingStore: TokenStore {
    private let store: MemoryStore
    private let race: @Sendable () -> Void
    private let isDone = Mutex(false)

    init(_ store: MemoryStore, _ race: @escaping @Sendable () -> Void) {
        self.store = store
        self.race = race
    }

    func load() async throws -> TokenSet? {
        let tokens = try await store.load()
        let isFirst = isDone.withLock { done in
            defer { done = true }
            return !done
        }
        if isFirst { race() }
        return tokens
    }

    func save(_ tokens: TokenSet) async throws { try await store.save(tokens) }
}
