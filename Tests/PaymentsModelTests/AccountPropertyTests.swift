import DomainModel
import Foundation
import PaymentsModel
import Testing

/// Numbers that a seed fixes.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}

@Suite("What holds for every account")
struct AccountPropertyTests {
    /// A change that may or may not be possible.
    private static func change(
        _ account: PaymentAccount, _ numbers: inout SeededNumbers
    ) -> PaymentsChange {
        let amount = Int64.random(in: 1...9999, using: &numbers)
        let some = account.payments.randomElement(using: &numbers)?.reference ?? "none"
        let part = Bool.random(using: &numbers) ? amount : nil
        switch Int.random(in: 0..<14, using: &numbers) {
        case 0, 1, 2, 3:
            let method =
                ["ideal", "card", "klarna", "landingpage", "banktransfer", "terminal"]
                .randomElement(using: &numbers) ?? "ideal"
            var order = PaymentOrder(
                amount: amount, method: method, brand: method == "card" ? "visa" : nil)
            order.type = method == "klarna" ? .authorise : .sale
            return .start(order)
        case 4, 5: return .settle(reference: some)
        case 6: return .fail(reference: some, code: "rejected")
        case 7: return .refund(FollowUp(some, amount: part))
        case 8: return .capture(FollowUp(some, amount: part))
        case 9: return .reverse(FollowUp(some))
        case 10: return .chargeBack(reference: some, amount: part)
        case 11: return .attempt(PaymentAttempt(landingPage: some, method: "ideal", amount: part))
        case 12: return .needIntervention(reference: some)
        default: return .passTime
        }
    }

    /// Three hundred changes in a row with the moments they happened at.
    private static func history(
        seed: UInt64
    ) -> (account: PaymentAccount, changes: [PlannedChange]) {
        var numbers = SeededNumbers(state: seed)
        var account = emptyAccount()
        var changes: [PlannedChange] = []
        var now = morning
        for _ in 0..<300 {
            now = now.later(minutes: Int64.random(in: 0...240, using: &numbers))
            let change = change(account, &numbers)
            changes.append(PlannedChange(change, at: now))
            account.apply(change, at: now)
        }
        return (account, changes)
    }

    @Test(
        "References are unique and moments are in order", arguments: 1...12 as ClosedRange<UInt64>)
    func consistent(seed: UInt64) {
        let payments = Self.history(seed: seed).account.payments
        #expect(Set(payments.map(\.reference)).count == payments.count)
        for payment in payments {
            #expect(payment.amount > 0)
            #expect(payment.created <= payment.lastUpdate)
            #expect((payment.statusFinalDate == nil) == (payment.status == .pending))
            #expect((payment.failureCode == nil) == (payment.status != .failed))
            if let final = payment.statusFinalDate { #expect(final >= payment.created) }
        }
    }

    @Test("No follow-up takes more than it may", arguments: 1...12 as ClosedRange<UInt64>)
    func limits(seed: UInt64) {
        let account = Self.history(seed: seed).account
        let children = Dictionary(grouping: account.payments) { $0.originalReference ?? "" }
        for payment in account.payments {
            let followUps = children[payment.reference] ?? []
            func sum(_ type: PaymentType) -> Int64 {
                followUps.filter { $0.type == type && $0.status != .failed }
                    .reduce(0) { $0 + $1.amount }
            }
            #expect(sum(.refund) * 10 <= payment.amount * 12)
            #expect(sum(.capture) <= payment.amount)
            #expect(followUps.allSatisfy { $0.created >= payment.created })
        }
    }

    @Test("The same changes make the same account", arguments: 1...6 as ClosedRange<UInt64>)
    func replay(seed: UInt64) {
        let history = Self.history(seed: seed)
        var again = emptyAccount()
        for change in history.changes { again.apply(change.change, at: change.at) }
        #expect(again == history.account)
    }

    @Test("An account survives being written and read", arguments: 1...6 as ClosedRange<UInt64>)
    func coding(seed: UInt64) throws {
        let account = Self.history(seed: seed).account
        let data = try JSONEncoder().encode(account)
        #expect(try JSONDecoder().decode(PaymentAccount.self, from: data) == account)
        let changes = Self.history(seed: seed).changes
        let written = try JSONEncoder().encode(changes)
        #expect(try JSONDecoder().decode([PlannedChange].self, from: written) == changes)
    }

    @Test("Time in steps is time at once", arguments: 1...6 as ClosedRange<UInt64>)
    func steps(seed: UInt64) {
        let account = Self.history(seed: seed).account
        let end = morning.later(hours: 24 * 400)
        var steps = account
        var now = morning
        while now < end {
            now = now.later(hours: 7)
            steps.advance(to: now)
        }
        var leap = account
        leap.advance(to: now)
        #expect(steps == leap)
        #expect(leap.plannedChanges.isEmpty)
        #expect(leap.payments == account.payments(asOf: now))
        #expect(leap.payments.allSatisfy { $0.status != .pending })
    }

    @Test(
        "A search finds what a look at every payment finds", arguments: 1...6 as ClosedRange<UInt64>
    )
    func search(seed: UInt64) {
        let account = Self.history(seed: seed).account
        var numbers = SeededNumbers(state: seed)
        for _ in 0..<40 {
            let lower = account.payments.randomElement(using: &numbers)?.created ?? morning
            let upper = account.payments.randomElement(using: &numbers)?.created ?? morning
            var search = PaymentSearch()
            search.createdAfter = lower
            search.createdBefore = upper
            search.status = Bool.random(using: &numbers) ? .success : nil
            let found = account.payments(
                search, listing: PaymentListing(pageSize: .max, order: .oldestFirst))
            let wanted = account.payments.filter { payment in
                payment.created > lower && payment.created < upper
                    && (search.status == nil || payment.status == search.status)
            }
            #expect(Set(found.map(\.reference)) == Set(wanted.map(\.reference)))
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.created <= $1.created })
        }
    }
}
