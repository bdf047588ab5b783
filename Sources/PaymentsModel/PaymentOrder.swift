/// What a shop asks for when it starts a payment (API reference, 3, `POST /payment`).
public struct PaymentOrder: Sendable, Equatable, Codable {
    /// `sale` or `authorise`; other types are taken as they are.
    public var type: PaymentType = .sale
    /// In minor units.
    public var amount: Int64
    /// ISO 4217 in lower case.
    public var currency: String
    /// Such as `ideal` or `landingpage`.
    public var method: String
    /// Of a card.
    public var brand: String?
    /// The order number.
    public var merchantOrderReference: String?
    /// What the customer is shown.
    public var description: String?
    /// What the shop's software says about itself.
    public var metadata: String?
    /// ISO 639-2.
    public var language: String?
    /// Where the customer goes afterwards.
    public var returnUrl: String?
    /// The address of the customer.
    public var billingEmail: String?
    /// `ecom` or `instore`.
    public var entryMode = "ecom"
    /// The same text a second time makes no second payment; up to 50 characters.
    public var idempotencyReference: String?

    /// Takes what every payment has.
    public init(amount: Int64, currency: String = "eur", method: String, brand: String? = nil) {
        self.amount = amount
        self.currency = currency
        self.method = method
        self.brand = brand
    }
}
