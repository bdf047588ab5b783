import BooksModel
import DomainModel
import PaymentsModel

/// Plans the days of a shop: its sales, and how its customers pay them.
struct ShopPlan {
    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 60 * minute
    private static let day: Int64 = 24 * hour

    private var random: SeededNumbers
    private let start: Instant
    private var deeds: [Deed] = []
    private var orders = 0

    /// Plans so many days from a moment on.
    static func deeds(seed: UInt64, from start: Instant, days: Int, aDay: Int) -> [Deed] {
        var plan = ShopPlan(random: SeededNumbers(seed: seed, purpose: 2), start: start)
        for day in 0..<days {
            for _ in 0..<plan.random.between(1, aDay) { plan.addOrder(on: day) }
        }
        // The next one stands at the end.
        return plan.deeds.enumerated().sorted { left, right in
            (left.element.at, left.offset) > (right.element.at, right.offset)
        }.map(\.element)
    }

    private init(random: SeededNumbers, start: Instant) {
        self.random = random
        self.start = start
    }

    private mutating func add(_ at: Int64, _ act: Deed.Act) {
        deeds.append(
            Deed(at: Instant(milliseconds: max(at, start.milliseconds)), act: act))
    }

    private mutating func addOrder(on day: Int) {
        orders += 1
        let name = "p\(orders)"
        let number = "WEB-\(1000 + orders)"
        let amount = Int64(random.between(2, 40)) * 250
        let at = start.milliseconds + Int64(day) * Self.day + Int64(random.below(86_400)) * 1000
        let customer = "D\(1001 + random.below(6))"
        addSale(number, amount, customer, near: at)
        let story = random.below(100)
        switch story {
        case 0..<48: pay(name, number, amount, at: at)
        case 48..<56: payTwice(name, number, amount, at: at)
        case 56..<61: pay(name, number, amount + 100, at: at)
        case 61..<67: transfer(name, number, amount, at: at)
        case 67..<71: payLate(name, number, amount, at: at)
        case 71..<75: fail(name, number, amount, at: at)
        case 75..<81: payOnPage(name, number, amount, at: at)
        case 81..<86: refund(name, number, amount, at: at)
        case 86..<90: authorise(name, number, amount, at: at)
        case 90..<93: pay(name, number, amount, at: at, method: "wero")
        case 93..<96:
            // A second sale with the same number and amount.
            addSale(number, amount, "D\(1001 + random.below(6))", near: at)
            pay(name, number, amount, at: at)
        default:
            start(name, number, amount, at: at)
            add(at + Self.hour, .needIntervention(name))
            if random.chance(700) { add(at + 30 * Self.hour, .settle(name)) }
        }
    }

    /// Mostly before the payment, sometimes days later, sometimes never.
    private mutating func addSale(
        _ number: String, _ amount: Int64, _ customer: String, near at: Int64
    ) {
        if random.chance(40) { return }
        let later = Int64(random.between(1, 90)) * Self.hour
        let earlier = Int64(random.between(0, 40)) * Self.hour
        let moment = random.chance(200) ? at + later : at - earlier
        add(moment, .sell(number, amount, customer: customer, isFinal: random.chance(600)))
    }

    private mutating func start(
        _ name: String, _ number: String, _ amount: Int64, at: Int64, method: String = "ideal",
        type: PaymentType = .sale
    ) {
        let parts = method.split(separator: "/").map(String.init)
        var order = PaymentOrder(
            amount: amount, method: parts[0], brand: parts.count > 1 ? parts[1] : nil)
        order.merchantOrderReference = number
        order.type = type
        add(at, .start(name, order))
    }

    private mutating func pay(
        _ name: String, _ number: String, _ amount: Int64, at: Int64, method: String? = nil
    ) {
        start(
            name, number, amount, at: at,
            method: method ?? random.pick(["ideal", "ideal", "card/visa"]))
        add(at + 2 * Self.minute, .settle(name))
    }

    private mutating func payTwice(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        pay(name, number, amount, at: at)
        let later = Int64(random.pick([1, 40, 60 * 5, 60 * 30])) * Self.minute
        pay(name + "b", number, amount, at: at + later)
    }

    private mutating func transfer(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        start(name, number, amount, at: at, method: "banktransfer")
        add(at + Int64(random.between(4, 90)) * Self.hour, .settle(name))
    }

    /// It fails for being late, and then the money comes.
    private mutating func payLate(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        start(name, number, amount, at: at, method: "banktransfer")
        let failed = Int64(random.between(20, 14 * 24)) * Self.hour
        add(at + failed, .fail(name))
        add(at + failed + Int64(random.between(5, 100)) * Self.hour, .succeedLate(name))
    }

    private mutating func fail(_ name: String, _ number: String, _ amount: Int64, at: Int64) {
        start(name, number, amount, at: at)
        add(at + 5 * Self.minute, .fail(name))
        if random.chance(600) { pay(name + "b", number, amount, at: at + 20 * Self.minute) }
    }

    private mutating func payOnPage(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        start(name, number, amount, at: at, method: Payment.landingPageMethod)
        var moment = at + Int64(random.between(3, 2000)) * Self.minute
        if random.chance(400) {
            add(moment, .attempt(name + "a", page: name, method: "ideal"))
            add(moment + 4 * Self.minute, .fail(name + "a"))
            moment += 10 * Self.minute
        }
        if random.chance(900) {
            add(moment, .attempt(name + "c", page: name, method: "ideal"))
            add(moment + 2 * Self.minute, .settle(name + "c"))
        }
    }

    private mutating func refund(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        pay(name, number, amount, at: at)
        let part = random.chance(500) ? amount : amount / 2
        add(at + Int64(random.between(10, 1200)) * Self.minute, .refund(name, part))
    }

    private mutating func authorise(
        _ name: String, _ number: String, _ amount: Int64, at: Int64
    ) {
        start(name, number, amount, at: at, method: "klarna", type: .authorise)
        add(at + Self.minute, .settle(name))
        if random.chance(800) {
            let later = Int64(random.between(1, 60)) * Self.hour
            add(at + later, .capture(name, amount))
        }
    }
}
