import Synchronization

@testable import TwinfieldClient

/// Tokens in memory; can refuse to save, and tells what happened when.
final class MemoryStore: TokenStore {
    struct Refusal: Error { var text: String }
    private struct State {
        var tokens: TokenSet?
        var saved: [TokenSet] = []
        var refusal: String?
    }

    private let state: Mutex<State>

    init(_ tokens: TokenSet?) { state = Mutex(State(tokens: tokens)) }

    var tokens: TokenSet? { state.withLock { $0.tokens } }
    var saved: [TokenSet] { state.withLock { $0.saved } }

    func refuse(_ text: String?) { state.withLock { $0.refusal = text } }

    /// Another process saves.
    func put(_ tokens: TokenSet?) { state.withLock { $0.tokens = tokens } }

    func load() async throws -> TokenSet? { tokens }

    func save(_ tokens: TokenSet) async throws {
        try state.withLock {
            if let text = $0.refusal { throw Refusal(text: text) }
            $0.tokens = tokens
            $0.saved.append(tokens)
        }
    }
}
