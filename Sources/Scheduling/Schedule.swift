public import DomainModel

/// When a connection is to run: at least so often, and once a night.
public struct Schedule: Sendable, Equatable {
    /// The longest time between the beginnings of two runs.
    public var every: Duration
    /// When a night run is due, in minutes after midnight where `zone` holds.
    public var nightlyAt: Int
    /// The zone of `nightlyAt`.
    public var zone: TimeZoneRules
    /// How far runs are spread: a regular run may begin so much sooner than `every` asks (at most
    /// half of it), a night run so much later than `nightlyAt`.
    public var jitter: Duration

    /// Makes a schedule.
    public init(every: Duration, nightlyAt: Int, zone: TimeZoneRules, jitter: Duration) {
        self.every = every
        self.nightlyAt = nightlyAt
        self.zone = zone
        self.jitter = jitter
    }

    /// The first moment at which the clock on the wall shows `nightlyAt` of a day, or more.
    ///
    /// A time that summer time leaves out is the moment of the change; one that comes twice is
    /// the first of the two.
    public func beginning(ofNight day: CalendarDate) -> Instant {
        let wanted = Int64(day.daysSinceEpoch) * 86_400 + Int64(nightlyAt) * 60
        // No zone is further than 26 hours from UTC.
        var start = wanted - 26 * 3600
        var offset = Int64(zone.offsetSeconds(at: start))
        for change in zone.changes(from: start, to: wanted + 26 * 3600) {
            let moment = max(start, wanted - offset)
            if moment < change.start { return Instant(milliseconds: moment * 1000) }
            (start, offset) = (change.start, Int64(change.offsetSeconds))
        }
        return Instant(milliseconds: max(start, wanted - offset) * 1000)
    }

    /// The night that a moment belongs to: the last day whose night has begun.
    public func night(at moment: Instant) -> CalendarDate {
        var day = zone.date(of: moment).adding(days: 1)
        while beginning(ofNight: day) > moment { day = day.adding(days: -1) }
        return day
    }
}

extension TimeZoneRules {
    /// The changes after a second and before another one.
    fileprivate func changes(from first: Int64, to last: Int64) -> ArraySlice<Transition> {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].start <= first { low = middle + 1 } else { high = middle }
        }
        return transitions[low...].prefix { $0.start < last }
    }
}
