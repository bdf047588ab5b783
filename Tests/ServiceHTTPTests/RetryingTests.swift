import ServiceHTTP
import Synchronization
import Testing

@Suite("Asking again")
struct RetryingTests {
    private let policy = RetryPolicy(
        retries: 3, backoff: .seconds(2), longestWait: .seconds(10))

    @Test("The wait doubles, lies between half and whole, and has a limit")
    func waits() {
        for (attempt, whole) in [(0, 2), (1, 4), (2, 8), (3, 10), (60, 10)] {
            for random in [0, 1, 250, 500, 12_345, UInt64.max] {
                let wait = policy.wait(before: attempt, askedFor: nil, random: random)
                #expect(wait >= .milliseconds(500 * whole) && wait <= .seconds(whole))
            }
        }
        let all = Set((0..<501).map { policy.wait(before: 0, askedFor: nil, random: $0) })
        #expect(all.count == 501)
    }

    @Test("What the service asks for is the least, up to the limit")
    func askedFor() {
        #expect(policy.wait(before: 0, askedFor: .seconds(7), random: 0) == .seconds(7))
        #expect(policy.wait(before: 0, askedFor: .seconds(700), random: 0) == .seconds(10))
        #expect(policy.wait(before: 0, askedFor: .zero, random: 0) == .seconds(1))
    }

    @Test("It ends with the last fault and the number of attempts")
    func ends() async {
        let count = Mutex(0)
        let retrying = Retrying(policy: policy, pause: { _ in }, random: { 0 })
        let fault = await #expect(throws: ServiceFault.self) {
            try await retrying.run { () async throws(ServiceFault) -> Retrying.Attempt<Int> in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                return .again(ServiceFault(.unavailable, "number \(number)"))
            }
        }
        #expect(fault == ServiceFault(.unavailable, "number 4", attempts: 4))
    }

    @Test("A clear refusal ends it at once, and counts the attempts before it")
    func refused() async {
        let count = Mutex(0)
        let retrying = Retrying(policy: policy, pause: { _ in }, random: { 0 })
        let fault = await #expect(throws: ServiceFault.self) {
            try await retrying.run { () async throws(ServiceFault) -> Retrying.Attempt<Int> in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                if number == 2 { throw ServiceFault(.refused, "no") }
                return .again(ServiceFault(.unavailable, "later"))
            }
        }
        #expect(fault == ServiceFault(.refused, "no", attempts: 2))
    }

    @Test("A pause that is broken off stops it")
    func stopping() async {
        let retrying = Retrying(
            policy: policy, pause: { _ in throw CancellationError() }, random: { 0 })
        let fault = await #expect(throws: ServiceFault.self) {
            try await retrying.run { () async throws(ServiceFault) -> Retrying.Attempt<Int> in
                .again(ServiceFault(.unavailable, "later"))
            }
        }
        #expect(fault?.kind == .stopping)
    }
}
