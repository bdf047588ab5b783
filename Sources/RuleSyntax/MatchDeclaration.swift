public import SourceDiagnostics

/// The section `match` as it was written.
public struct MatchDeclaration: Sendable {
    /// A row of `decide`.
    public struct Row: Sendable {
        /// The whole row.
        public var range: SourceRange
        /// `amount`; nil when any result fits.
        public var amount: [Located<AmountTestDeclaration>]?
        /// `order_number`; nil when any result fits.
        public var orderNumber: [Located<RuleChoices.Number>]?
        /// `email`; nil when any result fits.
        public var email: [Located<RuleChoices.Email>]?
        /// `days_apart`; nil when any number of days fits.
        public var daysApart: Located<Int>?
        /// `sale_is` of the row; nil when any status fits.
        public var saleIs: [Located<RuleChoices.Status>]?
        /// `customer`; nil when any customer fits.
        public var customers: [Located<String>]?
        /// The key `then`.
        public var then: Located<RuleChoices.Outcome>?
    }

    /// The whole section.
    public var range: SourceRange
    /// The key `sale_is`.
    public var saleIs: [Located<RuleChoices.Status>]
    /// `daybooks`; nil when every daybook counts.
    public var daybooks: [Located<String>]?
    /// `sale_dated.from`: days after the booking date, negative before it.
    public var windowFrom: Located<Int>?
    /// `sale_dated.to`: days after the booking date, negative before it.
    public var windowTo: Located<Int>?
    /// `decide`, from top to bottom.
    public var rows: [Row]
    /// The key `several_fit`.
    public var severalFit: Located<RuleChoices.Outcome>?
    /// The key `already_paid_sale`.
    public var alreadyPaidSale: Located<RuleChoices.Outcome>?
    /// `wait_for_sale.at_most`, in calendar days.
    public var waitAtMostDays: Located<Int>?
    /// The key `wait_for_sale.then`.
    public var afterWaiting: Located<RuleChoices.Outcome>?
}
