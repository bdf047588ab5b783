import DomainModel
import LedgerStore
import LedgerViews
import RunnerCore
import Testing

@Suite("The totals")
struct TotalsTests {
    private func counts(_ scene: Scene, after seconds: Int64 = 7200) throws -> [Tab: Int] {
        try scene.views(after: seconds).tallies(of: []).mapValues { tallies in
            tallies.reduce(0) { $0 + $1.count }
        }.filter { $0.value > 0 }
    }

    @Test(
        "count a payment in the tab of its state",
        arguments: [
            (.open, [.open]), (.due, [.open]), (.waiting, [.open]), (.intended, [.open]),
            (.review, [.review]), (.posted, [.report, .errors]), (.reconciled, [.report]),
            (.resolved, [.report]), (.failed, [.errors]), (.parked, [.errors]),
            (.drifted, [.errors]), (.skipped, [.settled]), (.ignored, [.settled]),
        ] as [(PaymentState, [Tab])])
    func tabs(state: PaymentState, tabs: [Tab]) throws {
        let scene = try Scene()
        try scene.make("C1", state, in: scene.run())
        #expect(try scene.state("C1")?.hasPrefix(state.rawValue) == true)
        #expect(try counts(scene) == Dictionary(uniqueKeysWithValues: tabs.map { ($0, 1) }))
        for tab in Tab.allCases {
            let page = try scene.views.payments(.with { $0.tab = tab })
            let expected = tabs.contains(tab) ? ["C1"] : []
            #expect(page.payments.map(\.reference) == expected && page.total == expected.count)
        }
        #expect(try scene.views.tallies(of: ["other"]).values.allSatisfy(\.isEmpty))
        #expect(try scene.ledger.verify().damage == nil)
    }

