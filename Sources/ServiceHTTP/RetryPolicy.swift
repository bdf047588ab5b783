/// How often to ask again, and how long to wait before it.
public struct RetryPolicy: Sendable, Hashable {
    /// How often to ask again after the first time.
    public var retries: Int
    /// The wait before the first retry; it doubles.
    public var backoff: Duration
    /// No wait is longer, whatever a service asks for.
    public var longestWait: Duration

    /// Makes a policy.
    public init(
        retries: Int = 4, backoff: Duration = .seconds(1), longestWait: Duration = .seconds(120)
    ) {
        self.retries = retries
        self.backoff = backoff
        self.longestWait = longestWait
    }

    /// The wait before retry number `attempt`, from 0.
    ///
    /// Between half and the whole of the doubled backoff, so that many programs do not ask at one
    /// moment; never shorter than what the service asks for, up to the longest wait. `random` is
    /// any number.
    public func wait(before attempt: Int, askedFor: Duration?, random: UInt64) -> Duration {
        let whole = min(backoff * (1 << min(attempt, 20)), longestWait)
        let share = Int64(random % 501) + 500
        let jittered = whole * share / 1000
        return max(jittered, min(askedFor ?? .zero, longestWait))
    }
}
