public import DomainModel

/// One transaction of any type in an account at CCV (API reference, 4.1).
///
/// What is nil is not in CCV's answer at all.
public struct Payment: Sendable, Equatable, Codable {
    /// The only id, up to 255 characters, such as `C240305064258677CB87E192.G`.
    public var reference: String
    /// What it does.
    public var type: PaymentType
    /// How far it is.
    public var status: PaymentStatus
    /// Positive, in minor units of `currency`, of refunds too.
    public var amount: Int64
    /// ISO 4217 in lower case, such as `eur`.
    public var currency: String
    /// Such as `ideal`, `card` or `landingpage`; an open list (4.5).
    public var method: String
    /// Of a card, such as `visa`.
    public var brand: String?
    /// The order number as the shop gave it; not unique.
    public var merchantOrderReference: String?
    /// What the customer was shown.
    public var description: String?
    /// What the shop's software says about itself.
    public var metadata: String?
    /// ISO 639-2, such as `nld`.
    public var language: String?
    /// When it was started.
    public var created: Instant
    /// When anything about it changed last.
    public var lastUpdate: Instant
    /// When it got a status that lasts; nil while it is pending.
    public var statusFinalDate: Instant?
    /// Why it failed, such as `expired` (4.7).
    public var failureCode: String?
    /// What a refund, capture, reversal or chargeback acts on.
    public var originalReference: String?
    /// The landing page this payment was made through.
    ///
    /// CCV does not show it; it shows `childReferenceId` at the landing page.
    public var landingPage: String?
    /// Of a landing page: the payment of its last attempt.
    public var childReferenceId: String?
    /// The id at the scheme or the acquirer; may be empty.
    public var methodTransactionId: String?
    /// `ecom` or `instore`.
    public var entryMode: String?
    /// Whether and when CCV pays the money to the shop.
    public var payout: Payout = .byOthers
    /// What only its method has, in the order it is shown (4.6); nil shows no `details` at all.
    public var details: [PaymentDetail]? = []
    /// The address of the customer; given by shops, but no answer of CCV is known to show it.
    public var billingEmail: String?
    /// Where the customer goes when the page is done.
    public var returnUrl: String?

    /// Makes a pending payment, changed last when it was created.
    public init(
        reference: String, type: PaymentType, amount: Int64, currency: String = "eur",
        method: String, brand: String? = nil, created: Instant
    ) {
        self.reference = reference
        self.type = type
        status = .pending
        self.amount = amount
        self.currency = currency
        self.method = method
        self.brand = brand
        self.created = created
        lastUpdate = created
    }

    /// Whether it is the page on which a customer chooses how to pay.
    public var isLandingPage: Bool { method == Self.landingPageMethod }

    /// The method of landing pages.
    public static let landingPageMethod = "landingpage"

    /// How many digits stand behind the decimal point of the amount.
    public var amountDigits: Int { CurrencyCode(currency.utf8)?.minorDigits ?? 2 }
}
