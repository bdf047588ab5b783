/// Where order numbers stand, and what does not count when comparing them.
public struct OrderNumberRule: Sendable {
    /// A field of a sale.
    public enum SaleField: Sendable, Equatable {
        /// The invoice number.
        case invoiceNumber
        /// The description.
        case description
    }

    /// The fields of a payment, in order of trust.
    public var inPayment: [PaymentTextField]
    /// The fields of a sale.
    public var inSale: [SaleField]
    /// Words and signs in front of a number, as written in the rules.
    public var ignoredInFront: [String]
    /// Those of `ignoredInFront` that introduce the number of an invoice.
    public var invoiceWords: [String]
    /// Words behind which a number in a text is another kind of number.
    public var notBehind: [String]
    /// Texts without a digit that are no order number.
    public var noNumbers: [String]
    /// What the shop's own numbers look like.
    public var shapes: [NumberShape]
    /// Other ways to write a number; all that fit are tried.
    public var aliases: [NumberAlias]
    /// The outcome when the fields of a payment name different numbers.
    public var ifTheyDisagree: Outcome

    /// Takes the proved parts.
    public init(
        inPayment: [PaymentTextField], inSale: [SaleField], ignoredInFront: [String],
        invoiceWords: [String] = [], notBehind: [String] = [], noNumbers: [String] = [],
        shapes: [NumberShape] = [], aliases: [NumberAlias] = [], ifTheyDisagree: Outcome
    ) {
        self.inPayment = inPayment
        self.inSale = inSale
        self.ignoredInFront = ignoredInFront
        self.invoiceWords = invoiceWords
        self.notBehind = notBehind
        self.noNumbers = noNumbers
        self.shapes = shapes
        self.aliases = aliases
        self.ifTheyDisagree = ifTheyDisagree
    }
}
