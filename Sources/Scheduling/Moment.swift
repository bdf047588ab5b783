public import DomainModel

/// A moment by two clocks: the one on the wall, which people and NTP may set, and one that only
/// ever runs forward, also while the machine sleeps.
public struct Moment: Sendable, Equatable {
    /// What the clock on the wall shows.
    public var wall: Instant
    /// Time since some beginning that lasts as long as the process.
    public var uptime: Duration

    /// Makes a moment.
    public init(wall: Instant, uptime: Duration) {
        self.wall = wall
        self.uptime = uptime
    }

    /// A moment on the wall as far from now as a wait.
    func wall(after wait: Duration) -> Instant {
        Instant(milliseconds: wall.milliseconds &+ wait.milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds.
    public var milliseconds: Int64 {
        let parts = components
        return parts.seconds &* 1000 &+ parts.attoseconds / 1_000_000_000_000_000
    }
}
