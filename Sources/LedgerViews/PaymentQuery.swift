public import DomainModel
public import RunnerCore

/// Which payments to show, and in which order.
public struct PaymentQuery: Sendable, Hashable {
    /// What the list is sorted by; of equal ones, that which became known later is the newer.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// When it was created at CCV.
        case created
        /// The amount.
        case amount
        /// Since when it is in its state.
        case since
    }

    /// Only these connections; empty for all.
    public var connections: Set<String> = []
    /// Only this tab.
    public var tab: Tab?
    /// Only this state.
    public var state: PaymentState?
    /// Only this reason code; with the tab of errors, only this cause (see `LedgerViews.causes`).
    public var reason: String?
    /// Only this method, as CCV names it.
    public var method: String?
    /// Created on this day or later.
    public var from: CalendarDate?
    /// Created on this day or earlier.
    public var to: CalendarDate?
    /// The beginning of a reference or an order number, a word of a customer's name or the code of
    /// a customer, or an amount ("119,00" and "119.00"); empty for all.
    public var search = ""
    /// The order.
    public var order = Order.created
    /// Whether the largest or newest comes first.
    public var isDescending = true
    /// Where the page begins: the cursor of another page; nil for the first.
    public var after: String?
    /// At most so many.
    public var limit = 50

    /// Asks for everything, newest first.
    public init() {}
}

/// A page of payments.
public struct PaymentPage: Sendable, Hashable {
    /// The payments.
    public var payments: [PaymentSummary]
    /// How many there are in all; nil when counting them would take long.
    public var total: Int?
    /// For the next page; nil on the last.
    public var next: String?
    /// For the page before; nil on the first.
    public var previous: String?
    /// Whether a search found more than it looked at: then the page holds only some of them, and
    /// more of the text would help.
    public var isCut: Bool

    /// Makes a page.
    public init(
        payments: [PaymentSummary], total: Int?, next: String?, previous: String?,
        isCut: Bool = false
    ) {
        self.payments = payments
        self.total = total
        self.next = next
        self.previous = previous
        self.isCut = isCut
    }
}
