import DomainModel
import ServiceHTTP
import Synchronization

@testable import TwinfieldClient

/// Clocks that stand still, except when somebody pauses.
final class TestTime: Sendable {
    private struct State {
        var elapsed = Duration.zero
        var pauses: [Duration] = []
    }

    static let start: Int64 = 1_795_000_000_000
    private let state = Mutex(State())

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func advance(_ time: Duration) { state.withLock { $0.elapsed += time } }

    var clock: TwinfieldClock {
        TwinfieldClock(
            now: {
                let seconds = self.state.withLock { $0.elapsed.components.seconds }
                return Instant(milliseconds: Self.start + seconds * 1000)
            },
            uptime: { self.state.withLock { $0.elapsed } })
    }

    func retrying(_ retries: Int = 3) -> Retrying {
        Retrying(
            policy: RetryPolicy(retries: retries),
            pause: { time in
                self.state.withLock {
                    $0.elapsed += time
                    $0.pauses.append(time)
                }
            },
            random: { 500 })
    }
}
