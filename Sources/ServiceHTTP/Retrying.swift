/// Asks again as long as a policy allows; the pauses and the randomness are arguments.
public struct Retrying: Sendable {
    /// What one attempt came to.
    public enum Attempt<Value: Sendable>: Sendable {
        /// It is done; also a clear refusal is an outcome.
        case done(Value)
        /// Asking again may help: why, and how long the service asks to wait.
        case again(ServiceFault, after: Duration? = nil)
    }

    /// How often, and how long to wait.
    public var policy: RetryPolicy
    /// Waits; throws when the program is stopping.
    public var pause: @Sendable (Duration) async throws -> Void
    /// Gives any number.
    public var random: @Sendable () -> UInt64

    /// Makes a way of asking again.
    public init(
        policy: RetryPolicy,
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        },
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) }
    ) {
        self.policy = policy
        self.pause = pause
        self.random = random
    }

    /// Runs attempts until one is done; a fault says how many were made.
    public func run<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation,
        _ attempt: () async throws(ServiceFault) -> Attempt<Value>
    ) async throws(ServiceFault) -> Value {
        var number = 0
        while true {
            let outcome: Attempt<Value>
            do throws(ServiceFault) { outcome = try await attempt() } catch {
                throw counted(error, number + 1)
            }
            switch outcome {
            case .done(let value): return value
            case .again(let fault, let askedFor):
                guard number < policy.retries else { throw counted(fault, number + 1) }
                let wait = policy.wait(before: number, askedFor: askedFor, random: random())
                do { try await pause(wait) } catch { throw ServiceFault.stopping }
                number += 1
            }
        }
    }

    private func counted(_ fault: ServiceFault, _ attempts: Int) -> ServiceFault {
        var fault = fault
        fault.attempts = attempts
        return fault
    }
}
