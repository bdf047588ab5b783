import DomainModel

extension PaymentAccount {
    /// Gives a pending payment a status that lasts, and its landing page too when it is paid.
    ///
    /// What CCV's helpdesk looks at can still succeed or fail, as a person resolves it (API
    /// reference, 4.2).
    mutating func finish(
        _ reference: String, _ status: PaymentStatus, code: String? = nil, at moment: Instant
    ) throws(PaymentsRefusal) {
        let position = try position(of: reference)
        let payment = payments[position]
        guard payment.status == .pending || payment.status == .manualIntervention else {
            throw .notPossible(
                reference: reference, status: payment.status, type: payment.type)
        }
        close(position, status, code: code, at: moment)
        closePage(of: position, status, at: moment)
    }

    /// Makes a success of a failure.
    mutating func succeedLate(
        _ reference: String, at moment: Instant
    ) throws(PaymentsRefusal) {
        let position = try position(of: reference)
        guard payments[position].status == .failed else {
            throw .notPossible(
                reference: reference, status: payments[position].status,
                type: payments[position].type)
        }
        close(position, .success, at: moment)
        closePage(of: position, .success, at: moment)
    }

    /// Gives the landing page of a payment its status, when it is still pending.
    private mutating func closePage(
        of position: Int, _ status: PaymentStatus, at moment: Instant
    ) {
        let payment = payments[position]
        guard let page = payment.landingPage, let parent = index.position(of: page),
            payments[parent].status == .pending
        else { return }
        switch status {
        case .success where amountLeft(on: page) == 0:
            payments[parent].methodTransactionId = payments[position].methodTransactionId
            close(parent, .success, at: moment)
        case .manualIntervention: close(parent, status, at: moment)
        default: break
        }
    }

    private mutating func close(
        _ position: Int, _ status: PaymentStatus, code: String? = nil, at moment: Instant
    ) {
        payments[position].status = status
        payments[position].failureCode = code
        payments[position].statusFinalDate = moment
        payments[position].lastUpdate = moment
        guard status == .success else { return }
        let number = position + 1
        payments[position].methodTransactionId =
            payments[position].methodTransactionId ?? ReferenceMaker.methodTransactionId(number)
        payments[position].details = PaymentDetails.settled(payments[position])
        payments[position].payout = PayoutCalendar.payout(of: payments[position], settled: moment)
        if let payout = Self.payoutPlan(of: payments[position]) {
            plan(payout.change, at: payout.at)
        }
    }

    /// Starts the child of a landing page, which may pay a part of it (API reference, 4.5).
    mutating func begin(
        _ attempt: PaymentAttempt, at moment: Instant
    ) throws(PaymentsRefusal) -> PaymentsOutcome {
        let position = try position(of: attempt.landingPage)
        let page = payments[position]
        guard page.isLandingPage, page.status == .pending else {
            throw .notPossible(reference: page.reference, status: page.status, type: page.type)
        }
        let amount = attempt.amount ?? amountLeft(on: page.reference)
        try Self.checkAmount(amount)
        var child = Payment(
            reference: newReference(method: attempt.method, at: moment), type: page.type,
            amount: amount, currency: page.currency, method: attempt.method,
            brand: attempt.brand, created: moment)
        child.landingPage = page.reference
        child.merchantOrderReference = page.merchantOrderReference
        child.description = page.description
        child.language = page.language
        child.billingEmail = page.billingEmail
        child.entryMode = page.entryMode
        child.returnUrl = page.returnUrl
        child.details = PaymentDetails.started(attempt.method)
        payments[position].childReferenceId = child.reference
        payments[position].lastUpdate = moment
        plan(
            .expire(reference: child.reference),
            at: Self.expiry(of: child.method, started: moment))
        return add(child)
    }

    /// What successful children have not paid yet of a landing page; 0 when it is paid.
    public func amountLeft(on page: String) -> Int64 {
        guard let parent = self[page] else { return 0 }
        let paid = index.attempts(on: page).lazy.map { payments[$0] }
            .filter { $0.status == .success }.reduce(0) { $0 + $1.amount }
        return max(0, parent.amount - paid)
    }
}
