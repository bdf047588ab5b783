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
            "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo", "Asia/Tokyo",
            "America/Argentina/Buenos_Aires", "Pacific/Auckland", "Etc/GMT+5",
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
        "change as the last line of their file says",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2045-03-26T01:00:00Z", "2045-10-29T01:00:00Z", 7200),
            ("EST5EDT,M3.2.0,M11.1.0", "2045-03-12T07:00:00Z", "2045-11-05T06:00:00Z", -14400),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2045-03-26T01:00:00Z", "2045-10-29T01:00:00Z", 3600),
            ("XXX2<-1>,M3.5.0/-1,M10.5.0/0", "2045-03-26T01:00:00Z", "2045-10-29T01:00:00Z", -3600),
            ("AAA0BBB,J60/0,J300/1:30", "2045-03-01T00:00:00Z", "2045-10-27T00:30:00Z", 3600),
            ("AAA0BBB,59/0,299", "2044-02-29T00:00:00Z", "2044-10-26T01:00:00Z", 3600),
        ])
    func footers(line: String, summer: String, winter: String, offset: Int32) throws {
        let footer = try #require(ZoneFooter(Array(line.utf8)[...]))
        let year = try #require(Int(summer.prefix(4)))
        let changes = footer.transitions(years: year...year)
        let texts = changes.map { Instant(milliseconds: $0.start * 1000).isoText }
        #expect(texts == [summer, winter])
        #expect(changes.first?.offsetSeconds == offset)
    }

    @Test(
        "have no changes by a last line that is none",
        arguments: [
            "", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.9.0,M10.5.0", "1", "<x",
        ])
    func noFooters(line: String) {
        #expect(ZoneFooter(Array(line.utf8)[...]) == nil)
    }

    @Test("are not read from a file that is cut off or no zone file")
    func cutFiles() throws {
        let path = "/usr/share/zoneinfo/Europe/Amsterdam"
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        #expect(ZoneFile(whole).rules("A", from: 0, upToYear: 2030) != nil)
        for count in 0..<whole.count {
            _ = ZoneFile(Array(whole[..<count])).rules("A", from: 0, upToYear: 2030)
        }
        #expect(ZoneFile(Array(whole[..<200])).rules("A", from: 0, upToYear: 2030) == nil)
        #expect(ZoneFile(Array("TZif2".utf8)).rules("A", from: 0, upToYear: 2030) == nil)
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
