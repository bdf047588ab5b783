/// A moment, the same everywhere: milliseconds since 1970-01-01T00:00:00Z, as CCV gives them.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    /// Takes milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment that is not given.
    ///
    /// Lies before every real one.
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

extension Instant {
    /// The moment in UTC as ISO 8601, such as `2026-11-20T00:00:00Z`; milliseconds only when any.
    public var isoText: String {
        let date = TimeZoneRules.utc.date(of: self)
        let ofDay = seconds - Int64(date.daysSinceEpoch) * 86_400
        let rest = milliseconds - seconds * 1000
        func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
        let time = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map(two).joined(separator: ":")
        let fraction = rest == 0 ? "" : "." + String(String(1000 + rest).dropFirst())
        return date.isoText + "T" + time + fraction + "Z"
    }
}
