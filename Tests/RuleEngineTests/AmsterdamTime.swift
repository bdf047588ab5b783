import DomainModel

/// Time in the Netherlands from the rule of the European Union, not from a database of the system.
enum AmsterdamTime {
    static let zone = TimeZoneRules(
        name: "Europe/Amsterdam", firstOffsetSeconds: 3600,
        transitions: (2000...2040).flatMap { year in
            [
                TimeZoneRules.Transition(start: lastSunday(3, year), offsetSeconds: 7200),
                TimeZoneRules.Transition(start: lastSunday(10, year), offsetSeconds: 3600),
            ]
        })

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func lastSunday(_ month: Int, _ year: Int) -> Int64 {
        let last = days(year, month, 31)
        // 1970-01-01 was a Thursday, so day 3 was a Sunday.
        return (last - (last - 3) % 7) * 86_400 + 3600
    }

    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        Int64(CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0)
    }

    /// Milliseconds of a moment in UTC, such as `2026-11-10T12:00:00.000`.
    static func utc(_ text: String) -> Int64 {
        let numbers = text.split { "-T:.".contains($0) }.compactMap { Int64($0) }
        let time = Array(numbers.dropFirst(3)) + [0, 0, 0, 0]
        let seconds =
            days(Int(numbers[0]), Int(numbers[1]), Int(numbers[2])) * 86_400 + time[0] * 3600
            + time[1] * 60 + time[2]
        return seconds * 1000 + time[3]
    }
}
