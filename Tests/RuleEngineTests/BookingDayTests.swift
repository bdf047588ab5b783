import DomainModel
import Testing

@testable import RuleEngine

@Suite("The day on which a payment is booked")
struct BookingDayTests {
    /// The moments of a payment in UTC, and the day that follows in the Netherlands.
    struct Case: Sendable, CustomTestStringConvertible {
        var created: String
        var lastUpdate: String?
        var statusFinal: String?
        var status = "success"
        var day: String
        var testDescription: String {
            "\(created) \(lastUpdate ?? "-") \(statusFinal ?? "-") \(status) → \(day)"
        }
    }

    @Test(
        "is that of the first moment that counts, where the rules' zone holds",
        arguments: [
            Case(created: "2026-11-10T12:00:00", day: "2026-11-10"),
            Case(
                created: "2026-11-10T12:00:00", lastUpdate: "2026-11-12T12:00:00",
                day: "2026-11-12"),
            Case(
                created: "2026-11-10T12:00:00", lastUpdate: "2026-11-12T12:00:00",
                statusFinal: "2026-11-11T12:00:00", day: "2026-11-11"),
            Case(
                created: "2026-11-10T12:00:00", lastUpdate: "2026-11-12T12:00:00",
                status: "pending", day: "2026-11-10"),
            Case(
                created: "2026-11-10T12:00:00", lastUpdate: "2026-11-12T12:00:00",
                status: "failed", day: "2026-11-12"),
            // Midnight in winter is 23:00 in UTC, in summer 22:00.
            Case(created: "2026-11-10T22:59:59.999", day: "2026-11-10"),
            Case(created: "2026-11-10T23:00:00.000", day: "2026-11-11"),
            Case(created: "2026-07-10T21:59:59.999", day: "2026-07-10"),
            Case(created: "2026-07-10T22:00:00.000", day: "2026-07-11"),
            // Summer time begins on 2026-03-29 and ends on 2026-10-25.
            Case(created: "2026-03-28T22:59:59.999", day: "2026-03-28"),
            Case(created: "2026-03-28T23:00:00.000", day: "2026-03-29"),
            Case(created: "2026-03-29T21:59:59.999", day: "2026-03-29"),
            Case(created: "2026-03-29T22:00:00.000", day: "2026-03-30"),
            Case(created: "2026-10-24T21:59:59.999", day: "2026-10-24"),
            Case(created: "2026-10-24T22:00:00.000", day: "2026-10-25"),
            Case(created: "2026-10-25T22:59:59.999", day: "2026-10-25"),
            Case(created: "2026-10-25T23:00:00.000", day: "2026-10-26"),
            // The year and the leap day.
            Case(created: "2026-12-31T22:59:59.999", day: "2026-12-31"),
            Case(created: "2026-12-31T23:00:00.000", day: "2027-01-01"),
            Case(created: "2028-02-28T23:00:00.000", day: "2028-02-29"),
        ])
    func dayOfMoments(_ moments: Case) throws {
        let payment = PaymentRecord().with {
            $0.created = AmsterdamTime.utc(moments.created)
            $0.lastUpdate = moments.lastUpdate.map(AmsterdamTime.utc)
            $0.statusFinal = moments.statusFinal.map(AmsterdamTime.utc)
            $0.status = moments.status
        }
        let decided = try World(payments: [payment]).decide()
        #expect(try decided.decision().verdict.date.isoText == moments.day)
    }

    @Test("stands in the entry")
    func dayInEntry() throws {
        let payment = PaymentRecord(order: "WEB-17", created: AmsterdamTime.utc("2026-11-10T23:00"))
        let decided = try World(payments: [payment], sales: [SaleRecord()]).decide()
        #expect(try decided.entry().date == "2026-11-11")
    }

    @Test(
        "follows another zone when the rules name one",
        arguments: [(0, "2026-11-10"), (3600, "2026-11-11"), (-18_000, "2026-11-10")])
    func otherZones(_ offset: Int32, _ day: String) throws {
        let zone = TimeZoneRules(name: "Test", firstOffsetSeconds: offset, transitions: [])
        let payment = PaymentRecord(created: AmsterdamTime.utc("2026-11-10T23:30:00"))
        let rules = try ShippedRules.compile(zone: zone)
        let decided = try World(payments: [payment]).decide(by: rules)
        #expect(try decided.decision().verdict.date.isoText == day)
    }

    @Test(
        "is for a person when only lastUpdate gives it, in another month than created",
        arguments: [
            ("2026-10-31T12:00:00", "2026-11-01T12:00:00", nil, "review date_uncertain"),
            ("2026-11-01T12:00:00", "2026-11-30T12:00:00", nil, "book"),
            ("2026-10-31T12:00:00", "2026-11-01T12:00:00", "2026-11-01T12:00:00", "book"),
            // The same month of another year is another month.
            ("2025-11-10T12:00:00", "2026-11-10T12:00:00", nil, "review date_uncertain"),
            // The month is that of the zone: both lie in November where the shop is.
            ("2026-10-31T23:30:00", "2026-11-02T12:00:00", nil, "book"),
            ("2026-11-30T22:30:00", "2026-11-30T23:30:00", nil, "review date_uncertain"),
        ] as [(String, String, String?, String)])
    func anotherMonth(
        _ created: String, _ lastUpdate: String, _ statusFinal: String?, _ outcome: String
    ) throws {
        let payment = PaymentRecord(
            order: "WEB-17", created: AmsterdamTime.utc(created),
            lastUpdate: AmsterdamTime.utc(lastUpdate),
            statusFinal: statusFinal.map(AmsterdamTime.utc))
        let decided = try World(payments: [payment], sales: [SaleRecord()]).decide()
        #expect(try decided.outcome() == outcome)
    }

    @Test("in another month is accepted when the rules say so")
    func anotherMonthAccepted() throws {
        let payment = PaymentRecord(
            order: "WEB-17", created: AmsterdamTime.utc("2026-10-31T12:00:00"),
            lastUpdate: AmsterdamTime.utc("2026-11-01T12:00:00"))
        let decided = try World(
            payments: [payment], sales: [SaleRecord()],
            rules: [
                ("last_update_in_another_month: review", "last_update_in_another_month: accept")
            ]
        ).decide()
        #expect(try decided.outcome() == "book")
    }

    @Test(
        "before book_from is shown and never booked",
        arguments: [
            ("2026-11-09T22:59:59.999", "skip before_start"), ("2026-11-09T23:00:00.000", "book"),
        ])
    func beforeStart(_ created: String, _ outcome: String) throws {
        let payment = PaymentRecord(order: "WEB-17", created: AmsterdamTime.utc(created))
        let decided = try World(
            payments: [payment], sales: [SaleRecord()],
            rules: [("book_from: 2025-01-01", "book_from: 2026-11-10")]
        ).decide()
        #expect(try decided.outcome() == outcome)
    }
}
