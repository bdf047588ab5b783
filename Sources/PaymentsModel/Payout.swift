public import DomainModel

/// Whether and when CCV pays the money of a payment to the shop (API reference, 7).
public enum Payout: Sendable, Equatable, Codable {
    /// Another party does, such as PayPal; CCV shows no payout fields (`paidout=never`).
    case byOthers
    /// CCV will, at this moment (`paidout` is `no`).
    case expected(at: Instant)
    /// CCV did (`paidout` is `yes`).
    case done(PayoutRun)
}

/// One payment by CCV to the shop: one line on its bank statement, for many payments.
public struct PayoutRun: Sendable, Equatable, Codable {
    /// When the money was sent.
    public var date: Instant
    /// Groups the payments of one run.
    public var reference: String
    /// What the bank statement says.
    public var remittance: String

    /// Takes the parts.
    public init(date: Instant, reference: String, remittance: String) {
        self.date = date
        self.reference = reference
        self.remittance = remittance
    }
}
