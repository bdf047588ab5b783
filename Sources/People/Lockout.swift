public import DomainModel

/// How often somebody failed in a row, and until when nothing more is tried.
///
/// The first failures cost nothing; then each further one costs a minute, two, four, up to an hour.
public struct Lockout: Sendable, Hashable {
    /// So often a person may mistype without waiting.
    public static let ofPerson = 5
    /// So often an address may, behind which a whole office can sit.
    public static let ofAddress = 20
    static let firstMilliseconds: Int64 = 60_000
    static let longestMilliseconds: Int64 = 3_600_000

    /// Failures since the last success.
    public private(set) var failures: Int
    /// Until when nothing is tried; nil when nothing was locked.
    public private(set) var until: Instant?

    /// Takes what was kept.
    public init(failures: Int = 0, until: Instant? = nil) {
        self.failures = failures
        self.until = until
    }

    /// Whether nothing is tried at a moment.
    public func isLocked(at now: Instant) -> Bool { until.map { now < $0 } ?? false }

    /// Counts a failure; true when it locks.
    @discardableResult
    public mutating func fail(at now: Instant, allowed: Int) -> Bool {
        failures += 1
        guard failures >= allowed else { return false }
        let doublings = min(failures - allowed, 10)
        let wait = min(Self.firstMilliseconds << Int64(doublings), Self.longestMilliseconds)
        until = Instant(milliseconds: now.milliseconds + wait)
        return true
    }

    /// Forgets the failures after a success.
    public mutating func succeed() { self = Lockout() }
}
