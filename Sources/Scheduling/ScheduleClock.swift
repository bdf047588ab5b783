internal import DomainModel
internal import Glibc

/// The clocks of this machine.
public struct ScheduleClock: Sendable {
    /// The moment by both clocks.
    public var now: @Sendable () -> Moment
    /// How often the plan is looked at; a sleep of the machine ends within this time too.
    public var tick: Duration

    /// Makes a clock.
    public init(tick: Duration, now: @escaping @Sendable () -> Moment) {
        self.tick = tick
        self.now = now
    }

    /// The clocks of the system; the one that runs forward counts the sleep of the machine.
    public static let system = ScheduleClock(tick: .seconds(1)) {
        let wall = read(CLOCK_REALTIME)
        return Moment(
            wall: Instant(milliseconds: wall.milliseconds), uptime: read(CLOCK_BOOTTIME))
    }

    private static func read(_ clock: Int32) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
