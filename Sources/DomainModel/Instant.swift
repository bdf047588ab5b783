/// A moment, the same everywhere: milliseconds since 1970-01-01T00:00:00Z, as CCV gives them.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    /// Takes milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment that is not given. Lies before every real one.
    public static let absent = Instant(milliseconds: .min)

    /// Whether there is a moment.
    public var isPresent: Bool { milliseconds != .min }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var seconds: Int64 {
        let quotient = milliseconds / 1000
        return milliseconds % 1000 < 0 ? quotient - 1 : quotient
    }

    /// Whether the earlier moment comes first.
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
