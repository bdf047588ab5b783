import BooksModel
import DomainModel
import PaymentsModel

/// Makes the payments of many customers, one after the other, with their sales.
struct Crowd {
    let customers: [Customer]
    private let count: Int
    private let now: Instant
    private var numbers: SeededNumbers
    /// The last sale that can be refunded.
    private var refundable: Payment?

    init(count: Int, seed: UInt64, now: Instant) {
        self.count = count
        self.now = now
        numbers = SeededNumbers(seed: seed)
        customers = (1...max(1, count / 3)).map { number in
            ShopBuilder.customer(number: number, name: "Klant \(number)")
        }
    }

    /// The payment of a number, in order of creation, and its sale unless it has none.
    mutating func next(_ number: Int) -> (payment: Payment, sale: SampleSale?) {
        let created = moment(of: number)
        if number % 50 == 24, let sale = refundable {
            return (refund(of: sale, created: created, number: number), nil)
        }
        let order = orderNumber(number)
        let amount = Int64.random(in: 500...250_000, using: &numbers)
        let customer = customers[Int.random(in: 0..<customers.count, using: &numbers)]
        let payment = payment(order, amount, customer, created: created, number: number)
        if payment.status == .success && payment.method == "ideal" { refundable = payment }
        guard number % 100 != 99 else { return (payment, nil) }
        let early = Int32.random(in: 0...9, using: &numbers)
        let date = TimeZoneRules.utc.date(of: created).adding(days: -early)
        return (
            payment,
            SampleSale(
                order: order, amount: amount, customer: customer.code, date: date,
                isConcept: numbers.chance(33))
        )
    }

    /// Spread over the thirty days before now.
    private func moment(of number: Int) -> Instant {
        let span: Int64 = 30 * 86_400_000
        let step = max(1, span / Int64(max(1, count)))
        return Instant(milliseconds: now.milliseconds - step * Int64(count - number))
    }

    private func refund(of sale: Payment, created: Instant, number: Int) -> Payment {
        var refund = Payment(
            reference: PaymentAccount.sampleReference(
                method: sale.method, at: created, number: number),
            type: .refund, amount: sale.amount / 2, method: sale.method, created: created)
        refund.originalReference = sale.reference
        refund.merchantOrderReference = sale.merchantOrderReference
        refund.description = "Terugbetaling van " + (sale.merchantOrderReference ?? "")
        refund.language = sale.language
        refund.succeed(at: created, seenAt: now)
        return refund
    }

    private func orderNumber(_ number: Int) -> String {
        let digits = String(String(100_000_000 + number).dropFirst())
        let plain = "WEB-" + digits
        return number % 17 == 0 ? "BESTELLING-UIT-DE-VOORBEELDWINKEL-VAN-" + plain : plain
    }

    private mutating func payment(
        _ order: String, _ amount: Int64, _ customer: Customer, created: Instant, number: Int
    ) -> Payment {
        let way = way()
        var payment = Payment(
            reference: PaymentAccount.sampleReference(
                method: way.method, at: created, number: number),
            type: way.method == "klarna" ? .capture : .sale, amount: amount, method: way.method,
            brand: way.brand, created: created)
        payment.merchantOrderReference = number % 5 == 0 ? "Order " + order : order
        payment.description = "Bestelling " + order
        payment.language = "nld"
        payment.entryMode = "ecom"
        payment.billingEmail = number % 5 == 0 ? nil : customer.ebillMail
        let settled = Instant(
            milliseconds: created.milliseconds + Int64.random(in: 20_000...600_000, using: &numbers)
        )
        let fate = Int.random(in: 0..<1000, using: &numbers)
        switch fate {
        case ..<30: payment.fail(["cancelled", "expired", "rejected"][fate % 3], at: settled)
        case ..<33: payment.needIntervention(at: settled)
        case _ where settled > now: break
        default: payment.succeed(at: settled, seenAt: now)
        }
        return payment
    }

    /// Mostly iDEAL, then cards, then the rest.
    private mutating func way() -> (method: String, brand: String?) {
        switch Int.random(in: 0..<100, using: &numbers) {
        case ..<62: return ("ideal", nil)
        case ..<82:
            let brand =
                ["visa", "mastercard", "maestro", "bcmc", "amex"].randomElement(using: &numbers)
            return ("card", brand)
        case ..<88: return ("paypal", nil)
        case ..<92: return ("klarna", nil)
        case ..<95: return ("applepay", nil)
        case ..<97: return ("payconiq", nil)
        case ..<99: return ("banktransfer", nil)
        default: return ("sdd", nil)
        }
    }
}
