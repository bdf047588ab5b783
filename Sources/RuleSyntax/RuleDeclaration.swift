public import SourceDiagnostics

/// A rules file as it was written: located values, not yet checked against one another.
///
/// What is nil was absent or refused; what was refused has its diagnostic already.
public struct RuleDeclaration: Sendable {
    /// The whole file, for messages about what is not there.
    public var range: SourceRange
    public var name: Located<String>?
    public var office: Located<String>?
    public var bookFrom: Located<DateParts>?
    public var timeZone: Located<String>?
    public var debtors: [Located<String>]
    /// Where the `suspense` key stands.
    public var suspenseRange: SourceRange?
    /// In order of the file: the method and its account.
    public var suspense: [(method: Located<String>, account: Located<String>)]
    /// Nil when every method of CCV counts.
    public var methods: [Located<String>]?
    public var bookingMoments: [Located<RuleChoices.Moment>]?
    public var lastUpdateInAnotherMonth: Located<RuleChoices.Outcome>?
    public var childMissing: Located<RuleChoices.Outcome>?
    public var amountsDiffer: Located<RuleChoices.Outcome>?
    /// Where the `select` key stands.
    public var selectRange: SourceRange?
    public var select: [SelectRuleDeclaration]
    public var numberInPayment: [Located<RuleChoices.PaymentField>]
    public var numberInSale: [Located<RuleChoices.SaleField>]
    public var ignoreInFront: [Located<String>]
    public var ifNumbersDisagree: Located<RuleChoices.Outcome>?
    public var emailFrom: [Located<RuleChoices.PaymentField>]?
    public var match: MatchDeclaration?
}

/// A rule of `select` as it was written.
public struct SelectRuleDeclaration: Sendable {
    /// The whole rule.
    public var range: SourceRange
    public var id: Located<String>?
    /// Nil when the rule applies to every payment.
    public var when: ConditionDeclaration?
    public var outcome: Located<RuleChoices.Outcome>?
    public var findSaleThen: Located<String>?
    public var reason: Located<String>?
    public var because: Located<String>?
}

/// A condition of `select` as it was written.
public struct ConditionDeclaration: Sendable {
    /// A test of one text field.
    public struct TextTest: Sendable {
        public var field: String
        public var range: SourceRange
        public var isGiven: Located<Bool>?
        public var equalsAny: [Located<String>]
        public var startsWithAny: [Located<String>]
        public var endsWithAny: [Located<String>]
        public var containsAny: [Located<String>]
    }

    /// The mapping behind `when`.
    public var range: SourceRange
    /// The word tests: the field, and the words one of which it must be.
    public var words: [(field: Located<String>, anyOf: [Located<String>])]
    public var texts: [TextTest]
    public var isLandingPageParent: Located<Bool>?
    public var hasEmail: Located<Bool>?
    public var amountAtLeast: Located<String>?
    public var amountAtMost: Located<String>?
}

/// The section `match` as it was written.
public struct MatchDeclaration: Sendable {
    /// A row of `decide`.
    public struct Row: Sendable {
        public var range: SourceRange
        /// Nil when any result fits.
        public var amount: [Located<RuleChoices.Amount>]?
        public var orderNumber: [Located<RuleChoices.Number>]?
        public var email: [Located<RuleChoices.Email>]?
        public var then: Located<RuleChoices.Outcome>?
    }

    public var range: SourceRange
    public var saleIs: [Located<RuleChoices.Status>]
    /// Nil when every daybook counts.
    public var daybooks: [Located<String>]?
    /// Days after the booking date, negative before it.
    public var windowFrom: Located<Int>?
    public var windowTo: Located<Int>?
    public var rows: [Row]
    public var severalFit: Located<RuleChoices.Outcome>?
    public var alreadyPaidSale: Located<RuleChoices.Outcome>?
    public var waitAtMostDays: Located<Int>?
    public var afterWaiting: Located<RuleChoices.Outcome>?
}
