/// How much may be asked of Twinfield, counted in its credits (API reference, 7).
///
/// A value: moments are arguments, as time since any fixed moment. No 60 seconds, wherever they
/// begin, hold more than a minute's credits, since nobody knows when Twinfield's minutes begin.
struct CreditBucket: Sendable {
    /// Credits that were spent, and when.
    private struct Spending {
        var moment: Duration
        var credits: Int
    }

    private static let window = Duration.seconds(60)

    /// Credits a minute; nil when this side does not count.
    private let perMinute: Int?
    /// What was spent in the last minute, oldest first.
    private var spent: [Spending] = []
    /// Twinfield asked not to be asked before this moment.
    private var closedUntil: Duration?

    /// Makes a full bucket.
    init(perMinute: Int?) { self.perMinute = perMinute }

    /// How long to wait before something of this cost may be asked; zero when it may be now.
    ///
    /// What costs more than a minute has is asked when nothing else was for a minute.
    mutating func wait(for cost: Int, at now: Duration) -> Duration {
        spent.removeAll { $0.moment + Self.window <= now }
        let closed = max((closedUntil ?? now) - now, .zero)
        guard let perMinute else { return closed }
        var left = perMinute - spent.reduce(0) { $0 + $1.credits }
        var wait = Duration.zero
        for spending in spent {
            if left >= cost { break }
            left += spending.credits
            wait = spending.moment + Self.window - now
        }
        return max(wait, closed)
    }

    /// Spends credits.
    mutating func take(_ cost: Int, at now: Duration) {
        guard perMinute != nil else { return }
        spent.append(Spending(moment: now, credits: cost))
    }

    /// Hears from an answer what Twinfield itself has counted (`X-RateLimit-Remaining`).
    ///
    /// Fewer than we think are left: others use the same client.
    mutating func hear(remaining: Int, at now: Duration) {
        guard let perMinute else { return }
        spent.removeAll { $0.moment + Self.window <= now }
        let left = perMinute - spent.reduce(0) { $0 + $1.credits }
        let unknown = min(left - max(remaining, 0), perMinute)
        if unknown > 0 { spent.append(Spending(moment: now, credits: unknown)) }
    }

    /// Hears that Twinfield wants to be left alone (429 with `Retry-After`).
    mutating func close(for time: Duration, at now: Duration) {
        closedUntil = max(closedUntil ?? now, now + time)
    }
}
