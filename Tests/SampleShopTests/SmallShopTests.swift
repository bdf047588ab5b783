import BooksModel
import DomainModel
import PaymentsModel
import SampleShop
import Testing

@Suite("The small shop")
struct SmallShopTests {
    /// 2026-11-24T09:00:00Z, and a moment in January, when the days before are of another year.
    static let moments = [
        Instant(milliseconds: 1_795_510_800_000), Instant(milliseconds: 1_798_880_400_000),
    ]

    private func books(_ shop: Shop, _ office: String = "NLA001") throws -> Books {
        try #require(shop.organisation[office])
    }

    private func payments(_ shop: Shop, order: String) -> [Payment] {
        shop.payments.payments.filter { $0.merchantOrderReference == order }
    }

    private func sales(_ shop: Shop, _ number: String, office: String = "NLA001") throws -> [Entry]
    {
        try books(shop, office).entries.filter { $0.invoiceNumber == number }
    }

    @Test("It is the same every time", arguments: moments)
    func same(now: Instant) {
        #expect(Shop.small(at: now) == Shop.small(at: now))
    }

    @Test("It tells the same on every day of the year, at midnight too")
    func everyDay() throws {
        let first = Shop.small(at: Self.moments[0])
        func kinds(_ shop: Shop) -> [String] {
            shop.payments.payments.map { $0.type.rawValue + " " + $0.status.rawValue }
        }
        let sales = try books(first).entries.count
        // From 2025-12-27T23:59:59.999Z in steps of 13 days, across both ends of a year.
        for step in 0..<30 {
            let day: Int64 = 86_400_000
            let now = Instant(milliseconds: 1_766_879_999_999 + Int64(step) * 13 * day)
            let shop = Shop.small(at: now)
            #expect(kinds(shop) == kinds(first))
            #expect(try books(shop).entries.count == sales)
        }
    }

    @Test("Every payment lies before the moment, none with a link that opens something real")
    func before() {
        let now = Self.moments[0]
        let payments = Shop.small(at: now).payments.payments
        #expect((45...70).contains(payments.count))
        for payment in payments {
            #expect(payment.created <= now && payment.lastUpdate <= now)
            #expect(payment.returnUrl?.hasPrefix("https://winkel.example/") ?? true)
            #expect(payment.billingEmail?.hasSuffix("@example.com") ?? true)
        }
    }

