/// What came of a change.
public enum PaymentsOutcome: Sendable, Equatable, Codable {
    /// A payment of this reference was added.
    case created(reference: String)
    /// The same idempotency reference made this payment before; nothing changed.
    case repeated(reference: String)
    /// Payments that were there have changed, or time has passed.
    case changed
    /// The change will happen later.
    case planned
    /// Nothing changed.
    case refused(PaymentsRefusal)

    /// The payment that was made, now or before.
    public var reference: String? {
        switch self {
        case .created(let reference), .repeated(let reference): reference
        case .changed, .planned, .refused: nil
        }
    }
}

/// Why a change was refused.
public enum PaymentsRefusal: Error, Sendable, Equatable, Codable {
    /// No payment has this reference.
    case unknownReference(String)
    /// A payment has this reference already.
    case duplicateReference(String)
    /// The payment is final, or of a kind that does not do this.
    case notPossible(reference: String, status: PaymentStatus, type: PaymentType)
    /// The amount is not positive or too large.
    case invalidAmount(Int64)
    /// The refunds of a payment would be more than 120 % of it; amounts in minor units.
    case refundLimit(original: Int64, refunded: Int64, requested: Int64, digits: Int)
    /// The captures of an authorisation would be more than it.
    case captureLimit(authorised: Int64, captured: Int64, requested: Int64, digits: Int)
    /// What CCV still has to pay out of this method is less than the refund.
    case insufficientBalance(MethodBalance)
}
