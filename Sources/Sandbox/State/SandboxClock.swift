internal import DomainModel
internal import Glibc

/// The clock of the sandbox: it starts at any moment, can be moved forward, and runs at any speed.
///
/// It never goes back: books and tokens are ordered by it.
struct SandboxClock: Sendable, Equatable {
    /// What this clock showed at `realAnchor`.
    private(set) var anchor: Instant
    /// The moment in the real world at which it showed `anchor`.
    private(set) var realAnchor: Instant
    /// Seconds of the sandbox in a real second; 0 stands still.
    private(set) var speed: Int

    /// Takes what it shows, and when.
    init(showing anchor: Instant, at realAnchor: Instant, speed: Int = 1) {
        self.anchor = anchor
        self.realAnchor = realAnchor
        self.speed = speed
    }

    /// The fastest that it runs: an hour in a second, ten times over.
    static let topSpeed = 36_000

    /// What it shows at a real moment; a real clock that was put back does not put it back.
    func now(at real: Instant) -> Instant {
        let passed = max(0, real.milliseconds - realAnchor.milliseconds)
        return Instant(milliseconds: anchor.milliseconds + passed * Int64(speed))
    }

    /// Lets it show another moment, which must not lie before the one it shows.
    mutating func move(to moment: Instant, at real: Instant) throws(SandboxFault) {
        let shown = now(at: real)
        guard moment >= shown else {
            throw SandboxFault(
                "the clock shows \(shown.isoText) and cannot go back to \(moment.isoText)",
                help: "reset the sandbox to begin again at an earlier moment")
        }
        anchor = moment
        realAnchor = real
    }

    /// Lets it run at another speed from now on.
    mutating func run(at speed: Int, at real: Instant) throws(SandboxFault) {
        guard (0...Self.topSpeed).contains(speed) else {
            throw SandboxFault(
                "the speed of the clock is \(speed), and must be 0 to \(Self.topSpeed)",
                help: "1 is the speed of the real world, 0 stands still, 3600 is an hour a second")
        }
        anchor = now(at: real)
        realAnchor = real
        self.speed = speed
    }

    /// The moment of the real world.
    static var realNow: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
