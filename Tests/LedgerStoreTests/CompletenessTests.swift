import DomainModel
import LedgerStore
import LedgerViews
import RunnerCore
import Testing

@Suite("What was paid and what became of it")
struct CompletenessTests {
    private static let days = (
        CalendarDate(daysSinceEpoch: 0), CalendarDate(daysSinceEpoch: 40_000)
    )

    private func rows(_ scene: Scene) throws -> [CompletenessView] {
        try scene.views.completeness(of: [], from: Self.days.0, to: Self.days.1)
    }

    @Test(
        "counts money that came in, once, by CCV's records alone",
        arguments: [
            ("sale", "success", "", true), ("capture", "success", "", true),
            ("SALE", "SUCCESS", "", true), ("sale", "pending", "", false),
            ("sale", "failed", "", false), ("authorise", "success", "", false),
            ("refund", "success", "", false),
            ("sale", "success", #","childReferenceId":"C9""#, false),
            ("sale", "success", #","method":"landingpage""#, false),
        ])
    func paid(type: String, status: String, extra: String, isPaid: Bool) throws {
        let scene = try Scene()
        let run = try scene.run()
        let method = extra.contains("method") ? "" : #","method":"ideal""#
        let json = """
            {"reference":"C1","type":"\(type)","status":"\(status)","amount":10.00,\
            "currency":"eur","created":1763800000000\(method)\(extra)}
            """
        let seen = SeenPayment(
            reference: "C1", json: Array(json.utf8),
            created: Instant(milliseconds: 1_763_800_000_000), lastUpdate: .absent, isFinal: true)
        try scene.keep([seen], in: run)
        try scene.keep([seen], in: run)
        #expect(try rows(scene).map(\.paid.amount) == (isPaid ? [1000] : []))
        // Nobody decided it yet: it stands nowhere.
        #expect(try rows(scene).map(\.difference) == (isPaid ? [1000] : []))
    }

    @Test(
        "has a place for each state",
        arguments: [
            (.open, "waiting"), (.due, "waiting"), (.waiting, "waiting"), (.intended, "waiting"),
            (.review, "review"), (.posted, "booked"), (.reconciled, "booked"),
            (.failed, "errors"), (.parked, "errors"), (.drifted, "errors"),
            (.resolved, "settled"), (.ignored, "settled"), (.skipped, "skipped"),
        ] as [(PaymentState, String)])
    func places(state: PaymentState, place: String) throws {
        let scene = try Scene()
        try scene.make("C1", state, in: scene.run())
        let row = try #require(try rows(scene).first)
        let places = [
            "waiting": row.waiting, "review": row.review, "booked": row.booked,
            "errors": row.errors, "settled": row.settled, "skipped": row.skipped,
        ]
        #expect(places.filter { $0.value.count > 0 }.map(\.key) == [place])
        #expect(places[place] == AmountTally(currency: "EUR", count: 1, amount: 11900))
        #expect(row.paid.amount == 11900 && row.difference == 0)
        #expect(row.connection == "shop" && row.method == "ideal")
    }

    @Test("shows a difference when CCV says something else than what was booked")
    func changed() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .reconciled, in: run)
        try scene.keep([.example("C1", amount: "100.00")], in: run)
        #expect(try rows(scene).map(\.difference) == [-1900])
        try scene.keep([.example("C1", status: "failed")], in: run)
        let row = try #require(try rows(scene).first)
        #expect(row.paid.count == 0 && row.booked.amount == 11900 && row.difference == -11900)
    }

    @Test("has the days of the time zone of the rules, also of rules that come later")
    func days() throws {
        let scene = try Scene()
        let midnight: Int64 = 20_000 * 86_400_000
        let run = try scene.run()
        var seen = SeenPayment.example("C1")
        seen.created = Instant(milliseconds: midnight - 1_800_000)
        try scene.keep([seen], in: run)
        #expect(try rows(scene).map(\.day.daysSinceEpoch) == [19_999])
        let zone = TimeZoneRules(
            name: "Europe/Amsterdam", firstOffsetSeconds: 0,
            transitions: [
                .init(start: 0, offsetSeconds: 3600), .init(start: 9, offsetSeconds: 7200),
            ])
        let next = try scene.ledger.begin(
            RunStart(
                connection: "shop", revision: "sha256:r1", ruleTexts: [], office: "NLA001",
                timeZone: zone, at: scene.now))
        #expect(try rows(scene).map(\.day.daysSinceEpoch) == [20_000])
        seen.reference = "C2"
        try scene.keep([seen], in: next)
        // A run that says nothing of it leaves the zone as it is.
        try scene.run()
        #expect(try rows(scene).map(\.paid.count) == [2])
        #expect(try scene.ledger.verify().damage == nil)
        let day = CalendarDate(daysSinceEpoch: 20_000)
        let page = try scene.views.payments(
            .with {
                $0.from = day
                $0.to = day
            })
        #expect(page.total == 2 && page.payments.count == 2)
        let before = try scene.views.payments(.with { $0.to = day.adding(days: -1) })
        #expect(before.total == 0 && before.payments.isEmpty)
    }

    @Test("leaves out other connections and days, and keeps methods and currencies apart")
    func rows() throws {
        let scene = try Scene()
        let run = try scene.run()
        let other = try scene.run("other")
        try scene.keep([.example("C1")], in: run)
        try scene.keep(
            [.example("C2", extra: #","brand":"Visa""#), .example("C3")], in: other)
        let all = try rows(scene).map { "\($0.connection) \($0.method) \($0.paid.count)" }
        #expect(all == ["other ideal 1", "other ideal/visa 1", "shop ideal 1"])
        let shop = try scene.views.completeness(
            of: ["shop"], from: Self.days.0, to: Self.days.1)
        #expect(shop.map(\.connection) == ["shop"])
        let day = CalendarDate(daysSinceEpoch: 20_414)
        #expect(try scene.views.completeness(of: [], from: day, to: day).count == 3)
        let next = day.adding(days: 1)
        #expect(try scene.views.completeness(of: [], from: next, to: next).isEmpty)
        #expect(try scene.views.methods(of: []) == ["ideal", "ideal/visa"])
        #expect(try scene.views.methods(of: ["shop"]) == ["ideal"])
    }
}
