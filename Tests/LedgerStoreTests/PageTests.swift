import DomainModel
import LedgerSamples
import LedgerViews
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A page of payments")
struct PageTests {
    /// Three hundred payments on two connections, many of one amount and moment.
    private func scene() throws -> Scene {
        let scene = try Scene()
        for (place, connection) in ["shop", "other"].enumerated() {
            let run = try scene.run(connection)
            let seen = (0..<150).map { number in
                var payment = SeenPayment.example(
                    "C\(place)\(number)", amount: "\(1 + number % 3).00")
                payment.created = Instant(
                    milliseconds: 1_763_000_000_000 + Int64(number / 10) * 86_400_000)
                return payment
            }
            try scene.keep(seen, in: run)
            let states: [(PaymentState, String)] = [
                (.waiting, "no_sale_yet"), (.review, "several_fit"), (.failed, "no_sale"),
                (.failed, "currency_differs"), (.skipped, "no_money"),
            ]
            try scene.decide(
                seen.enumerated().compactMap { number, payment in
                    let (state, reason) = states[number % 5]
                    return number % 7 == 0
                        ? nil : .example(payment.reference, state, reason)
                }, in: run)
        }
        return scene
    }

    private static let queries: [PaymentQuery] = PaymentQuery.Order.allCases.flatMap { order in
        [true, false].flatMap { isDescending in
            [
                .with { _ in }, .with { $0.tab = .errors }, .with { $0.tab = .open },
                .with { $0.connections = ["shop"] }, .with { $0.reason = "no_sale" },
                .with { $0.state = .failed }, .with { $0.method = "ideal" },
                .with { $0.from = CalendarDate(daysSinceEpoch: 20_410) },
                .with {
                    $0.tab = .errors
                    $0.to = CalendarDate(daysSinceEpoch: 20_412)
                },
            ].map { (query: PaymentQuery) in
                var query = query
                query.order = order
                query.isDescending = isDescending
                query.limit = 23
                return query
            }
        }
    }

    @Test("shows each payment once, forwards and backwards, in every order")
    func walks() throws {
        let scene = try scene()
        for base in Self.queries {
            var query = base
            var pages: [PaymentPage] = []
            repeat {
                pages.append(try scene.views.payments(query))
                query.after = pages.last?.next
            } while query.after != nil && pages.count < 100
            let found = pages.flatMap(\.payments)
            let references = found.map(\.reference)
            #expect(Set(references).count == references.count)
            #expect(pages.allSatisfy { $0.total == found.count })
            #expect(pages.dropLast().allSatisfy { $0.payments.count == 23 })
            #expect(pages.first?.previous == nil)
            // What was not decided yet is in no state, and stands where it became known.
            let sorted = found.filter { base.order != .since || $0.state != nil }
                .map { self.value($0, base.order) }
            #expect(sorted == sorted.sorted { base.isDescending ? $0 > $1 : $0 < $1 })
            for (place, page) in pages.enumerated().dropFirst().reversed() {
                query.after = page.previous
                let before = try scene.views.payments(query)
                #expect(before.payments == pages[place - 1].payments)
                #expect((before.previous == nil) == (place == 1))
                query.after = before.next
                #expect(try scene.views.payments(query).payments == page.payments)
            }
        }
    }

    private func value(_ payment: PaymentSummary, _ order: PaymentQuery.Order) -> Int64 {
        switch order {
        case .created: payment.created.milliseconds
        case .amount: payment.amount
        case .since: payment.since?.milliseconds ?? 0
        }
    }

