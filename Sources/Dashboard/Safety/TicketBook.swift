import Synchronization
import Wording

/// Sentences for the next page of a session, and forms that were taken already.
///
/// It forgets the oldest, so that no visitor makes it grow.
final class TicketBook: Sendable {
    /// A sentence that the next page shows once.
    struct Message: Sendable, Hashable {
        var text: Phrase
        var isGood: Bool
        /// An address that goes with it and is shown once.
        var address: String?
    }

    private struct State {
        var messages: [String: [Message]] = [:]
        var sessions: [String] = []
        var used: Set<String> = []
        var order: [String] = []
    }

    private static let sessionsMaximum = 1_000
    private static let ticketsMaximum = 10_000

    private let state = Mutex(State())

    /// Takes the ticket of a form; false when it was taken before: a second click.
    func take(_ ticket: String) -> Bool {
        state.withLock { state in
            guard state.used.insert(ticket).inserted else { return false }
            state.order.append(ticket)
            if state.order.count > Self.ticketsMaximum {
                state.used.remove(state.order.removeFirst())
            }
            return true
        }
    }

    /// Keeps a sentence for the next page of a session.
    func leave(_ message: Message, for session: String) {
        state.withLock { state in
            if state.messages[session] == nil {
                state.sessions.append(session)
                if state.sessions.count > Self.sessionsMaximum {
                    state.messages[state.sessions.removeFirst()] = nil
                }
            }
            let kept = state.messages[session] ?? []
            state.messages[session] = kept.suffix(4) + [message]
        }
    }

    /// The sentences for a session; they are gone then.
    func collect(_ session: String) -> [Message] {
        state.withLock { state in
            guard let messages = state.messages.removeValue(forKey: session) else { return [] }
            state.sessions.removeAll { $0 == session }
            return messages
        }
    }
}
