import DomainModel

/// The last line of a zone file: how its clock changes after the listed changes (RFC 9636, 3.3).
///
/// Shape: `CET-1CEST,M3.5.0,M10.5.0/3`, or `JST-9` for a clock that does not change. Signs count
/// hours west.
struct ZoneFooter {
    /// A change of the clock, once a year.
    private struct Change {
        enum Day {
            /// Week 1 to 5 (the last), weekday from Sunday as 0.
            case weekday(month: Int, week: Int, day: Int)
            /// From 1, never counting 29 February.
            case numbered(Int)
            /// From 0.
            case counted(Int)
        }

        var day: Day
        /// Seconds after midnight of the clock before the change.
        var time = 7200
    }

    private var standard = 0
    private var summer = 0
    private var toSummer: Change?
    private var toStandard: Change?
    private var rest: ArraySlice<UInt8>

    /// Reads the line; nil when it is none of the known shapes.
    init?(_ line: ArraySlice<UInt8>) {
        rest = line
        guard skipName(), let west = readTime() else { return nil }
        (standard, summer) = (-west, -west)
        if rest.isEmpty { return }
        guard skipName() else { return nil }
        summer = standard + 3600
        if let next = rest.first, next != UInt8(ascii: ",") {
            guard let west = readTime() else { return nil }
            summer = -west
        }
        guard let first = readChange(), let second = readChange(), rest.isEmpty else { return nil }
        (toSummer, toStandard) = (first, second)
    }

    /// The changes of some years, in order, each with the seconds east of UTC that then hold.
    func transitions(years: ClosedRange<Int>) -> [TimeZoneRules.Transition] {
        guard let toSummer, let toStandard else { return [] }
        return years.flatMap { year in
            [(toSummer, standard, summer), (toStandard, summer, standard)]
                .compactMap { change, before, after in
                    Self.midnight(change.day, year).map { midnight in
                        TimeZoneRules.Transition(
                            start: midnight + Int64(change.time - before),
                            offsetSeconds: Int32(after))
                    }
                }
                .sorted { $0.start < $1.start }
        }
    }

    private static func midnight(_ day: Change.Day, _ year: Int) -> Int64? {
        guard let newYear = CalendarDate(year: year, month: 1, day: 1) else { return nil }
        let days = Int(newYear.daysSinceEpoch)
        switch day {
        case .counted(let count): return Int64(days + count) * 86_400
        case .numbered(let number):
            let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
            return Int64(days + number - (isLeap && number >= 60 ? 0 : 1)) * 86_400
        case .weekday(let month, let week, let weekday):
            guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
            // 1970-01-01 was a Thursday.
            let firstWeekday = (Int(first.daysSinceEpoch) % 7 + 11) % 7
            var date = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            while CalendarDate(year: year, month: month, day: date) == nil, date > 7 { date -= 7 }
            return Int64(Int(first.daysSinceEpoch) + date - 1) * 86_400
        }
    }
}

extension ZoneFooter {
    private mutating func take(_ byte: Character) -> Bool {
        guard rest.first == byte.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func readNumber() -> Int? {
        var value: Int?
        while let digit = rest.first.map({ Int($0) - 0x30 }), (0...9).contains(digit) {
            value = min((value ?? 0) * 10 + digit, 1000)
            rest.removeFirst()
        }
        return value
    }

    /// Passes over `CET` or `<+01>`.
    private mutating func skipName() -> Bool {
        let count = rest.count
        if take("<") {
            while let byte = rest.first, byte != UInt8(ascii: ">") { rest.removeFirst() }
            return take(">")
        }
        while let byte = rest.first, (0x41...0x5A).contains(byte & 0xDF) { rest.removeFirst() }
        return rest.count < count
    }

    /// Reads `-1`, `5:30` or `+2:00:00` in seconds.
    private mutating func readTime() -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard var seconds = readNumber().map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where take(":") {
            guard let part = readNumber() else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// Reads `,M10.5.0/3`, `,J60` or `,59`.
    private mutating func readChange() -> Change? {
        guard take(",") else { return nil }
        var change: Change
        if take("M") {
            guard let month = readNumber(), take("."), let week = readNumber(), take("."),
                let day = readNumber(), (1...5).contains(week), (0...6).contains(day)
            else { return nil }
            change = Change(day: .weekday(month: month, week: week, day: day))
        } else if take("J") {
            guard let number = readNumber() else { return nil }
            change = Change(day: .numbered(number))
        } else {
            guard let count = readNumber() else { return nil }
            change = Change(day: .counted(count))
        }
        if take("/") {
            guard let time = readTime() else { return nil }
            change.time = time
        }
        return change
    }
}
