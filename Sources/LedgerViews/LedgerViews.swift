public import DomainModel
public import RunnerCore

/// What people look at in the ledger: each call is one view that no writer changes meanwhile, and
/// is as quick with a million payments as with ten.
public protocol LedgerViews: Sendable {
    /// The connections that the ledger knows, by name.
    func connections() throws -> [ConnectionView]
    /// How many payments stand in each tab, and their amounts.
    func tallies(of connections: Set<String>) throws -> [Tab: [AmountTally]]
    /// One page of payments.
    func payments(_ query: PaymentQuery) throws -> PaymentPage
    /// The payments of a tab by their cause, the largest group first: the reason code, and among
    /// the errors also `changed_after_booking` and `not_reconciled` (booked more than an hour ago).
    func causes(in tab: Tab, of connections: Set<String>) throws -> [CauseView]
    /// By day and method, what CCV says was paid and what became of it; both days included.
    func completeness(
        of connections: Set<String>, from: CalendarDate, to: CalendarDate
    ) throws -> [CompletenessView]
    /// What is not settled, by the day of the payment: counts and amounts.
    func unsettled(of connections: Set<String>) throws -> [UnsettledView]
    /// The newest runs, newest first.
    func runs(of connections: Set<String>, limit: Int) throws -> [RunView]
    /// The methods that occur, for a choice.
    func methods(of connections: Set<String>) throws -> [String]
    /// A payment with all that is known of it; nil when the connection does not know it.
    func payment(_ reference: String, of connection: String) throws -> PaymentView?
    /// What is known of sales, for a choice between them; those that are not known are left out.
    func sales(_ keys: Set<SaleKey>, of connection: String) throws -> [SaleKey: SaleView]
    /// A number that every change of what is looked at makes larger; nil when nobody counts.
    func changeNumber() throws -> Int64?
    /// Our entries that were provisional when they were read last; nil when nobody counts them.
    func provisional(of connections: Set<String>) throws -> [AmountTally]?
}

/// The tabs of the dashboard, by what a person has to do.
public enum Tab: String, Sendable, Hashable, CaseIterable {
    /// Nothing yet: not paid yet, waiting for a sale, about to be booked.
    case open
    /// Choose: candidates are there, and a person decides.
    case review
    /// Nothing any more: the entry is in the books.
    case report
    /// Mend: refused, not found in time, unknown outcome, drifted, or booked and not reconciled.
    case errors
    /// Nothing: there was nothing to book, or a person said that it is not booked.
    case settled
}

/// A count and an amount of one currency.
public struct AmountTally: Sendable, Hashable {
    /// Upper case; empty when the records have none.
    public var currency: String
    /// How many.
    public var count: Int
    /// In minor units of the currency.
    public var amount: Int64

    /// Makes a tally.
    public init(currency: String, count: Int, amount: Int64) {
        self.currency = currency
        self.count = count
        self.amount = amount
    }
}
