import DomainModel
import Foundation
import LedgerStore
import LedgerViews
import RunnerCore
import Testing

@Suite("A payment in lists and alone")
struct SummaryTests {
    @Test("says everything that is known of a booked one")
    func booked() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1", extra: #","brand":"Visa""#)], in: run)
        try scene.ledger.keep(Sales.table([("1", 11900)]), CustomerTable(), in: run)
        try scene.decide([.example("C1", sale: "1")], in: run)
        var posting = try scene.ledger.intend(
            .example("C1", sale: "1"), memo: "the entry", in: run, at: scene.now)
        posting = try scene.note(.booked(.memo(7)), posting, in: run)
        let booked = Instant(milliseconds: scene.clock)
        _ = try scene.note(.reconcileFailed("busy"), posting, in: run)
        let summary = try #require(try scene.views.payments(PaymentQuery()).payments.first)
        var expected = PaymentSummary()
        expected.connection = "shop"
        expected.reference = "C1"
        expected.state = .posted
        expected.reason = "reconcile_failed"
        expected.text = "busy"
        expected.since = booked
        expected.amount = 11900
        expected.currency = "EUR"
        expected.created = Instant(milliseconds: 1_763_800_000_000)
        expected.method = "ideal/visa"
        expected.type = "sale"
        expected.orderNumber = "WEB-1"
        expected.description = "Bestelling WEB-1"
        expected.customer = "D1"
        expected.customerName = "Jansen & Zn 1"
        expected.sale = SaleKey(daybook: "VRK", number: "1", line: "1")
        expected.memo = .memo(7)
        expected.rule = "paid"
        expected.revision = "sha256:r1"
        #expect(summary == expected)
        let read = ReadBack(isFinal: true, matches: [], shown: 1, drift: nil)
        try scene.ledger.keep([(posting: posting, readBack: read)], in: run, at: scene.now)
        #expect(try scene.views.payments(PaymentQuery()).payments.first?.isFinal == true)
        let view = try #require(try scene.views.payment("C1", of: "shop"))
        #expect(view.summary.isFinal == true && view.memo == "the entry")
        #expect(view.record == SeenPayment.example("C1", extra: #","brand":"Visa""#).json)
        #expect(view.decision != nil)
        let kinds = view.events.map(\.kind)
        #expect(kinds.starts(with: ["seen", "decided", "intended", "booked", "reconcile_failed"]))
        #expect(try scene.views.payment("C1", of: "other") == nil)
        #expect(try scene.views.payment("C2", of: "shop") == nil)
    }

    @Test("knows no state and no moment of one that was not decided, or cannot be read")
    func fresh() throws {
        let scene = try Scene()
        let seen = SeenPayment(
            reference: "C1", json: Array("no json".utf8), created: .absent, lastUpdate: .absent,
            isFinal: true)
        try scene.keep([seen], in: scene.run())
        let summary = try #require(try scene.views.payments(PaymentQuery()).payments.first)
        #expect(summary.state == nil && summary.since == nil && summary.amount == 0)
        #expect(!summary.created.isPresent && summary.method == "" && summary.sale == nil)
        #expect(try scene.views.tallies(of: [])[.open]?.first?.currency == "")
        #expect(try scene.ledger.verify().damage == nil)
    }

    @Test("says until when it waits, as the decision says")
    func waits() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1")], in: run)
        var decided = DecidedPayment.example("C1", .waiting, "no_sale_yet")
        try scene.decide([decided], in: run)
        #expect(try scene.views.payments(PaymentQuery()).payments.first?.waitsUntil == nil)
        let json = String(decoding: decided.json, as: UTF8.self)
        let place = try #require(json.range(of: #","revision""#))
        decided.json = Array(
            (json[..<place.lowerBound] + #","waits_until":"2026-12-07""#
                + json[place.lowerBound...]).utf8)
        decided.text = "another text"
        let before = try scene.views.payments(PaymentQuery()).payments.first?.since
        try scene.decide([decided], in: run)
        let summary = try #require(try scene.views.payments(PaymentQuery()).payments.first)
        #expect(summary.waitsUntil == CalendarDate(year: 2026, month: 12, day: 7))
        // It waits since it began to, whatever was said about it meanwhile.
        #expect(summary.since == before && before != nil && summary.text == "another text")
    }

    @Test("has the entry that a person named, and since when")
    func resolved() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .failed, in: run)
        try scene.ledger.resolve("C1", of: "shop", entry: .memo(900), scene.person())
        let summary = try #require(try scene.views.payments(PaymentQuery()).payments.first)
        #expect(summary.memo == .memo(900) && summary.state == .resolved)
        #expect(summary.since == Instant(milliseconds: scene.clock))
    }

    @Test("stands beside the connections and runs that the ledger knows")
    func runs() throws {
        let scene = try Scene()
        let first = try scene.run()
        var report = RunReport(connection: "shop", run: first)
        report.fetched = 3
        report.isIncomplete = true
        report.states[.posted] = .init(count: 2, amount: 500)
        report.problems = [
            .init(reference: "C1", state: .failed, code: "no_sale", text: "\"none\" found"),
            .init(code: "ccv_timeout", text: ""),
        ]
        try scene.keep([], in: first, until: Instant(milliseconds: 5))
        let began = Instant(milliseconds: scene.clock - 1000)
        try scene.ledger.end(first, report, at: scene.now)
        let second = try scene.run("other", office: "NLA002")
        let views = scene.views
        let runs = try views.runs(of: [], limit: 10)
        #expect(runs.map(\.run) == [second, first])
        #expect(runs[1].report == report && runs[1].began == began && runs[1].ended != nil)
        #expect(runs[0].report == nil && runs[0].ended == nil && runs[0].connection == "other")
        #expect(runs[0].revision == "sha256:r1")
        #expect(try views.runs(of: ["shop"], limit: 10).map(\.run) == [first])
        #expect(try views.runs(of: [], limit: 1).map(\.run) == [second])
        #expect(try views.runs(of: [], limit: -1).isEmpty)
        let connections = try views.connections()
        #expect(connections.map(\.name) == ["other", "shop"])
        #expect(connections.map(\.office) == ["NLA002", "NLA001"])
        #expect(connections.map(\.lastRun?.run) == [second, first])
        #expect(connections.map(\.fetchedUntil) == [nil, Instant(milliseconds: 5)])
    }

    @Test("stands beside sales as the books gave them last, also when they are gone")
    func sales() throws {
        let scene = try Scene()
        let run = try scene.run()
        let keys = ["1", "2", "3"].map { SaleKey(daybook: "VRK", number: $0, line: "1") }
        try scene.ledger.keep(
            Sales.table([("1", 11900), ("2", 500)]), Sales.customers([("D1", ["k@x.nl"])]),
            in: run)
        try scene.ledger.keep(Sales.table([("1", 100)]), CustomerTable(), in: run)
        let found = try scene.views.sales(Set(keys), of: "shop")
        #expect(found.count == 2)
        let sale = try #require(found[keys[0]])
        #expect(sale.open == 100 && sale.customer == "D1" && sale.customerName == "Jansen & Zn 1")
        #expect(sale.emails == ["a1@x.nl", "b1@x.nl"] && sale.invoiceNumber == "WEB-1")
        #expect(sale.date == CalendarDate(year: 2025, month: 6, day: 1) && !sale.isGone)
        #expect(sale.isFinal && sale.currency == "EUR" && sale.description == "Order WEB-1")
        #expect(found[keys[1]]?.isGone == true && found[keys[1]]?.open == 500)
        #expect(try scene.views.sales(Set(keys), of: "other").isEmpty)
    }

    @Test("is counted as provisional while the last night saw it so, and in the books")
    func provisional() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .posted, in: run)
        #expect(try scene.views.provisional(of: []) == nil)
        var posting = try #require(try scene.ledger.postings("shop").first)
        func read(_ isFinal: Bool?) throws -> [AmountTally]? {
            let drift = isFinal == nil ? "it is gone" : nil
            let found = ReadBack(isFinal: isFinal, matches: [], shown: scene.clock, drift: drift)
            try scene.ledger.keep([(posting: posting, readBack: found)], in: run, at: scene.now)
            #expect(try scene.ledger.verify().damage == nil)
            return try scene.views.provisional(of: ["shop"])?.filter { $0.count > 0 }
        }
        let one = [AmountTally(currency: "EUR", count: 1, amount: 11900)]
        #expect(try read(false) == one)
        #expect(try read(false) == one)
        posting = try scene.note(.reconciled("1"), posting, in: run)
        #expect(try read(false) == one)
        #expect(try scene.views.provisional(of: ["other"]) == [])
        #expect(try read(nil) == [])
        #expect(try read(false) == one)
        #expect(try read(true) == [])
    }
}
