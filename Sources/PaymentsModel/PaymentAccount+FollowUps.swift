import DomainModel

extension PaymentAccount {
    /// Gives money back: up to 120 % of what was paid (API reference, 4.4).
    mutating func refund(
        _ request: FollowUp, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        if let earlier = repeated(request, .refund) { return earlier }
        let original = try paid(request.reference)
        guard original.type == .sale || original.type == .capture, !original.isLandingPage else {
            throw .notPossible(
                reference: original.reference, status: original.status, type: original.type)
        }
        let refunded = sum(of: .refund, on: original.reference)
        let amount = request.amount ?? max(0, original.amount - refunded)
        try Self.checkAmount(amount)
        guard amount + refunded <= Self.mostRefundable(of: original.amount) else {
            throw .refundLimit(
                original: original.amount, refunded: refunded, requested: amount,
                digits: original.amountDigits)
        }
        try checkBalance(for: amount, of: original)
        return follow(original, as: .refund, amount: amount, request, at: moment)
    }

    /// The most that can be given back of an amount, rounded down to whole cents.
    static func mostRefundable(of amount: Int64) -> Int64 { amount * 12 / 10 }

    /// Takes money of an authorisation, all or a part.
    mutating func capture(
        _ request: FollowUp, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        if let earlier = repeated(request, .capture) { return earlier }
        let original = try paid(request.reference)
        let isReversed = sum(of: .reversal, on: original.reference) > 0
        guard original.type == .authorise, !original.isLandingPage, !isReversed else {
            throw .notPossible(
                reference: original.reference, status: original.status, type: original.type)
        }
        let captured = sum(of: .capture, on: original.reference)
        let amount = request.amount ?? max(0, original.amount - captured)
        try Self.checkAmount(amount)
        guard amount + captured <= original.amount else {
            throw .captureLimit(
                authorised: original.amount, captured: captured, requested: amount,
                digits: original.amountDigits)
        }
        return follow(original, as: .capture, amount: amount, request, at: moment)
    }

    /// Ends an authorisation, or undoes a sale at a terminal (API reference, 4.3), once.
    mutating func reverse(
        _ request: FollowUp, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        if let earlier = repeated(request, .reversal) { return earlier }
        let original = try paid(request.reference)
        let atTerminal =
            original.method == "terminal" && (original.type == .sale || original.type == .capture)
        let isReversed = sum(of: .reversal, on: original.reference) > 0
        guard original.type == .authorise || atTerminal, !isReversed else {
            throw .notPossible(
                reference: original.reference, status: original.status, type: original.type)
        }
        return follow(original, as: .reversal, amount: original.amount, request, at: moment)
    }

    /// Money that goes back without the shop asking for it.
    mutating func takeBack(
        _ reference: String, _ amount: Int64?, as type: PaymentType, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        let original = try position(of: reference)
        let payment = payments[original]
        // A bank transfer that comes after its payment failed goes back too (4.2).
        guard payment.type == .sale || payment.type == .capture, !payment.isLandingPage,
            payment.status == .success || (type == .autoRefund && payment.status == .failed)
        else {
            throw .notPossible(
                reference: reference, status: payment.status, type: payment.type)
        }
        let amount = amount ?? payment.amount
        try Self.checkAmount(amount)
        return follow(payment, as: type, amount: amount, FollowUp(reference), at: moment)
    }

    mutating func reverseChargeback(
        _ reference: String, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        let original = try paid(reference)
        guard original.type == .chargeback,
            sum(of: .chargebackReversal, on: original.reference) == 0
        else {
            throw .notPossible(
                reference: original.reference, status: original.status, type: original.type)
        }
        return follow(
            original, as: .chargebackReversal, amount: original.amount, FollowUp(reference),
            at: moment)
    }
}

extension PaymentAccount {
    /// Adds the payment that acts on another one; it echoes what CCV's does (4.4).
    private mutating func follow(
        _ original: Payment, as type: PaymentType, amount: Int64, _ request: FollowUp,
        at moment: Instant
    ) -> PaymentsOutcome {
        var payment = Payment(
            reference: newReference(method: original.method, at: moment), type: type,
            amount: amount, currency: original.currency, method: original.method,
            brand: original.brand, created: moment)
        payment.originalReference = original.reference
        payment.merchantOrderReference = original.merchantOrderReference
        payment.description = request.description
        payment.metadata = original.metadata
        payment.language = original.language
        payment.billingEmail = original.billingEmail
        if request.delay > 0 {
            plan(
                .settle(reference: payment.reference),
                at: moment.later(milliseconds: request.delay))
        } else {
            payment.status = .success
            payment.statusFinalDate = moment
            payment.payout = PayoutCalendar.payout(of: payment, settled: moment)
            if let payout = Self.payoutPlan(of: payment) { plan(payout.change, at: payout.at) }
        }
        return add(payment, idempotencyKey: Self.key(type, request.idempotencyReference))
    }

    private func repeated(_ request: FollowUp, _ type: PaymentType) -> PaymentsOutcome? {
        Self.key(type, request.idempotencyReference).flatMap { made[$0] }
            .map { .repeated(reference: $0) }
    }

    /// A shop may use one idempotency reference for a payment and again for its refund.
    private static func key(_ type: PaymentType, _ reference: String?) -> String? {
        reference.map { type.rawValue + " " + $0 }
    }

    private func paid(_ reference: String) throws(PaymentsRefusal) -> Payment {
        let payment = payments[try position(of: reference)]
        guard payment.status == .success else {
            throw .notPossible(
                reference: reference, status: payment.status, type: payment.type)
        }
        return payment
    }

    /// What acts on a payment already, done or pending.
    private func sum(of type: PaymentType, on reference: String) -> Int64 {
        index.followUps(of: reference).lazy.map { payments[$0] }
            .filter { $0.type == type && $0.status != .failed }
            .reduce(0) { $0 + $1.amount }
    }

    /// Refunds come from money of the same method that is not paid out yet.
    private func checkBalance(
        for amount: Int64, of original: Payment
    ) throws(PaymentsRefusal) {
        guard refundsNeedBalance, original.currency == Self.balanceCurrency,
            PayoutCalendar.isCollected(method: original.method, brand: original.brand)
        else { return }
        let balance =
            balances().first { $0.method == original.method && $0.brand == original.brand }
            ?? MethodBalance(method: original.method, brand: original.brand)
        guard balance.total >= amount else { throw .insufficientBalance(balance) }
    }
}
