import BooksModel
public import DomainModel
import PaymentsModel

extension Shop {
    /// About fifty payments of the days before a moment; every outcome of the rules occurs.
    ///
    /// What depends on the payer's e-mail address shows only where CCV gives the address, which
    /// no known answer of it does.
    public static func small(at now: Instant, apiKey: String = defaultAPIKey) -> Shop {
        var builder = ShopBuilder(now: now)
        builder.addPlainPayments()
        builder.addDoubtfulPayments()
        builder.addErrors()
        builder.addUnfinishedPayments()
        builder.addMoneyBack()
        builder.addLandingPages()
        return builder.shop(apiKey: apiKey)
    }
}

extension ShopBuilder {
    /// Each way to pay once, with its sale: they are booked.
    fileprivate mutating func addPlainPayments() {
        let ways = [
            "ideal", "card/visa", "card/mastercard", "card/maestro", "card/bcmc", "card/amex",
            "paypal", "payconiq", "applepay", "googlepay", "sdd", "gift", "terminal",
        ]
        let names = [
            "A. Appelbloesem", "B. Bramenstruik", "C. Citroengras", "D. Dennenappel",
            "E. Egelantier", "F. Framboos", "G. Goudsbloem", "H. Hazelnoot", "I. IJsbloem",
            "J. Jeneverbes", "K. Klaverblad", "L. Lavendel", "M. Maanzaad",
        ]
        for (index, (way, name)) in zip(ways, names).enumerated() {
            let number = "WEB-\(1001 + index)"
            let amount = 2095 + Int64(index) * 1310
            let buyer = customer(name)
            sell(number, amount, to: buyer, daysAgo: Int32(2 + index % 4))
            var order = Self.order(number, amount, way, email: email(of: buyer))
            if way == "terminal" { order.entryMode = "instore" }
            pay(order, at: ago(days: Int64(1 + index % 4), minutes: Int64(index * 7)), name: number)
        }
        // The same number, amount and customer in the other administration: not this shop's.
        sell(
            "WEB-1001", 2095, to: customers.first?.code ?? "", daysAgo: 2,
            office: ShopBooks.otherOffice)
        addNumbersInOtherForms()
    }

    /// Concepts, numbers with a word in front and numbers that are too long for a field.
    private mutating func addNumbersInOtherForms() {
        let buyer = customer("N. Notenmuskaat")
        sell("WEB-1014", 4500, to: buyer, isConcept: true)
        pay(Self.order("WEB-1014", 4500, "ideal"), at: ago(days: 2), name: "WEB-1014")

        sell("1017", 3260, to: buyer)
        pay(
            Self.order("Order 1017", 3260, "ideal", description: "Order 1017"),
            at: ago(days: 2, minutes: 11), name: "1017")

        let long = "WEB-2026-GROTE-BESTELLING-MET-HEEL-VEEL-ARTIKELEN-1018"
        sell(long, 119_900, to: buyer)
        pay(
            Self.order(long, 119_900, "ideal", description: "Grote bestelling"),
            at: ago(days: 1, hours: 3), name: long)

        let transfer = customer("O. Oregano")
        sell("WEB-1019", 25_000, to: transfer, daysAgo: 6)
        pay(
            Self.order("WEB-1019", 25_000, "banktransfer"), at: ago(days: 5), name: "WEB-1019",
            minutes: 3 * 24 * 60)
    }