    @Test("hold what was not decided yet as open, with its amount")
    func undecided() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("C1"), .example("C2", amount: "1.50")], in: run)
        let tallies = try scene.views.tallies(of: ["shop"])
        #expect(tallies[.open] == [AmountTally(currency: "EUR", count: 2, amount: 12_050)])
    }

    @Test("hold an entry among the errors once it is not reconciled for an hour, and not before")
    func overdue() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .posted, in: run)
        #expect(try counts(scene, after: 3599) == [.report: 1])
        #expect(try counts(scene, after: 3600) == [.report: 1, .errors: 1])
        // A failed attempt to reconcile does not make it young again.
        let posting = try #require(try scene.ledger.postings("shop").first)
        scene.clock += 3_500_000
        _ = try scene.note(.reconcileFailed("busy"), posting, in: run)
        #expect(try counts(scene, after: 99) == [.report: 1, .errors: 1])
        let causes = try scene.views(after: 99).causes(in: .errors, of: [])
        #expect(causes.map(\.reason) == ["reconcile_failed"])
        let page = try scene.views(after: 99).payments(
            .with {
                $0.tab = .errors
                $0.reason = "reconcile_failed"
            })
        #expect(page.payments.map(\.reference) == ["C1"])
        try scene.make("C22", .posted, in: run)
        #expect(try counts(scene, after: 99) == [.report: 2, .errors: 1])
        let unsettled = try scene.views(after: 99).unsettled(of: [])
        #expect(unsettled.map(\.tally.count) == [1])
        let errors = try scene.views(after: 99).payments(.with { $0.tab = .errors })
        #expect(errors.payments.map(\.reference) == ["C1"] && errors.total == 1)
    }

    @Test("hold what CCV changed after it was booked among the errors, until it is as it was")
    func alarmed() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .reconciled, in: run)
        try scene.keep([.example("C1", extra: #","paidout":"yes""#)], in: run)
        #expect(try counts(scene) == [.report: 1])
        try scene.keep([.example("C1", amount: "1.00")], in: run)
        #expect(try counts(scene) == [.report: 1, .errors: 1])
        let causes = try scene.views.causes(in: .errors, of: [])
        #expect(causes.map(\.reason) == ["changed_after_booking"])
        let page = try scene.views.payments(.with { $0.reason = "changed_after_booking" })
        #expect(page.payments.first?.alarm == "the amount was 119.00, now 1.00")
        #expect(try scene.ledger.verify().damage == nil)
        try scene.keep([.example("C1")], in: run)
        #expect(try counts(scene) == [.report: 1])
        #expect(try scene.views.payments(PaymentQuery()).payments.first?.alarm == nil)
        #expect(try scene.ledger.verify().damage == nil)
    }

    @Test("let go of what CCV changed once a person saw it; the entry stays as it is")
    func seen() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.make("C1", .reconciled, in: run)
        #expect(throws: LedgerFault.self) {
            try scene.ledger.ignore(["C1"], of: "shop", scene.person())
        }
        try scene.keep([.example("C1", amount: "1.00")], in: run)
        #expect(throws: LedgerFault.self) {
            try scene.ledger.retry(["C1"], of: "shop", scene.person())
        }
        try scene.ledger.ignore(["C1"], of: "shop", scene.person("booked by hand: MEMO 12"))
        #expect(try counts(scene) == [.report: 1])
        #expect(try scene.state("C1") == "reconciled ")
        #expect(try scene.ledger.verify().damage == nil)
        // A further change is an alarm again.
        try scene.keep([.example("C1", amount: "2.00")], in: run)
        #expect(try counts(scene) == [.report: 1, .errors: 1])
        #expect(try scene.ledger.verify().damage == nil)
    }

    @Test("are grouped by cause, the largest group first, with the oldest")
    func causes() throws {
        let scene = try Scene()
        let run = try scene.run()
        for (place, reason) in ["a", "b", "b", "c"].enumerated() {
            let name = "C\(place)"
            var seen = SeenPayment.example(name, amount: "\(place + 1).00")
            seen.created = Instant(milliseconds: 1_763_000_000_000 - Int64(place) * 1000)
            try scene.keep([seen], in: run)
            try scene.decide([.example(name, .failed, reason)], in: run)
        }
        let causes = try scene.views.causes(in: .errors, of: [])
        #expect(causes.map(\.reason) == ["b", "a", "c"])
        #expect(causes[0].tallies == [AmountTally(currency: "EUR", count: 2, amount: 500)])
        #expect(causes[0].oldest == Instant(milliseconds: 1_763_000_000_000 - 2000))
        #expect(try scene.views.causes(in: .review, of: []).isEmpty)
    }

    @Test("by day say when what is not settled was created")
    func unsettled() throws {
        let scene = try Scene()
        let run = try scene.run()
        let day: Int64 = 86_400_000
        for (name, days, state) in [
            ("C1", 0, PaymentState.waiting), ("C2", 1, .waiting), ("C3", 1, .review),
            ("C4", 1, .reconciled),
        ] {
            var seen = SeenPayment.example(name)
            seen.created = Instant(milliseconds: 20_000 * day + Int64(days) * day)
            try scene.keep([seen], in: run)
            if state != .reconciled { try scene.decide([.example(name, state, "r")], in: run) }
        }
        try scene.decide([.example("C4", .skipped, "no_money")], in: run)
        let found = try scene.views.unsettled(of: ["shop"]).map {
            "\($0.tab) \($0.day.daysSinceEpoch) \($0.tally.count) \($0.tally.amount)"
        }
        #expect(found == ["open 20000 1 11900", "open 20001 1 11900", "review 20001 1 11900"])
    }

    @Test("take an amount that no shop has for a large one, and go on")
    func hugeAmounts() throws {
        let scene = try Scene()
        let run = try scene.run()
        let huge = (1...3).map { SeenPayment.example("C\($0)", amount: "92233720368547758.07") }
        try scene.keep(huge, in: run)
        #expect(try counts(scene) == [.open: 3])
        #expect(try scene.ledger.verify().damage == nil)
    }
}
