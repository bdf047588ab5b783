public import DomainModel

/// How many requests are left to somebody; they come back with time.
public struct TokenBucket: Sendable, Hashable {
    /// How many, and how fast they come back.
    public struct Rate: Sendable, Hashable {
        /// So many at once.
        public var burst: Int
        /// One comes back in so many milliseconds.
        public var everyMilliseconds: Int64

        /// States a rate.
        public init(burst: Int, everyMilliseconds: Int64) {
            self.burst = burst
            self.everyMilliseconds = everyMilliseconds
        }

        /// Of strangers, for all that they ask: 200 at once, ten a second.
        public static let strangers = Rate(burst: 200, everyMilliseconds: 100)
        /// For names, passwords, codes and invitations: 20 at once, twenty a minute.
        public static let attempts = Rate(burst: 20, everyMilliseconds: 3_000)
    }

    /// What is left, in thousandths of a request so that nothing is lost in between.
    private var left: Int64
    private var counted: Instant

    /// A full one.
    public init(_ rate: Rate, at now: Instant) {
        left = Int64(rate.burst) * 1_000
        counted = now
    }

    /// Takes one; nil when there was one, else after how many whole seconds there is.
    public mutating func take(_ rate: Rate, at now: Instant) -> Int64? {
        let passed = min(max(0, now.milliseconds - counted.milliseconds), 86_400_000)
        counted = now
        left = min(Int64(rate.burst) * 1_000, left + passed * 1_000 / rate.everyMilliseconds)
        guard left < 1_000 else {
            left -= 1_000
            return nil
        }
        let missing = (1_000 - left) * rate.everyMilliseconds / 1_000
        return max(1, (missing + 999) / 1_000)
    }
}
