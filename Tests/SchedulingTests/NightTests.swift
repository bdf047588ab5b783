import DomainModel
import Scheduling
import Testing

@Suite("The moment of the night run")
struct NightTests {
    @Test(
        "is the first at which the clock on the wall shows the time of the day, or more",
        arguments: [
            ("UTC", "2026-11-20", 150, "2026-11-20T02:30:00Z"),
            ("Europe/Amsterdam", "2026-11-20", 150, "2026-11-20T01:30:00Z"),
            ("Europe/Amsterdam", "2026-07-01", 150, "2026-07-01T00:30:00Z"),
            // 02:30 does not exist: the clock goes from 02:00 to 03:00.
            ("Europe/Amsterdam", "2027-03-28", 150, "2027-03-28T01:00:00Z"),
            ("Europe/Amsterdam", "2027-03-28", 180, "2027-03-28T01:00:00Z"),
            ("Europe/Amsterdam", "2027-03-28", 119, "2027-03-28T00:59:00Z"),
            // 02:30 comes twice: the first.
            ("Europe/Amsterdam", "2027-10-31", 150, "2027-10-31T00:30:00Z"),
            ("Europe/Amsterdam", "2027-10-31", 180, "2027-10-31T02:00:00Z"),
            ("America/New_York", "2027-03-14", 150, "2027-03-14T07:00:00Z"),
            ("America/New_York", "2027-11-07", 90, "2027-11-07T05:30:00Z"),
            // Lord Howe changes by half an hour.
            ("Australia/Lord_Howe", "2027-10-03", 135, "2027-10-02T15:30:00Z"),
            ("Australia/Lord_Howe", "2027-04-04", 105, "2027-04-03T14:45:00Z"),
            ("Europe/Amsterdam", "2026-11-20", 0, "2026-11-19T23:00:00Z"),
            ("Europe/Amsterdam", "2026-11-20", 1439, "2026-11-20T22:59:00Z"),
        ])
    func beginning(name: String, date: String, minutes: Int, expected: String) throws {
        let schedule = Schedule(
            every: .seconds(3600), nightlyAt: minutes, zone: try zone(name), jitter: .zero)
        #expect(schedule.beginning(ofNight: try day(date)).isoText == expected)
    }

    @Test(
        "begins its night and ends the one before, every day of four years",
        arguments: ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "UTC"],
        [0, 105, 135, 150, 180, 1439])
    func nights(name: String, minutes: Int) throws {
        let schedule = Schedule(
            every: .seconds(3600), nightlyAt: minutes, zone: try zone(name), jitter: .zero)
        var date = try day("2026-01-02")
        let end = try day("2029-12-30")
        var wrong: [String] = []
        while date < end {
            let start = schedule.beginning(ofNight: date)
            let before = Instant(milliseconds: start.milliseconds - 1)
            if schedule.night(at: start) != date
                || schedule.night(at: before) != date.adding(days: -1)
            {
                wrong.append(date.isoText)
            }
            date = date.adding(days: 1)
        }
        #expect(wrong == [])
    }
}
