import DomainModel
import PaymentsModel

extension ShopBuilder {
    /// A payment that the shop started.
    static func order(
        _ number: String?, _ amount: Int64, _ way: String, email: String? = nil,
        description: String? = nil
    ) -> PaymentOrder {
        let parts = way.split(separator: "/").map(String.init)
        var order = PaymentOrder(
            amount: amount, method: parts.first ?? way, brand: parts.count > 1 ? parts[1] : nil)
        order.merchantOrderReference = number
        order.description = description ?? number.map { "Bestelling " + $0 }
        order.metadata = "Plugin:2.0;Shop:Voorbeeldwinkel"
        order.language = "nld"
        order.billingEmail = email
        order.returnUrl = "https://winkel.example/bedankt"
        return order
    }

    /// A payment that succeeds after some minutes; `name` is what later steps call it.
    mutating func pay(
        _ order: PaymentOrder, at moment: Instant, name: String, minutes: Int64 = 2
    ) {
        start(order, at: moment, name: name)
        step(at: Instant(milliseconds: moment.milliseconds + minutes * 60_000)) {
            .settle(reference: $0[name] ?? "")
        }
    }

    /// A payment that starts and is left to itself.
    mutating func start(_ order: PaymentOrder, at moment: Instant, name: String) {
        step(name, at: moment) { _ in .start(order) }
    }

    /// A try on a landing page that succeeds a minute later.
    mutating func choose(
        _ way: String, on page: String, amount: Int64? = nil, at moment: Instant, name: String
    ) {
        let parts = way.split(separator: "/").map(String.init)
        step(name, at: moment) { references in
            .attempt(
                PaymentAttempt(
                    landingPage: references[page] ?? "", method: parts.first ?? way,
                    brand: parts.count > 1 ? parts[1] : nil, amount: amount))
        }
        step(at: Instant(milliseconds: moment.milliseconds + 60_000)) {
            .settle(reference: $0[name] ?? "")
        }
    }
}
