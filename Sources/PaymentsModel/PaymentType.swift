/// What a payment does, as CCV names it; an open list (API reference, 4.3).
///
/// The words are those of the documentation in lower case, such as `auto_refund`; how CCV spells
/// those of several words in JSON is not known.
public struct PaymentType: RawRepresentable, Hashable, Sendable, Codable {
    /// The word, such as `sale`.
    public var rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Money of a customer.
    public static let sale = PaymentType(rawValue: "sale")
    /// A reservation of money; its captures are the money.
    public static let authorise = PaymentType(rawValue: "authorise")
    /// Money of an authorisation.
    public static let capture = PaymentType(rawValue: "capture")
    /// Money given back to a customer.
    public static let refund = PaymentType(rawValue: "refund")
    /// Money given to a customer without a payment before it.
    public static let credit = PaymentType(rawValue: "credit")
    /// The end of an authorisation, or at a terminal of a sale.
    public static let reversal = PaymentType(rawValue: "reversal")
    /// Money that CCV gave back by itself.
    public static let autoRefund = PaymentType(rawValue: "auto_refund")
    /// Money that the bank of the customer took back.
    public static let chargeback = PaymentType(rawValue: "chargeback")
    /// Money of a chargeback that came back.
    public static let chargebackReversal = PaymentType(rawValue: "chargeback_reversal")
    /// A stored card; no money.
    public static let token = PaymentType(rawValue: "token")

    /// Whether money goes from the customer to the shop.
    public var bringsMoney: Bool {
        self == .sale || self == .capture || self == .chargebackReversal
    }

    /// Whether money goes from the shop to the customer.
    public var takesMoney: Bool {
        [.refund, .credit, .autoRefund, .chargeback].contains(self)
    }

    /// Whether a bank or CCV did it, and no shop (API reference, 4.3).
    public var isOfAcquirer: Bool {
        [.autoRefund, .chargeback, .chargebackReversal].contains(self)
            || rawValue == "collection" || rawValue == "disbursement"
    }
}
