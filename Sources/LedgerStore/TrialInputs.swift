public import DomainModel
public import RunnerCore

/// What the payments of the last days are decided on for a trial of rules: as if none of them were
/// booked yet, on the books as the last run read them.
public struct TrialInputs: Sendable {
    /// The payments and what belongs to them, in the order in which they became known.
    public var payments: [StoredPayment]
    /// The payments of the days as lists show them, by reference.
    public var listed: [String: ListedPayment]
    /// How many payments the days have; more than `listed` when there were too many.
    public var total: Int
    /// The lines of customers: those that are open, and those that the payments' own entries
    /// closed as they were before.
    public var items: OpenItemTable
    /// Whether there were more lines than were asked for.
    public var lacksItems: Bool
    /// The customers.
    public var customers: CustomerTable
    /// By sale: the reference of the payment of earlier days whose entry claims it.
    public var claims: [SaleKey: String]
    /// The entries in which payments were found.
    public var forwarded: [ForwardedEntry]
    /// When a run read the books last; nil when none did.
    public var booksRead: Instant?
}
