public import DomainModel
internal import FoundationEssentials

/// The two clocks of this machine, as values a test can replace.
public struct TwinfieldClock: Sendable {
    /// The time of day: for when a token ends.
    public var now: @Sendable () -> Instant
    /// The time since any fixed moment, which never jumps: for how much was asked in a minute.
    public var uptime: @Sendable () -> Duration

    /// Makes a pair of clocks.
    public init(
        now: @escaping @Sendable () -> Instant, uptime: @escaping @Sendable () -> Duration
    ) {
        self.now = now
        self.uptime = uptime
    }

    /// The clocks of this machine.
    public static var system: TwinfieldClock {
        let start = ContinuousClock.now
        return TwinfieldClock(
            now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
            uptime: { ContinuousClock.now - start })
    }
}