    @Test("Each type and each status is there", arguments: moments)
    func kinds(now: Instant) {
        let payments = Shop.small(at: now).payments.payments
        let types: Set<PaymentType> = [
            .sale, .authorise, .capture, .refund, .credit, .reversal, .autoRefund, .chargeback,
            .token,
        ]
        #expect(Set(payments.map(\.type)).isSuperset(of: types))
        #expect(
            Set(payments.map(\.status)) == [.pending, .success, .failed, .manualIntervention])
        #expect(
            Set(payments.compactMap(\.failureCode)) == ["cancelled", "card_refused", "expired"])
        let methods = Set(payments.map(\.method))
        #expect(methods.isSuperset(of: ["wero", "klarna", "gift", "landingpage", "terminal"]))
        #expect(Set(payments.compactMap(\.brand)).count == 5)
        #expect(payments.contains { if case .done = $0.payout { true } else { false } })
    }

    @Test("Each sale is in the books with its amount and customer", arguments: moments)
    func sales(now: Instant) throws {
        let shop = Shop.small(at: now)
        let entries = try books(shop).entries.filter { $0.key.daybook == "VRK" }
        #expect(entries.count >= 35)
        for entry in entries {
            let total = try #require(entry.lines.first)
            #expect(total.dim1 == "1300" && total.isDebit && total.value > 0)
            #expect(total.dim2.hasPrefix("D0"))
            #expect(entry.dueDate == entry.date.adding(days: 30))
        }
    }

    @Test("The plain ones have one sale of their amount")
    func plain() throws {
        let shop = Shop.small(at: Self.moments[0])
        for number in 1001...1013 {
            let payment = try #require(payments(shop, order: "WEB-\(number)").first)
            let sale = try #require(try sales(shop, "WEB-\(number)").first)
            #expect(payment.status == .success && payment.type == .sale)
            #expect(sale.lines.first?.openValue == payment.amount)
        }
        #expect(try sales(shop, "WEB-1001", office: "NLA002").count == 1)
    }

    @Test("A long order number is longer than its field, which has its end")
    func long() throws {
        let shop = Shop.small(at: Self.moments[0])
        let payment = try #require(
            shop.payments.payments.first { ($0.merchantOrderReference?.count ?? 0) > 40 })
        let number = try #require(payment.merchantOrderReference)
        #expect(try sales(shop, String(number.suffix(40))).count == 1)
    }

    @Test("What must be doubtful is doubtful")
    func doubtful() throws {
        let shop = Shop.small(at: Self.moments[0])
        #expect(try sales(shop, "WEB-1014").first?.isProvisional == true)
        #expect(try sales(shop, "WEB-1021").count == 2)
        #expect(payments(shop, order: "WEB-1022").first?.amount == 7000)
        #expect(payments(shop, order: "WEB-1023").filter { $0.status == .success }.count == 2)
        #expect(try sales(shop, "WEB-1024").first?.lines.first?.openValue == 0)
        #expect(payments(shop, order: "WEB-1030").first?.currency == "usd")
        #expect(try sales(shop, "WEB-1032").isEmpty)
        #expect(try sales(shop, "WEB-1032", office: "NLA002").count == 1)
        #expect(payments(shop, order: "Order 1017").count == 1)
        #expect(try sales(shop, "1017").count == 1)
    }

    @Test("Landing pages have their children, and a gift card pays a part")
    func pages() throws {
        let shop = Shop.small(at: Self.moments[0])
        let pages = shop.payments.payments.filter(\.isLandingPage)
        #expect(pages.map(\.status) == [.pending, .success, .success])
        let split = payments(shop, order: "WEB-1046").filter { !$0.isLandingPage }
        #expect(split.map(\.amount) == [3000, 5000])
        #expect(split.map(\.method) == ["gift", "ideal"])
        let simple = payments(shop, order: "WEB-1045").filter { !$0.isLandingPage }
        #expect(simple.map(\.status) == [.failed, .success])
    }

    @Test("A capture takes a part, a refund gives a part back")
    func parts() {
        let shop = Shop.small(at: Self.moments[0])
        let klarna = payments(shop, order: "WEB-1039")
        #expect(klarna.map(\.type) == [.authorise, .capture])
        #expect(klarna.map(\.amount) == [20_000, 12_000])
        #expect(payments(shop, order: "WEB-1041").map(\.amount) == [8950, 2950])
    }

    @Test("Later a pending payment succeeds and a sale comes")
    func later() throws {
        let now = Self.moments[0]
        var shop = Shop.small(at: now)
        #expect(payments(shop, order: "WEB-1033").first?.status == .pending)
        shop.payments.advance(to: Instant(milliseconds: now.milliseconds + 2 * 3_600_000))
        #expect(payments(shop, order: "WEB-1033").first?.status == .success)

        let planned = try #require(shop.plannedBookings.first)
        #expect(planned.at > now && shop.plannedBookings.count == 1)
        #expect(try sales(shop, "WEB-1035").isEmpty)
        _ = shop.organisation.apply(planned.change, office: planned.office, at: planned.at)
        #expect(try sales(shop, "WEB-1035").count == 1)
    }

    @Test("The accounts of the rules exist, and the memo journal is one")
    func ledger() throws {
        let books = try books(Shop.small(at: Self.moments[0]))
        for code in ["1300"] + (2101...2115).map(String.init) + (2121...2124).map(String.init) {
            #expect(books.account(code) != nil)
        }
        #expect(books.daybook("MEMO")?.category == .journal)
        #expect(books.daybook("VRK")?.category == .sales)
    }
}
