import Glibc
import Synchronization

/// Whether the program was asked to stop, and what becomes of the step in hand then.
enum StopSignal {
    /// So long the step in hand may take; a supervisor kills after ten seconds or more.
    private static let grace = Duration.seconds(7)
    private static let isAsked = Atomic<Bool>(false)

    /// Takes SIGTERM and SIGINT for a wish to stop after the step in hand.
    static func listen() {
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in StopSignal.isAsked.store(true, ordering: .relaxed) }
        }
    }

    /// Asks to stop after the step in hand.
    static func ask() { isAsked.store(true, ordering: .relaxed) }

    /// Whether to stop.
    static var wasAsked: Bool { isAsked.load(ordering: .relaxed) }

    /// Does work that looks at `wasAsked` between its steps, and cancels it when a step does not
    /// end: an entry whose answer was not waited for is parked, and searched for by the next run.
    static func bounded<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                while !wasAsked { try await Task.sleep(for: .milliseconds(50)) }
                try await Task.sleep(for: grace)
                return nil
            }
            while let value = try await group.next() {
                group.cancelAll()
                if let value { return value }
            }
            preconditionFailure("the work ends with a value or throws")
        }
    }
}
