public import DomainModel
public import RunnerCore

/// A payment as lists show it.
public struct PaymentSummary: Sendable, Hashable {
    /// The connection.
    public var connection = ""
    /// CCV's reference.
    public var reference = ""
    /// The state; nil when it was not decided yet.
    public var state: PaymentState?
    /// The reason code; empty when there is none.
    public var reason = ""
    /// The reason in a sentence, in English as it was recorded.
    public var text = ""
    /// The same in Dutch, of a failed payment; empty when it was recorded in English only.
    public var textDutch = ""
    /// Since when it is in this state; nil before the first.
    public var since: Instant?
    /// In minor units.
    public var amount: Int64 = 0
    /// Upper case; empty when the record has none.
    public var currency = ""
    /// When it was created at CCV.
    public var created = Instant(milliseconds: 0)
    /// As CCV names it, in lower case; a card with its brand ("card/visa").
    public var method = ""
    /// The type at CCV, such as `sale`.
    public var type = ""
    /// The order number as the shop wrote it; empty when there is none.
    public var orderNumber = ""
    /// The description at CCV.
    public var description = ""
    /// The code of the customer of the sale; empty before a sale is found.
    public var customer = ""
    /// The name of that customer.
    public var customerName = ""
    /// The sale that it pays, or that the last decision found.
    public var sale: SaleKey?
    /// The entry in the books: ours, or the one that a person named.
    public var memo: EntryKey?
    /// Whether our entry was final when it was read last; nil when it was never read.
    public var isFinal: Bool?
    /// The rule of the last decision; empty before one.
    public var rule = ""
    /// The revision of the rules of the last decision; empty before one.
    public var revision = ""
    /// Until when it waits for a sale; nil when it does not wait.
    public var waitsUntil: CalendarDate?
    /// What CCV changed after it was booked; nil when nothing.
    public var alarm: String?

    /// Makes an empty one.
    public init() {}
}
