import DomainModel
import LedgerViews
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("Views after any calls in any order")
struct RandomViewTests {
    @Test("say the same, whichever of them is asked", arguments: 21...28 as ClosedRange<UInt64>)
    func agree(seed: UInt64) throws {
        let scene = try Scene()
        var calls = try RandomCalls(seed, scene)
        for step in 1...160 {
            try calls.step()
            if step % 8 == 0 { try check(scene) }
        }
        #expect(try scene.ledger.verify().damage == nil)
    }

    private func check(_ scene: Scene) throws {
        let views = scene.views
        let all = try scene.references(.with { $0.limit = 2 })
        #expect(Set(all).count == all.count)
        let tallies = try views.tallies(of: [])
        let unsettled = try views.unsettled(of: ["shop"])
        for tab in Tab.allCases {
            let listed = try summaries(scene, tab)
            let expected = Dictionary(grouping: listed, by: \.currency).mapValues { payments in
                AmountTally(
                    currency: payments[0].currency, count: payments.count,
                    amount: payments.reduce(0) { $0 + $1.amount })
            }
            let counted = tallies[tab] ?? []
            #expect(counted.reduce(into: [:]) { $0[$1.currency] = $1 } == expected, "\(tab)")
            let causes = try views.causes(in: tab, of: [])
            #expect(causes.flatMap(\.tallies).reduce(0) { $0 + $1.count } == listed.count)
            for cause in causes {
                let query = PaymentQuery.with {
                    $0.tab = tab
                    $0.reason = cause.reason
                    $0.limit = 3
                }
                let total = try views.payments(query).total
                #expect(total == cause.tallies.reduce(0) { $0 + $1.count })
                #expect(try scene.references(query).count == total)
            }
            if [.open, .review, .errors].contains(tab) {
                let days = unsettled.filter { $0.tab == tab }
                #expect(days.reduce(0) { $0 + $1.tally.count } == listed.count)
            }
        }
        try checkCompleteness(scene)
    }

    private func summaries(_ scene: Scene, _ tab: Tab) throws -> [PaymentSummary] {
        var query = PaymentQuery.with { $0.tab = tab }
        query.limit = 2
        query.order = .since
        var found: [PaymentSummary] = []
        repeat {
            let page = try scene.views.payments(query)
            found += page.payments
            query.after = page.next
        } while query.after != nil
        return found
    }

    /// Counted from the records and the postings, not from what is kept.
    private func checkCompleteness(_ scene: Scene) throws {
        let rows = try scene.views.completeness(
            of: [], from: CalendarDate(daysSinceEpoch: 0), to: CalendarDate(daysSinceEpoch: 40_000))
        var (paid, booked, undecided) = (Int64(0), Int64(0), Int64(0))
        for listed in try scene.ledger.payments() {
            let history = try #require(try scene.ledger.payment(listed.reference, of: "shop"))
            let isPaid = String(decoding: history.record, as: UTF8.self)
                .contains(#""status":"success""#)
            if isPaid { paid += 11900 }
            let isBooked = listed.state == .posted || listed.state == .reconciled
            if isBooked { booked += 11900 }
            if isPaid, listed.state == nil { undecided += 11900 }
            if isBooked, !isPaid { undecided -= 11900 }
        }
        #expect(rows.reduce(0) { $0 + $1.paid.amount } == paid)
        #expect(rows.reduce(0) { $0 + $1.booked.amount } == booked)
        #expect(rows.reduce(0) { $0 + $1.difference } == undecided)
    }
}
