public import DomainModel

extension Payment {
    /// Makes it a success of a moment, with its payout as it stands at a later one.
    public mutating func succeed(at moment: Instant, seenAt now: Instant) {
        finish(.success, at: moment)
        details = PaymentDetails.settled(self)
        payout = PayoutCalendar.payout(of: self, settled: moment)
        guard case .expected(let paidOut) = payout, paidOut <= now else { return }
        payout = .done(PayoutCalendar.run(of: self, at: paidOut))
        lastUpdate = paidOut
    }

    /// Makes it a failure of a moment.
    public mutating func fail(_ code: String, at moment: Instant) {
        finish(.failed, at: moment)
        failureCode = code
    }

    /// Makes it one for the helpdesk of CCV.
    public mutating func needIntervention(at moment: Instant) {
        finish(.manualIntervention, at: moment)
    }

    private mutating func finish(_ status: PaymentStatus, at moment: Instant) {
        self.status = status
        statusFinalDate = moment
        lastUpdate = moment
    }
}

extension PaymentAccount {
    /// A reference that looks like CCV's, for a payment that is recorded as it is.
    public static func sampleReference(method: String, at moment: Instant, number: Int) -> String {
        ReferenceMaker.reference(method: method, at: moment, number: number)
    }
}
