internal import DomainModel

/// Says what a connection does next: a value that is told what happened and asks no clock.
///
/// Regular runs go by the clock that only runs forward, so that setting the clock on the wall
/// neither delays them nor lets them storm. Nights go by the calendar: each is done once, and one
/// that was missed is done as soon as the program runs again.
public struct Planner: Sendable {
    /// What to do next.
    public struct Plan: Sendable, Equatable {
        /// What kind of run comes next.
        public var kind: RunKind
        /// How long until then; zero for now.
        public var wait: Duration
    }

    /// After a run that did not do everything it is tried again so soon; each time twice as late,
    /// but no later than `every`.
    static let firstRetry = Duration.seconds(300)
    /// Between the end of a run and the beginning of the next one lies at least so much, or a
    /// quarter of `every`.
    static let pause = Duration.seconds(60)
    /// A night whose run did not do everything is tried so often; then it is left to the next.
    static let mostNightTries = 3

    private let schedule: Schedule
    private let seed: UInt64
    /// By `uptime`: when the next run is due.
    private var dueAt: Duration
    /// By `uptime`: another run holds the connection, so that nothing is tried before.
    private var heldUntil: Duration
    /// By `uptime`: the last run has only just ended; what a person wants does not wait for it.
    private var restsUntil: Duration
    private var isAsked = false
    private var nightDone: CalendarDate?
    private var nightTries: (night: CalendarDate, count: Int)?
    private var runs: UInt64 = 0
    private var failures = 0
    private var newest: Int64?

    /// Begins with what is remembered; `seed` makes the spread of the runs.
    public init(_ schedule: Schedule, seed: UInt64, history: RunHistory, at now: Moment) {
        self.schedule = schedule
        self.seed = seed
        dueAt = now.uptime
        heldUntil = now.uptime
        restsUntil = now.uptime
        nightDone = history.lastNight.map(schedule.night(at:))
        guard let last = history.last else { return }
        newest = last.isComplete ? last.number : nil
        failures = last.isComplete ? 0 : 1
        let age = Self.age(of: last.began, at: now)
        // A run of the future: the clock was set back since, and nobody knows how long ago it was.
        if age >= .zero { dueAt = now.uptime + max(.zero, min(interval, retry) - age) }
    }

    /// What to do next, and when.
    public func plan(at now: Moment) -> Plan {
        let night = untilNight(at: now)
        let planned = max(min(dueAt - now.uptime, night), restsUntil - now.uptime)
        let wait = max(isAsked ? .zero : planned, heldUntil - now.uptime, .zero)
        return Plan(kind: night <= wait ? .night : .regular, wait: wait)
    }

    /// Somebody wants a run now; asking again before it began asks for no second one.
    public mutating func ask() { isAsked = true }

    /// A run begins.
    public mutating func begin(_ kind: RunKind, at now: Moment) {
        isAsked = false
        runs &+= 1
        dueAt = now.uptime + interval
        guard kind == .night else { return }
        let night = schedule.night(at: now.wall)
        nightTries = (night, (nightTries?.night == night ? nightTries?.count ?? 0 : 0) + 1)
    }

    /// The run that began last has ended.
    public mutating func end(_ kind: RunKind, _ outcome: RunOutcome, at now: Moment) {
        newest = [newest, outcome.run].compactMap(\.self).max()
        switch outcome.result {
        case .complete: failures = 0
        case .incomplete, .failed: failures += 1
        case .stopped: break
        case .held:
            heldUntil = now.uptime + rest
            dueAt = heldUntil
            nightTries?.count -= kind == .night ? 1 : 0
            return
        }
        dueAt = min(dueAt, now.uptime + retry)
        restsUntil = now.uptime + rest
        guard kind == .night, let tries = nightTries else { return }
        if outcome.result == .complete || tries.count >= Self.mostNightTries {
            nightDone = tries.night
        }
    }

    /// Takes in what other processes did meanwhile: their runs count as ours.
    public mutating func learn(_ history: RunHistory, at now: Moment) {
        if let night = history.lastNight.map(schedule.night(at:)),
            night > nightDone ?? night.adding(days: -1), night <= schedule.night(at: now.wall)
        {
            nightDone = night
        }
        guard let last = history.last, last.isComplete,
            newest.map({ last.number > $0 }) ?? true
        else { return }
        newest = last.number
        failures = 0
        dueAt = max(dueAt, now.uptime + interval - max(.zero, Self.age(of: last.began, at: now)))
    }

    /// How long until the night run that is owed, or the next one, is due.
    private func untilNight(at now: Moment) -> Duration {
        let night = schedule.night(at: now.wall)
        if isOwed(night) {
            let due = due(night) - now.wall.milliseconds
            // What failed is tried again when its time comes, not at once.
            let retry = nightTries?.night == night ? dueAt - now.uptime : .zero
            return max(.milliseconds(due), retry, .zero)
        }
        var next = night.adding(days: 1)
        while !isOwed(next) { next = next.adding(days: 1) }
        return .milliseconds(due(next) - now.wall.milliseconds)
    }

    /// Whether a night was not done; a clock that was set back a little brings none again, and one
    /// that was a long way ahead keeps none away.
    private func isOwed(_ night: CalendarDate) -> Bool {
        guard let done = nightDone else { return true }
        return night > done || done > night.adding(days: 1)
    }

    /// When a night run is due, in milliseconds on the wall.
    private func due(_ night: CalendarDate) -> Int64 {
        let salt = UInt64(bitPattern: Int64(night.daysSinceEpoch)) ^ 0x6E69_6768_7400_0000
        return schedule.beginning(ofNight: night).milliseconds
            &+ spread(schedule.jitter, salt).milliseconds
    }

    /// From the beginning of a run to the next one.
    private var interval: Duration {
        schedule.every - spread(min(schedule.jitter, schedule.every / 2), runs)
    }

    /// From the end of a run to the next one at the least.
    private var rest: Duration { min(Self.pause, schedule.every / 4) }

    /// From the end of a run to the next one, when it did not do everything.
    private var retry: Duration {
        failures == 0 ? schedule.every : Self.firstRetry * (1 << min(failures - 1, 10))
    }

    /// Any time up to a limit; the same for the same salt.
    private func spread(_ limit: Duration, _ salt: UInt64) -> Duration {
        let most = UInt64(max(0, limit.milliseconds))
        return .milliseconds(Int64(Self.mixed(seed &+ Self.mixed(salt)) % (most + 1)))
    }

    /// Splits one number into another that looks like chance (SplitMix64).
    private static func mixed(_ number: UInt64) -> UInt64 {
        var value = number &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private static func age(of past: Instant, at now: Moment) -> Duration {
        .milliseconds(now.wall.milliseconds &- past.milliseconds)
    }
}
