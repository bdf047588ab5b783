/// What a time zone adds to UTC, and since when: a table that the shell reads from the system.
///
/// The core has no clock and no time-zone database; it gets the transitions as a value.
public struct TimeZoneRules: Sendable, Equatable {
    /// From `start` on (seconds since 1970 in UTC) local time is UTC plus `offsetSeconds`.
    public struct Transition: Sendable, Equatable {
        /// The first second at which the offset holds.
        public var start: Int64
        /// Seconds east of UTC.
        public var offsetSeconds: Int32

        /// Says from when on which offset holds.
        public init(start: Int64, offsetSeconds: Int32) {
            self.start = start
            self.offsetSeconds = offsetSeconds
        }
    }

    /// The name in the IANA database, such as `Europe/Amsterdam`.
    public let name: String
    /// The offset before the first transition.
    public let firstOffsetSeconds: Int32
    /// In order of `start`.
    public let transitions: [Transition]

    /// Takes the offsets in order of time.
    public init(name: String, firstOffsetSeconds: Int32, transitions: [Transition]) {
        self.name = name
        self.firstOffsetSeconds = firstOffsetSeconds
        self.transitions = transitions
        precondition(zip(transitions, transitions.dropFirst()).allSatisfy { $0.start < $1.start })
    }

    /// UTC itself.
    public static let utc = TimeZoneRules(name: "UTC", firstOffsetSeconds: 0, transitions: [])

    /// Seconds east of UTC at a moment.
    public func offsetSeconds(at seconds: Int64) -> Int32 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].start <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffsetSeconds : transitions[low - 1].offsetSeconds
    }

    /// The day of the calendar at a moment, where this zone holds.
    public func date(of instant: Instant) -> CalendarDate {
        let local = instant.seconds + Int64(offsetSeconds(at: instant.seconds))
        let quotient = local / 86_400
        let days = local % 86_400 < 0 ? quotient - 1 : quotient
        return CalendarDate(daysSinceEpoch: Int32(clamping: days))
    }

    /// A moment as the clock on the wall shows it, such as `2026-11-20T00:00:00+01:00`.
    public func isoText(of instant: Instant) -> String {
        let offset = Int64(offsetSeconds(at: instant.seconds))
        let local = Instant(milliseconds: instant.milliseconds + offset * 1000).isoText
        func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
        let size = abs(offset)
        return local.dropLast() + (offset < 0 ? "-" : "+") + two(size / 3600) + ":"
            + two(size / 60 % 60)
    }

    /// The moment at which a day begins, where this zone holds.
    public func startOfDay(_ date: CalendarDate) -> Instant {
        let local = Int64(date.daysSinceEpoch) * 86_400
        var seconds = local - Int64(offsetSeconds(at: local))
        // The offset at midnight may differ from the one guessed with: look once more.
        seconds = local - Int64(offsetSeconds(at: seconds))
        return Instant(milliseconds: seconds * 1000)
    }
}