    /// Payments a person must look at.
    fileprivate mutating func addDoubtfulPayments() {
        let buyer = customer("P. Peterselie")
        let other = customer("R. Rozemarijn")
        sell("WEB-1020", 6150, to: buyer)
        pay(
            Self.order("WEB-1020", 6150, "ideal", email: "iemand.anders@example.com"),
            at: ago(days: 2, hours: 1), name: "WEB-1020")

        sell("WEB-1021", 3995, to: buyer)
        sell("WEB-1021", 3995, to: other)
        pay(Self.order("WEB-1021", 3995, "card/visa"), at: ago(days: 2, hours: 2), name: "WEB-1021")

        sell("WEB-1022", 7500, to: buyer)
        pay(Self.order("WEB-1022", 7000, "ideal"), at: ago(days: 1, hours: 4), name: "WEB-1022")

        sell("WEB-1023", 5425, to: other)
        for (suffix, hours) in [("a", Int64(6)), ("b", 5)] {
            pay(
                Self.order("WEB-1023", 5425, "ideal"), at: ago(days: 1, hours: hours),
                name: "WEB-1023" + suffix)
        }

        sell("WEB-1024", 1850, to: other, daysAgo: 4, isClosed: true)
        pay(Self.order("WEB-1024", 1850, "ideal"), at: ago(days: 2), name: "WEB-1024")

        sell("WEB-1025", 2210, to: buyer)
        sell("WEB-1026", 2210, to: other)
        pay(
            Self.order("WEB-1025", 2210, "ideal", description: "Bestelling WEB-1026"),
            at: ago(days: 1, hours: 2), name: "WEB-1025")

        sell("WEB-1027", 9990, to: buyer)
        pay(
            Self.order("WEB-1027-DEEL2", 9990, "ideal", description: "Deel van WEB-1027"),
            at: ago(days: 1, hours: 1), name: "WEB-1027")

        sell("WEB-1048", 7325, to: buyer)
        pay(
            Self.order(
                nil, 7325, "ideal", email: email(of: buyer),
                description: "Aankoop bij de Voorbeeldwinkel"),
            at: ago(days: 1, minutes: 30), name: "WEB-1048")
    }

    /// Payments that cannot be booked as they are.
    fileprivate mutating func addErrors() {
        let buyer = customer("S. Salie")
        sell("WEB-1028", 1575, to: buyer)
        start(Self.order("WEB-1028", 1575, "ideal"), at: ago(days: 1, hours: 8), name: "WEB-1028")
        step(at: ago(days: 1, hours: 8, minutes: -5)) {
            .needIntervention(reference: $0["WEB-1028"] ?? "")
        }

        sell("WEB-1029", 2745, to: buyer)
        pay(Self.order("WEB-1029", 2745, "wero"), at: ago(days: 1, hours: 9), name: "WEB-1029")

        sell("WEB-1030", 8800, to: buyer)
        var dollars = Self.order("WEB-1030", 8800, "card/visa")
        dollars.currency = "usd"
        dollars.language = "eng"
        pay(dollars, at: ago(days: 1, hours: 10), name: "WEB-1030")

        // Nobody ever booked this sale.
        pay(Self.order("WEB-1031", 4310, "ideal"), at: ago(days: 20), name: "WEB-1031")
        // This one is in the other administration only.
        sell("WEB-1032", 5500, to: buyer, office: ShopBooks.otherOffice)
        pay(Self.order("WEB-1032", 5500, "ideal"), at: ago(days: 2, hours: 3), name: "WEB-1032")
    }

    /// Payments for which time decides.
    fileprivate mutating func addUnfinishedPayments() {
        let buyer = customer("T. Tijm")
        sell("WEB-1033", 3300, to: buyer)
        start(Self.order("WEB-1033", 3300, "banktransfer"), at: ago(hours: 20), name: "WEB-1033")
        step(at: ago(hours: -2)) { .settle(reference: $0["WEB-1033"] ?? "") }

        sell("WEB-1034", 2100, to: buyer)
        start(Self.order("WEB-1034", 2100, "ideal"), at: ago(minutes: 10), name: "WEB-1034")

        sell("WEB-1035", 4875, to: buyer, daysAgo: -1)
        pay(Self.order("WEB-1035", 4875, "ideal"), at: ago(hours: 3), name: "WEB-1035")

        sell("WEB-1036", 1999, to: buyer)
        start(Self.order("WEB-1036", 1999, "ideal"), at: ago(days: 1, hours: 5), name: "WEB-1036")
        step(at: ago(days: 1, hours: 5, minutes: -4)) {
            .fail(reference: $0["WEB-1036"] ?? "", code: "cancelled")
        }
        start(Self.order("WEB-1037", 2999, "card/visa"), at: ago(days: 1, hours: 6), name: "1037")
        step(at: ago(days: 1, hours: 6, minutes: -3)) {
            .fail(reference: $0["1037"] ?? "", code: "card_refused")
        }
        var token = Self.order("WEB-1038", 1, "card/visa")
        token.type = PaymentType.token
        pay(token, at: ago(days: 3), name: "WEB-1038")
    }

