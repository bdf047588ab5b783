import BooksModel
import DomainModel
import PaymentsModel
import SampleShop
import Testing

@Suite("The large shop")
struct LargeShopTests {
    private static let now = Instant(milliseconds: 1_795_510_800_000)

    @Test("The same seed makes the same shop, another seed another one")
    func seeds() {
        let shop = Shop.many(300, seed: 7, at: Self.now)
        #expect(shop == Shop.many(300, seed: 7, at: Self.now))
        #expect(shop != Shop.many(300, seed: 8, at: Self.now))
    }

    @Test(
        "It has so many payments, none twice and none after the moment",
        arguments: [-1, 0, 1, 2000])
    func count(count: Int) {
        let payments = Shop.many(count, seed: 1, at: Self.now).payments.payments
        #expect(payments.count == max(0, count))
        #expect(Set(payments.map(\.reference)).count == payments.count)
        #expect(payments.allSatisfy { $0.created < Self.now && $0.lastUpdate <= Self.now })
    }

    @Test("Every sale that belongs to a payment is in the books, one in a hundred has none")
    func sales() throws {
        let shop = Shop.many(2000, seed: 3, at: Self.now)
        let books = try #require(shop.organisation["NLA001"])
        let refunds = shop.payments.payments.filter { $0.type == .refund }
        #expect((30...40).contains(refunds.count))
        #expect(books.entries.count == 1980 - refunds.count)
        let open = books.customerLines.reduce(0) { $0 + $1.line.openValue }
        let paid = shop.payments.payments.enumerated()
            .filter { $0.offset % 100 != 99 && $0.element.type != .refund }
            .reduce(0) { $0 + $1.element.amount }
        #expect(open == paid)
    }

    @Test("A refund gives back a part of a sale that was paid before it")
    func refunds() {
        let account = Shop.many(2000, seed: 3, at: Self.now).payments
        for refund in account.payments where refund.type == .refund {
            let sale = refund.originalReference.flatMap { account[$0] }
            #expect(sale?.status == .success && sale?.type == .sale)
            #expect(refund.amount < sale?.amount ?? 0)
            #expect(refund.created > sale?.created ?? refund.created)
        }
    }

    @Test("The mix is that of a shop")
    func mix() {
        let payments = Shop.many(4000, seed: 5, at: Self.now).payments.payments
        func share(_ condition: (Payment) -> Bool) -> Double {
            Double(payments.filter(condition).count) / Double(payments.count)
        }
        #expect((0.5...0.75).contains(share { $0.method == "ideal" }))
        #expect((0.01...0.06).contains(share { $0.status == .failed }))
        #expect(share { $0.status == .manualIntervention } > 0)
        #expect(share { ($0.merchantOrderReference?.count ?? 0) > 40 } > 0.04)
        #expect(share { if case .done = $0.payout { true } else { false } } > 0.6)
    }
}
