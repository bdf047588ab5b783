internal import DomainModel

/// How moments are written in a question to CCV; not documented, so it is a setting.
public enum TimestampForm: String, Sendable, Hashable, CaseIterable {
    /// Milliseconds since 1970, as CCV answers them.
    case ms
    /// Seconds since 1970.
    case s
    /// ISO 8601 in UTC, whole seconds, such as `2024-03-05T06:42:59Z`.
    case iso

    /// The smallest step that can be asked for, in milliseconds.
    var tickLength: Int64 { self == .ms ? 1 : 1000 }

    /// The tick in which a moment lies.
    func tick(of instant: Instant) -> Int64 {
        self == .ms ? instant.milliseconds : instant.seconds
    }

    /// A moment at the start of a tick, as it stands in a question.
    func text(ofTick tick: Int64) -> String {
        switch self {
        case .ms, .s: String(tick)
        case .iso: Instant(milliseconds: tick * 1000).isoText
        }
    }

    /// The moment at the start of a tick.
    func instant(ofTick tick: Int64) -> Instant { Instant(milliseconds: tick * tickLength) }
}
