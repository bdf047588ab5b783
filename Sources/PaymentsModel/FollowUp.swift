/// A refund, a capture or a reversal of a payment (API reference, 3 and 4.4).
public struct FollowUp: Sendable, Equatable, Codable {
    /// The payment it acts on.
    public var reference: String
    /// In minor units; nil is all that is left.
    public var amount: Int64?
    /// What the customer is shown.
    public var description: String?
    /// The same text a second time does nothing more; up to 50 characters.
    public var idempotencyReference: String?
    /// Milliseconds until it is done; 0 is at once.
    public var delay: Int64 = 0

    /// Takes what it acts on and for how much.
    public init(_ reference: String, amount: Int64? = nil, description: String? = nil) {
        self.reference = reference
        self.amount = amount
        self.description = description
    }
}

/// A customer who chooses on a landing page how to pay (API reference, 4.5).
public struct PaymentAttempt: Sendable, Equatable, Codable {
    /// The reference of the landing page.
    public var landingPage: String
    /// Such as `ideal`, or `gift` for a part of the amount.
    public var method: String
    /// Of a card.
    public var brand: String?
    /// In minor units; nil is all that is left.
    public var amount: Int64?

    /// Takes the choice.
    public init(
        landingPage: String, method: String, brand: String? = nil, amount: Int64? = nil
    ) {
        self.landingPage = landingPage
        self.method = method
        self.brand = brand
        self.amount = amount
    }
}
