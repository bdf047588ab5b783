import DomainModel
import PaymentsModel

/// A Tuesday morning: 2026-11-24T09:00:00Z.
let morning = Instant(milliseconds: 1_795_510_800_000)

extension Instant {
    func later(hours: Int64 = 0, minutes: Int64 = 0, milliseconds more: Int64 = 0) -> Instant {
        Instant(milliseconds: milliseconds + hours * 3_600_000 + minutes * 60_000 + more)
    }
}

/// An account without payments.
func emptyAccount() -> PaymentAccount {
    PaymentAccount(apiKey: "l_test", methods: [OfferedMethod("ideal"), OfferedMethod("card")])
}

extension PaymentAccount {
    /// Starts a payment and gives its reference.
    mutating func start(
        _ amount: Int64 = 2820, method: String = "ideal", brand: String? = nil,
        type: PaymentType = .sale, at moment: Instant = morning
    ) -> String {
        var order = PaymentOrder(amount: amount, method: method, brand: brand)
        order.type = type
        order.merchantOrderReference = "Order 1017"
        return apply(.start(order), at: moment).reference ?? ""
    }

    /// Starts a payment that succeeds a minute later.
    mutating func paid(
        _ amount: Int64 = 2820, method: String = "ideal", brand: String? = nil,
        type: PaymentType = .sale, at moment: Instant = morning
    ) -> String {
        let reference = start(amount, method: method, brand: brand, type: type, at: moment)
        apply(.settle(reference: reference), at: moment.later(minutes: 1))
        return reference
    }
}
