import ByteText
import DomainModel
import PaymentsModel

/// The calls by which a shop starts, refunds, captures, reverses and cancels (API reference, 3).
struct TransactionWriting {
    let request: WireRequest
    let now: Instant

    /// Answers `payment`, `refund`, `capture` and `reversal` with the transaction they made.
    func answer(_ path: String, world: inout World) throws(CCVProblem) -> WireAnswer {
        let change: PaymentsChange
        switch path {
        case "payment":
            change = .start(try order(offered: world.payments.methods))
        case "refund": change = .refund(try followUp(world))
        case "capture": change = .capture(try followUp(world))
        default: change = .reverse(try followUp(world))
        }
        let outcome = world.changePayments(change, at: now)
        if case .refused(let refusal) = outcome { throw .refused(refusal) }
        guard let reference = outcome.reference, let payment = world.payments[reference] else {
            throw .invalidBody("nothing was made")
        }
        return shown(payment, in: world)
    }

    /// Ends a pending payment; one that is final is the documented status 400.
    func cancel(world: inout World) throws(CCVProblem) -> WireAnswer {
        guard let reference = request.queryValue("reference") else {
            throw .invalidField("reference", "missing")
        }
        guard let payment = world.payments[reference] else {
            throw .unknownReference(reference)
        }
        guard payment.status == .pending else {
            throw .refused(
                .notPossible(reference: reference, status: payment.status, type: payment.type))
        }
        let outcome = world.changePayments(.fail(reference: reference, code: "cancelled"), at: now)
        if case .refused(let refusal) = outcome { throw .refused(refusal) }
        return shown(world.payments[reference] ?? payment, in: world)
    }

    private func shown(_ payment: Payment, in world: World) -> WireAnswer {
        var writer = JSONWriter()
        TransactionJSON(mood: world.ccvMood, baseURL: request.baseURL)
            .write(payment, in: world.payments, to: &writer)
        return CCVAnswers.json(writer)
    }

    private func order(offered: [OfferedMethod]) throws(CCVProblem) -> PaymentOrder {
        let body = try OrderBody(request.body)
        let currency = try body.currencyCode()
        guard let method = body.method?.text, offered.contains(where: { $0.method == method })
        else { throw .invalidField("method", "not one of this account") }
        guard let returnUrl = body.returnUrl?.text, WebLink.isSafe(returnUrl) else {
            throw .invalidField("returnUrl", "an address of http or https")
        }
        var order = PaymentOrder(
            amount: try body.minorUnits(currency: currency) ?? 0,
            currency: currency.text.lowercased(), method: method, brand: body.brand?.text)
        order.type = PaymentType(rawValue: body.transactionType?.text ?? "sale")
        guard [.sale, .authorise, .credit].contains(order.type) else {
            throw .invalidField("transactionType", "sale, authorise or credit")
        }
        order.merchantOrderReference = try body.merchantOrderReference?
            .limited(to: 255, "merchantOrderReference")
        order.description = body.description?.text
        order.metadata = body.metadata?.text
        order.language = body.language?.text
        order.billingEmail = body.billingEmail?.text
        order.returnUrl = returnUrl
        order.idempotencyReference = try idempotencyReference()
        return order
    }

    private func followUp(_ world: World) throws(CCVProblem) -> FollowUp {
        let body = try OrderBody(request.body)
        guard let reference = body.reference?.text else {
            throw .invalidField("reference", "missing")
        }
        guard let original = world.payments[reference] else {
            throw .unknownReference(reference)
        }
        let currency = CurrencyCode(original.currency.utf8) ?? .eur
        var followUp = FollowUp(reference, amount: try body.minorUnits(currency: currency))
        followUp.description = try body.description?.limited(to: 255, "description")
        followUp.idempotencyReference = try idempotencyReference()
        followUp.delay = min(max(world.ccvMood.followUpSeconds, 0), 1_000_000_000) * 1000
        return followUp
    }

    private func idempotencyReference() throws(CCVProblem) -> String? {
        guard let reference = request.header("idempotency-reference"), !reference.isEmpty else {
            return nil
        }
        guard reference.utf8.count <= 50 else {
            throw .invalidField("Idempotency-Reference", "at most 50 characters")
        }
        return reference
    }
}
