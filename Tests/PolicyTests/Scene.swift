/// One situation: a few sales and payments with numbers of their own, and the labels.
struct Scene {
    var random: SeededGenerator
    /// Digits that no other scene has.
    let digits: String
    private(set) var payments: [LabelledPayment] = []
    private(set) var sales: [LabelledSale] = []
    /// By reference.
    private(set) var labels: [String: Label] = [:]
    let amount: String
    let customer: String

    init(seed: UInt64, digits: Int) {
        random = SeededGenerator(seed: seed)
        self.digits = String(digits)
        amount = random.pick(["119.00", "119.00", "49.95", "25.00", "1250.00"])
        customer = "D\(digits)"
    }

    /// An order number as shops write them.
    mutating func orderNumber() -> String {
        random.pick([digits, "WEB-\(digits)", "2026-\(digits)", "F2026\(digits)", "W\(digits)NL"])
    }

    /// Adds a sale and says what the books call it.
    @discardableResult
    mutating func sale(
        _ invoice: String, _ change: (inout LabelledSale) -> Void = { _ in }
    ) -> String {
        var sale = LabelledSale(
            number: "9\(digits)\(sales.count)", customer: customer, open: amount, invoice: invoice)
        change(&sale)
        sales.append(sale)
        return sale.number
    }

    /// Adds a payment with its label.
    @discardableResult
    mutating func pay(
        _ order: String?, _ text: String? = nil, _ label: Label,
        _ change: (inout LabelledPayment) -> Void = { _ in }
    ) -> String {
        var payment = LabelledPayment(
            reference: "C\(digits)-\(payments.count)", amount: amount, order: order, text: text)
        payment.created += Int64(payments.count) * 1000
        change(&payment)
        payments.append(payment)
        labels[payment.reference] = label
        return payment.reference
    }

    /// An amount so many cents more than that of the scene.
    func amount(plus cents: Int) -> String {
        let value = (Int(amount.filter { $0 != "." }) ?? 0) + cents
        let rest = value % 100
        return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// A class of situations by name.
struct SceneClass: Sendable {
    let name: String
    let make: @Sendable (inout Scene) -> Void

    init(_ name: String, _ make: @escaping @Sendable (inout Scene) -> Void) {
        self.name = name
        self.make = make
    }
}