    /// Authorisations, refunds, chargebacks and their like.
    fileprivate mutating func addMoneyBack() {
        let buyer = customer("V. Vlierbes")
        sell("WEB-1039", 12_000, to: buyer)
        var authorised = Self.order("WEB-1039", 20_000, "klarna")
        authorised.type = .authorise
        pay(authorised, at: ago(days: 3), name: "WEB-1039")
        step(at: ago(days: 2)) { .capture(FollowUp($0["WEB-1039"] ?? "", amount: 12_000)) }

        var released = Self.order("WEB-1040", 6000, "klarna")
        released.type = .authorise
        pay(released, at: ago(days: 4), name: "WEB-1040")
        step(at: ago(days: 3)) { .reverse(FollowUp($0["WEB-1040"] ?? "")) }

        sell("WEB-1041", 8950, to: buyer)
        pay(Self.order("WEB-1041", 8950, "ideal"), at: ago(days: 1, hours: 12), name: "WEB-1041")
        // Soon, as it needs money that is not paid out yet.
        step(at: ago(days: 1, hours: 9)) {
            .refund(
                FollowUp(
                    $0["WEB-1041"] ?? "", amount: 2950,
                    description: "Terugbetaling van WEB-1041"))
        }

        sell("WEB-1042", 15_900, to: buyer, daysAgo: 8)
        pay(Self.order("WEB-1042", 15_900, "card/visa"), at: ago(days: 7), name: "WEB-1042")
        step(at: ago(days: 1)) { .chargeBack(reference: $0["WEB-1042"] ?? "", amount: nil) }

        start(
            Self.order("WEB-1043", 7700, "banktransfer"), at: ago(days: 16), name: "WEB-1043")
        step(at: ago(days: 1, hours: 20)) { .refundAutomatically(reference: $0["WEB-1043"] ?? "") }

        var credit = Self.order("WEB-1044", 1000, "ideal", description: "Tegoed voor WEB-1044")
        credit.type = .credit
        pay(credit, at: ago(days: 1, hours: 18), name: "WEB-1044")
    }

    /// Payments in two: the page and what was chosen on it.
    fileprivate mutating func addLandingPages() {
        let buyer = customer("W. Waterkers")
        let page = Payment.landingPageMethod
        sell("WEB-1045", 6400, to: buyer)
        start(Self.order("WEB-1045", 6400, page), at: ago(days: 2), name: "WEB-1045")
        choose(
            "card/visa", on: "WEB-1045", at: ago(days: 1, hours: 15), name: "WEB-1045 refused")
        choose("ideal", on: "WEB-1045", at: ago(days: 1, hours: 14), name: "WEB-1045 child")
        step(at: ago(days: 1, hours: 15)) {
            .fail(reference: $0["WEB-1045 refused"] ?? "", code: "card_refused")
        }

        sell("WEB-1046", 8000, to: buyer)
        start(Self.order("WEB-1046", 8000, page), at: ago(days: 1, hours: 16), name: "WEB-1046")
        choose(
            "gift", on: "WEB-1046", amount: 3000, at: ago(days: 1, hours: 16, minutes: -5),
            name: "WEB-1046 gift")
        choose(
            "ideal", on: "WEB-1046", at: ago(days: 1, hours: 16, minutes: -9),
            name: "WEB-1046 rest")

        start(Self.order("WEB-1047", 4440, page), at: ago(days: 3), name: "WEB-1047")
    }

    /// The address of a customer, wherever it stands.
    private func email(of code: String) -> String? {
        customers.first { $0.code == code }.flatMap { customer in
            let places = [
                customer.addresses.first?.email ?? "", customer.ebillMail, customer.reminderEmail,
                customer.remittanceMail,
            ]
            return places.first { !$0.isEmpty }
        }
    }
}
