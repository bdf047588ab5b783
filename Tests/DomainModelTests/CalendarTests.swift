import DomainModel
import Testing

@Suite("Days and moments")
struct CalendarTests {
    private let amsterdam = TimeZoneRules(
        name: "Europe/Amsterdam", firstOffsetSeconds: 3600,
        transitions: [
            .init(start: 1_774_746_000, offsetSeconds: 7200),
            .init(start: 1_792_890_000, offsetSeconds: 3600),
        ])

    @Test("Every day of three centuries survives the way to a number and back")
    func roundTrip() throws {
        var day = try #require(CalendarDate(year: 1899, month: 12, day: 31))
        let last = try #require(CalendarDate(year: 2201, month: 1, day: 1))
        var previous = day.parts
        while day < last {
            day = day.adding(days: 1)
            let parts = day.parts
            #expect(CalendarDate(year: parts.year, month: parts.month, day: parts.day) == day)
            #expect(parts.day == 1 || parts.day == previous.day + 1)
            previous = parts
        }
    }

    @Test(
        "Days that the calendar does not have are refused",
        arguments: ["20260230", "20251301", "2026-11-31", "2026111", "202611201", "2026/11/20", ""])
    func refused(text: String) {
        #expect(CalendarDate(Array(text.utf8)) == nil)
    }

    @Test(
        "A moment is on the day that the clock on the wall shows",
        arguments: [
            (1_774_738_799_999, "2026-03-28"), (1_774_738_800_000, "2026-03-29"),
            (1_774_821_599_999, "2026-03-29"), (1_774_821_600_000, "2026-03-30"),
            (1_792_879_199_999, "2026-10-24"), (1_792_879_200_000, "2026-10-25"),
            (1_792_969_199_999, "2026-10-25"), (1_792_969_200_000, "2026-10-26"),
        ] as [(Int64, String)])
    func dayOfMoment(milliseconds: Int64, day: String) {
        #expect(amsterdam.date(of: Instant(milliseconds: milliseconds)).isoText == day)
    }

    @Test("A day begins at midnight, in winter, in summer and on the days between")
    func startOfDay() throws {
        for (day, expected) in [
            ("2026-01-15", "2026-01-14T23:00:00Z"), ("2026-03-29", "2026-03-28T23:00:00Z"),
            ("2026-03-30", "2026-03-29T22:00:00Z"), ("2026-10-25", "2026-10-24T22:00:00Z"),
            ("2026-10-26", "2026-10-25T23:00:00Z"),
        ] {
            let date = try #require(CalendarDate(Array(day.utf8)))
            #expect(amsterdam.startOfDay(date).isoText == expected)
        }
    }

    @Test("A moment is written with its offset")
    func written() {
        let summer = Instant(milliseconds: 1_780_000_000_500)
        #expect(summer.isoText == "2026-05-28T20:26:40.500Z")
        #expect(amsterdam.isoText(of: summer) == "2026-05-28T22:26:40.500+02:00")
        #expect(
            TimeZoneRules.utc.isoText(of: Instant(milliseconds: 0)) == "1970-01-01T00:00:00+00:00")
    }
}
