public import SourceDiagnostics

/// A rules file as it was written: located values, not yet checked against one another.
///
/// What is nil was absent or refused; what was refused has its diagnostic already.
public struct RuleDeclaration: Sendable {
    /// The whole file, for messages about what is not there.
    public var range: SourceRange
    /// Whether the file starts from others, above whose rules its own stand.
    public var includes: Bool
    /// The key `name`.
    public var name: Located<String>?
    /// The key `office`.
    public var office: Located<String>?
    /// `book_from`; the calendar may not have such a day.
    public var bookFrom: Located<DateParts>?
    /// `time_zone`; the system may not know it.
    public var timeZone: Located<String>?
    /// The key `accounts.debtors`.
    public var debtors: [Located<String>]
    /// Where the key `suspense` stands.
    public var suspenseRange: SourceRange?
    /// Where the whole of `accounts` stands.
    public var accountsRange: SourceRange?
    /// In order of the file: the method and its account.
    public var suspense: [SuspenseDeclaration]
    /// `methods`; nil when every method of CCV counts.
    public var methods: [Located<String>]?
    /// Whether a key that nobody knows was probably meant for `methods`.
    public var isMethodsMisspelt: Bool
    /// The key `booking_date.from`.
    public var bookingMoments: [Located<RuleChoices.Moment>]?
    /// The key `booking_date.last_update_in_another_month`.
    public var lastUpdateInAnotherMonth: Located<RuleChoices.Outcome>?
    /// The key `landing_page.child_missing`.
    public var childMissing: Located<RuleChoices.Outcome>?
    /// The key `landing_page.amounts_differ`.
    public var amountsDiffer: Located<RuleChoices.Outcome>?
    /// Where the key `select` stands.
    public var selectRange: SourceRange?
    /// `select`, from top to bottom.
    public var select: [SelectRuleDeclaration]
    /// The key `order_number.in_payment`.
    public var numberInPayment: [Located<RuleChoices.PaymentField>]
    /// The key `order_number.in_sale`.
    public var numberInSale: [Located<RuleChoices.SaleField>]
    /// The key `order_number.ignore_in_front`.
    public var ignoreInFront: [Located<String>]
    /// The key `order_number.invoice_words`.
    public var invoiceWords: [Located<String>]
    /// The key `order_number.not_behind`.
    public var notBehind: [Located<String>]
    /// The key `order_number.no_number`.
    public var noNumber: [Located<String>]
    /// The key `order_number.shapes`.
    public var shapes: [TextPattern]
    /// `order_number.aliases`: the two ways to write a number.
    public var aliases: [(payment: TextPattern, sale: TextPattern)]
    /// The key `order_number.if_they_disagree`.
    public var ifNumbersDisagree: Located<RuleChoices.Outcome>?
    /// The key `email.from`.
    public var emailFrom: [Located<RuleChoices.PaymentField>]?
    /// The key `email.collective_customers`.
    public var collectiveCustomers: [Located<String>]
    /// The key `match`.
    public var match: MatchDeclaration?
}
