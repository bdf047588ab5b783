internal import Dispatch
internal import People
internal import Synchronization

/// Where passwords are digested: on threads of its own, two at once, with a bounded queue.
///
/// A flood of sign-ins so takes neither the threads of the pages nor more memory than two hashes.
final class HashingRoom: Sendable {
    private static let atOnce = 2
    private static let mostWaiting = 30

    private let queues = (0..<atOnce).map { DispatchQueue(label: "passwords-\($0)") }
    private let state = Mutex((waiting: 0, next: 0))

    /// Does work there; throws `PeopleFault.busy` when too many wait already.
    func work<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let queue = try state.withLock { state throws(PeopleFault) in
            guard state.waiting < Self.mostWaiting else { throw .busy }
            state.waiting += 1
            state.next = (state.next + 1) % Self.atOnce
            return queues[state.next]
        }
        defer { state.withLock { $0.waiting -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
