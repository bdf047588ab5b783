public import DomainModel

extension PaymentAccount {
    /// The largest amount the account takes, in minor units.
    static let largestAmount: Int64 = 1_000_000_000_000

    /// Lets a change happen, after everything that was planned before it.
    @discardableResult
    public mutating func apply(_ change: PaymentsChange, at moment: Instant) -> PaymentsOutcome {
        advance(to: moment)
        return perform(change, at: moment)
    }

    mutating func perform(_ change: PaymentsChange, at moment: Instant) -> PaymentsOutcome {
        do throws(PaymentsRefusal) {
            return try outcome(of: change, at: moment)
        } catch {
            return .refused(error)
        }
    }

    private mutating func outcome(
        of change: PaymentsChange, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        switch change {
        case .start(let order): return try start(order, at: moment)
        case .record(let payment): return try record(payment)
        case .attempt(let attempt): return try begin(attempt, at: moment)
        case .settle(let reference):
            try finish(reference, .success, at: moment)
        case .fail(let reference, let code):
            try finish(reference, .failed, code: code, at: moment)
        case .succeedLate(let reference):
            try succeedLate(reference, at: moment)
        case .expire(let reference):
            guard self[reference]?.status != .manualIntervention else { break }
            try finish(reference, .failed, code: "expired", at: moment)
        case .needIntervention(let reference):
            try finish(reference, .manualIntervention, at: moment)
        case .refund(let followUp): return try refund(followUp, at: moment)
        case .capture(let followUp): return try capture(followUp, at: moment)
        case .reverse(let followUp): return try reverse(followUp, at: moment)
        case .chargeBack(let reference, let amount):
            return try takeBack(reference, amount, as: .chargeback, at: moment)
        case .reverseChargeback(let reference):
            return try reverseChargeback(reference, at: moment)
        case .refundAutomatically(let reference):
            return try takeBack(reference, nil, as: .autoRefund, at: moment)
        case .payOut(let references, let run): try payOut(references, run, at: moment)
        case .changeAmount(let reference, let amount):
            try changeAmount(reference, to: amount, at: moment)
        case .changeTexts(let reference, let number, let description):
            let position = try position(of: reference)
            payments[position].merchantOrderReference = number
            payments[position].description = description
            payments[position].lastUpdate = moment
        case .plan(let later, let at):
            plan(later, at: at)
            return .planned
        case .passTime: break
        }
        return .changed
    }

    private mutating func start(
        _ order: PaymentOrder, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        let key = order.idempotencyReference.map { "payment " + $0 }
        if let earlier = key.flatMap({ made[$0] }) {
            return .repeated(reference: earlier)
        }
        try Self.checkAmount(order.amount)
        var payment = Payment(
            reference: newReference(method: order.method, at: moment), type: order.type,
            amount: order.amount, currency: order.currency, method: order.method,
            brand: order.brand, created: moment)
        payment.merchantOrderReference = order.merchantOrderReference
        payment.description = order.description
        payment.metadata = order.metadata
        payment.language = order.language
        payment.returnUrl = order.returnUrl
        payment.billingEmail = order.billingEmail
        payment.entryMode = order.entryMode
        payment.details = PaymentDetails.started(order.method)
        plan(
            .expire(reference: payment.reference),
            at: Self.expiry(of: order.method, started: moment))
        return add(payment, idempotencyKey: key)
    }

    /// When a payment that nobody pays expires; the two months of a landing page are documented
    /// (API reference, 4.5), the others are guesses.
    static func expiry(of method: String, started moment: Instant) -> Instant {
        let minutes: Int64 =
            switch method {
            case Payment.landingPageMethod: 61 * 24 * 60
            case "banktransfer": 14 * 24 * 60
            default: 30
            }
        return moment.later(milliseconds: minutes * 60_000)
    }

    private mutating func record(_ payment: Payment) throws(PaymentsRefusal) -> PaymentsOutcome {
        guard index.position(of: payment.reference) == nil else {
            throw .duplicateReference(payment.reference)
        }
        try Self.checkAmount(payment.amount)
        if let payout = Self.payoutPlan(of: payment) { plan(payout.change, at: payout.at) }
        return add(payment)
    }

    private mutating func changeAmount(
        _ reference: String, to amount: Int64, at moment: Instant
    ) throws(PaymentsRefusal) {
        let position = try position(of: reference)
        try Self.checkAmount(amount)
        payments[position].amount = amount
        payments[position].lastUpdate = moment
    }

    private mutating func payOut(
        _ references: [String], _ run: PayoutRun, at moment: Instant
    ) throws(PaymentsRefusal) {
        var positions: [Int] = []
        for reference in references { positions.append(try position(of: reference)) }
        for position in positions {
            guard case .expected = payments[position].payout else { continue }
            payments[position].payout = .done(run)
            payments[position].lastUpdate = moment
        }
    }
}

extension PaymentAccount {
    /// Adds a payment at the end.
    mutating func add(_ payment: Payment, idempotencyKey: String? = nil) -> PaymentsOutcome {
        index.add(payment, at: payments.count)
        payments.append(payment)
        if let idempotencyKey { made[idempotencyKey] = payment.reference }
        return .created(reference: payment.reference)
    }

    mutating func newReference(method: String, at moment: Instant) -> String {
        while true {
            referencesMade += 1
            let reference = ReferenceMaker.reference(
                method: method, at: moment, number: referencesMade)
            if index.position(of: reference) == nil { return reference }
        }
    }

    func position(of reference: String) throws(PaymentsRefusal) -> Int {
        guard let position = index.position(of: reference) else {
            throw .unknownReference(reference)
        }
        return position
    }

    static func checkAmount(_ amount: Int64) throws(PaymentsRefusal) {
        guard amount > 0, amount <= largestAmount else { throw .invalidAmount(amount) }
    }
}