    @Test("holds what its filters say, and nothing else")
    func filters() throws {
        let scene = try scene()
        let all = try scene.references(.with { $0.limit = 50 })
        #expect(all.count == 300)
        let everything = try scene.views.payments(.with { $0.limit = 1000 }).payments
        func check(_ query: PaymentQuery, _ fits: (PaymentSummary) -> Bool) throws {
            let expected = Set(everything.filter(fits).map(\.reference))
            #expect(try Set(scene.references(query)) == expected)
            #expect(!expected.isEmpty && expected.count < 300)
        }
        try check(.with { $0.tab = .open }) { $0.state == nil || $0.state == .waiting }
        try check(.with { $0.state = .review }) { $0.state == .review }
        try check(.with { $0.reason = "no_sale" }) { $0.reason == "no_sale" }
        try check(.with { $0.connections = ["other"] }) { $0.connection == "other" }
        let day = CalendarDate(daysSinceEpoch: 20_410)
        try check(
            .with {
                $0.from = day
                $0.to = day.adding(days: 1)
            }
        ) { payment in
            let own = TimeZoneRules.utc.date(of: payment.created)
            return own >= day && own <= day.adding(days: 1)
        }
        #expect(try scene.references(.with { $0.connections = ["nobody"] }).isEmpty)
        #expect(try scene.references(.with { $0.method = "card" }).isEmpty)
        #expect(try scene.references(.with { $0.to = CalendarDate(daysSinceEpoch: 5) }).isEmpty)
        let turned = PaymentQuery.with {
            $0.from = day
            $0.to = day.adding(days: -3)
        }
        #expect(try scene.references(turned).isEmpty)
    }

    @Test(
        "is the first one when its cursor is none of ours",
        arguments: ["", "x", "a.1", "a.b.c", "a.1.2.3", "' OR 1=1 --", "c.1.2", "a.9.\u{0}"])
    func cursors(text: String) throws {
        let scene = try scene()
        let first = try scene.views.payments(PaymentQuery())
        let page = try scene.views.payments(.with { $0.after = text })
        #expect(page == first)
        let end = try scene.views.payments(.with { $0.after = "a.\(Int64.min).0" })
        #expect(end.payments.isEmpty && end.next == nil && end.previous != nil)
        let back = try scene.views.payments(.with { $0.after = "b.\(Int64.min).0" })
        #expect(back.payments.count == 50 && back.previous != nil)
    }

    @Test(
        "has at least one payment and no more than a few thousand", arguments: [-5, 0, 1, 1 << 40])
    func limits(limit: Int) throws {
        let scene = try scene()
        let page = try scene.views.payments(.with { $0.limit = limit })
        #expect(page.payments.count == (limit > 1 ? 300 : 1) && page.total == 300)
    }

    @Test("of a ledger without payments is empty")
    func empty() throws {
        let scene = try Scene()
        let page = try scene.views.payments(PaymentQuery())
        #expect(page == PaymentPage(payments: [], total: 0, next: nil, previous: nil))
        #expect(try scene.views.connections().isEmpty)
        #expect(try scene.views.runs(of: [], limit: 5).isEmpty)
        #expect(try scene.views.payment("C1", of: "shop") == nil)
    }

    @Test("goes on where it stopped when too much lies between the payments that it shows")
    func patience() throws {
        let scene = try Scene()
        var sample = SampleLedger(scene.ledger)
        try sample.fill(0..<3000, perRun: 3000)
        for isDescending in [true, false] {
            // What is asked for stands behind all the others, or before them.
            let query = PaymentQuery.with {
                $0.to = CalendarDate(daysSinceEpoch: 19_676)
                $0.order = .since
                $0.isDescending = isDescending
            }
            let expected = try scene.references(query)
            #expect(expected.count > 1000)
            var views = scene.views
            views.bounds.sorted = 10
            views.bounds.patience = 400
            let pages = try scene.pages(query, views)
            #expect(pages.flatMap(\.payments).map(\.reference) == expected)
            #expect(pages.contains { $0.payments.count < 50 && $0.next != nil })
            var back = query
            back.after = pages.last?.previous
            var found: [String] = []
            while back.after != nil {
                let page = try views.payments(back)
                found = page.payments.map(\.reference) + found
                back.after = page.previous
            }
            #expect(found + (pages.last?.payments.map(\.reference) ?? []) == expected)
        }
    }
}
