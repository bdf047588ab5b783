public import DomainModel

/// A rule set that was proved: typed, complete and ready to evaluate.
///
/// Nothing in it can fail.
public struct CompiledRuleSet: Sendable {
    /// SHA-256 over the bytes of the files it came from, as `sha256:…`.
    public var revision: String
    /// What people call it.
    public var name: String
    /// The administration in Twinfield.
    public var office: String
    /// Payments of earlier days are never booked.
    public var bookFrom: CalendarDate
    /// Where a payment gets its day.
    public var timeZone: TimeZoneRules
    /// The ledger accounts.
    public var accounts: AccountPlan
    /// Which moment gives a payment its day.
    public var bookingDate: BookingDateRule
    /// What happens when the halves of a landing-page payment do not fit.
    public var landingPage: LandingPageRule
    /// From top to bottom; the last one catches all.
    public var select: [SelectRule]
    /// Where order numbers stand.
    public var orderNumber: OrderNumberRule
    /// Where the payer's address stands, in order.
    public var emailSources: [PaymentTextField]
    /// Debtor codes that stand for many payers.
    public var collectiveCustomers: [String]
    /// What makes a payment and a sale belong together.
    public var match: MatchRule
    /// The entries to make.
    public var templates: [CompiledTemplate]

    /// Takes the proved parts.
    public init(
        revision: String, name: String, office: String, bookFrom: CalendarDate,
        timeZone: TimeZoneRules, accounts: AccountPlan, bookingDate: BookingDateRule,
        landingPage: LandingPageRule, select: [SelectRule], orderNumber: OrderNumberRule,
        emailSources: [PaymentTextField], collectiveCustomers: [String] = [],
        match: MatchRule, templates: [CompiledTemplate]
    ) {
        self.revision = revision
        self.name = name
        self.office = office
        self.bookFrom = bookFrom
        self.timeZone = timeZone
        self.accounts = accounts
        self.bookingDate = bookingDate
        self.landingPage = landingPage
        self.select = select
        self.orderNumber = orderNumber
        self.emailSources = emailSources
        self.collectiveCustomers = collectiveCustomers
        self.match = match
        self.templates = templates
    }
}
