import DomainModel
import Foundation
import Testing

@testable import ccvmap

@Suite("The time zones of the system")
struct SystemTimeZoneTests {
    @Test(
        "have the offsets that Foundation knows, week by week and around every change",
        arguments: [
            "Europe/Amsterdam", "Europe/London", "Europe/Dublin", "America/New_York", "UTC",
            "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo",
        ])
    func offsets(name: String) throws {
        let rules = try #require(SystemTimeZone.rules(name))
        let zone = try #require(TimeZone(identifier: name))
        let end: Int64 = 2_140_000_000
        var seconds = Array(stride(from: Int64(800_000_000), to: end, by: 608_401))
        for start in rules.transitions.map(\.start) where start < end {
            seconds += [start - 1, start, start + 1]
        }
        for second in seconds {
            let date = Date(timeIntervalSince1970: TimeInterval(second))
            #expect(Int(rules.offsetSeconds(at: second)) == zone.secondsFromGMT(for: date))
        }
    }

    @Test("go on to the end of the century")
    func lateYears() throws {
        let rules = try #require(SystemTimeZone.rules("Europe/Amsterdam"))
        let summer = try #require(CalendarDate(year: 2090, month: 7, day: 1))
        let winter = try #require(CalendarDate(year: 2090, month: 12, day: 1))
        #expect(rules.offsetSeconds(at: rules.startOfDay(summer).seconds) == 7200)
        #expect(rules.offsetSeconds(at: rules.startOfDay(winter).seconds) == 3600)
        #expect(rules.transitions.count > 200)
    }

    @Test(
        "are known by the names of the database only",
        arguments: [
            "Europe/Rotterdam", "", "CET-1CEST", "../../../etc/passwd", "/etc/localtime",
            "zone.tab", "Europe", "Europe/Amsterdam ", "Europe/Amster\u{0}dam",
        ])
    func unknown(name: String) {
        #expect(SystemTimeZone.rules(name) == nil)
    }
}
