import DomainModel
import PaymentsModel
import Testing

@Suite("Searching payments")
struct PaymentSearchTests {
    /// Ten payments, A to J, a minute apart; E and F are of one moment.
    private var account: PaymentAccount {
        let letters = "ABCDEFGHIJ".map(String.init)
        let payments = letters.enumerated().map { index, letter in
            var payment = Payment(
                reference: letter, type: index == 3 ? .refund : .sale,
                amount: Int64(100 * (index + 1)), method: index < 5 ? "ideal" : "paypal",
                created: morning.later(minutes: Int64(index == 5 ? 4 : index)))
            payment.status = index == 9 ? .pending : .success
            payment.merchantOrderReference = index % 2 == 0 ? "even" : "odd"
            if index == 3 { payment.originalReference = "A" }
            if index == 6 { payment.landingPage = "L" }
            if index < 2 { payment.payout = .expected(at: morning.later(hours: 24)) }
            if index == 2 {
                payment.payout = .done(
                    PayoutRun(date: morning.later(hours: 1), reference: "PO", remittance: ""))
            }
            return payment
        }
        return PaymentAccount(apiKey: "l_x", methods: [], payments: payments.reversed())
    }

    private func found(
        _ listing: PaymentListing = PaymentListing(order: .oldestFirst),
        _ change: (inout PaymentSearch) -> Void
    ) -> String {
        var search = PaymentSearch()
        change(&search)
        return account.payments(search, listing: listing).map(\.reference).joined()
    }

    @Test("Both bounds of creation are left out")
    func exclusive() {
        #expect(found { $0.createdAfter = morning.later(minutes: 4) } == "GHIJ")
        #expect(found { $0.createdBefore = morning.later(minutes: 4) } == "ABCD")
        #expect(
            found {
                $0.createdAfter = morning.later(minutes: 4, milliseconds: -1)
                $0.createdBefore = morning.later(minutes: 4, milliseconds: 1)
            } == "FE")
        #expect(
            found {
                $0.createdAfter = morning.later(minutes: 6)
                $0.createdBefore = morning.later(minutes: 2)
            } == "")
    }

    @Test("Each filter keeps what it names")
    func filters() {
        #expect(found { $0.references = ["C", "Z", "A", "A"] } == "AC")
        #expect(found { $0.originalReferences = ["A", "B"] } == "D")
        #expect(found { $0.merchantOrderReference = "odd" } == "BDFHJ")
        #expect(found { $0.amountMinimum = 900 } == "IJ")
        #expect(found { $0.amountMaximum = 200 } == "AB")
        #expect(found { $0.type = .refund } == "D")
        #expect(found { $0.method = "paypal" } == "FGHIJ")
        #expect(found { $0.status = .pending } == "J")
        #expect(found { $0.paidOut = .yes } == "C")
        #expect(found { $0.paidOut = .no } == "AB")
        #expect(found { $0.paidOut = .never } == "DFEGHIJ")
        #expect(found { $0.paidOutAfter = morning.later(hours: 1, milliseconds: -1) } == "C")
        #expect(found { $0.paidOutAfter = morning.later(hours: 1) } == "")
        #expect(found { $0.paidOutReference = "PO" } == "C")
    }

    @Test("A page is full at its size, from the side its order begins")
    func pages() {
        #expect(found(PaymentListing(pageSize: 3, order: .oldestFirst)) { _ in } == "ABC")
        #expect(found(PaymentListing(pageSize: 3, order: .newestFirst)) { _ in } == "JIH")
    }

    @Test("A cursor names the payments before and behind it in the list")
    func cursors() {
        let listing = PaymentListing(pageSize: 3, order: .newestFirst)
        #expect(found(listing) { $0.referenceAfter = "H" } == "GEF")
        #expect(found(listing) { $0.referenceBefore = "F" } == "HGE")
        #expect(found(listing) { $0.referenceAfter = "Z" } == "")
    }

    @Test("Walking by cursor meets every payment once", arguments: PaymentListing.Order.allCases)
    func walk(order: PaymentListing.Order) {
        var met: [String] = []
        var cursor: String?
        repeat {
            var search = PaymentSearch()
            search.referenceAfter = cursor
            let page = account.payments(search, listing: PaymentListing(pageSize: 3, order: order))
            met += page.map(\.reference)
            cursor = page.last?.reference
        } while cursor != nil && met.count < 50
        #expect(met.sorted().joined() == "ABCDEFGHIJ")
    }

    @Test("A shuffled list has every payment, in an order of its own that stays")
    func shuffled() {
        let listing = PaymentListing(order: .shuffled)
        let list = found(listing) { _ in }
        #expect(list.sorted() == Array("ABCDEFGHIJ"))
        #expect(list != "ABCDEFGHIJ" && list != "JIHGEFDCBA")
        #expect(found(listing) { _ in } == list)
    }

    @Test("Children can be hidden from lists, not from their reference")
    func hidden() {
        let listing = PaymentListing(order: .oldestFirst, hidesChildren: true)
        #expect(!found(listing) { _ in }.contains("G"))
        #expect(account["G"] != nil)
    }
}
