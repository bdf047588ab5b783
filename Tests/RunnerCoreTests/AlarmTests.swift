import DomainModel
import RunnerCore
import Testing

@Suite("Alarms")
struct AlarmTests {
    private static let day: Int64 = 86_400_000
    /// 2026-11-12T12:00:00Z.
    private static let now = Samples.noon

    private static func share(_ daysAgo: Int64, _ found: Int, of looked: Int) -> SaleShare {
        SaleShare(
            at: Instant(milliseconds: now.milliseconds - daysAgo * day), looked: looked,
            found: found)
    }

    private static func alarm(_ shares: [SaleShare], now: Instant = now) -> String? {
        Alarms.matchShareFell(shares, now: now, zone: .utc)
    }

    /// Thirty days with 20 payments each, of which so many find a sale.
    private static func month(_ found: Int = 18) -> [SaleShare] {
        (1...30).map { share($0, found, of: 20) }
    }

    @Test("The share of payments that find a sale falls below half its mean: on the same day")
    func fell() throws {
        let text = try #require(Self.alarm(Self.month() + [Self.share(0, 4, of: 10)]))
        #expect(text.contains("4 of 10") && text.contains("540 of 600"))
        #expect(Self.alarm(Self.month() + [Self.share(0, 0, of: 200)]) != nil)
    }

    @Test("Half of it is enough, and so is a day that only began badly")
    func enough() {
        #expect(Self.alarm(Self.month(20) + [Self.share(0, 5, of: 10)]) == nil)
        #expect(Self.alarm(Self.month(20) + [Self.share(0, 4, of: 10)]) != nil)
        let recovered = [Self.share(0, 0, of: 10), Self.share(0, 9, of: 5)]
        #expect(Self.alarm(Self.month() + recovered) == nil)
    }

    @Test("A quiet day, and a shop that began a moment ago, are no alarm")
    func quiet() {
        #expect(Self.alarm(Self.month() + [Self.share(0, 0, of: 9)]) == nil)
        #expect(Self.alarm([Self.share(1, 29, of: 29), Self.share(0, 0, of: 50)]) == nil)
        #expect(Self.alarm([Self.share(1, 30, of: 30), Self.share(0, 0, of: 50)]) != nil)
        #expect(Self.alarm(Self.month()) == nil)
        #expect(Self.alarm([]) == nil)
    }

    @Test("Sales that always come a day later are no alarm")
    func late() {
        // Found in the night are those of the day before; looked for a sale have those of today.
        let days = (1...30).map { Self.share($0, 20, of: 20) }
        #expect(Self.alarm(days + [Self.share(0, 20, of: 12)]) == nil)
    }

    @Test("Older days than thirty do not count, nor does what the clock puts into the future")
    func window() {
        let today = Self.share(0, 0, of: 50)
        #expect(Self.alarm([Self.share(30, 100, of: 100), today]) != nil)
        #expect(Self.alarm([Self.share(31, 100, of: 100), today]) == nil)
        #expect(Self.alarm([Self.share(-1, 100, of: 100), today]) == nil)
    }

    @Test("No fetch was complete for two hours")
    func fetch() throws {
        let last = Self.now
        func alarm(_ minutes: Int64) -> String? {
            Alarms.noCompleteFetch(last: last, now: Samples.later(minutes: minutes))
        }
        #expect(alarm(0) == nil && alarm(119) == nil && alarm(-600) == nil)
        #expect(try #require(alarm(120)).contains("2026-11-12T12:00:00Z"))
        #expect(Alarms.noCompleteFetch(last: nil, now: last) == nil)
    }
}
