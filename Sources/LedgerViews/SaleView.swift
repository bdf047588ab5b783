public import DomainModel
public import RunnerCore

/// A sale as a person compares it with a payment: what the books said when they were read last.
public struct SaleView: Sendable, Hashable {
    /// The line of the sale.
    public var key: SaleKey
    /// The code of the customer.
    public var customer = ""
    /// The name of the customer.
    public var customerName = ""
    /// The addresses of the customer.
    public var emails: [String] = []
    /// The invoice number.
    public var invoiceNumber = ""
    /// The description.
    public var description = ""
    /// The date of the entry; nil when it is not known.
    public var date: CalendarDate?
    /// In minor units; nil when it is not known.
    public var value: Int64?
    /// What is open, in minor units.
    public var open: Int64 = 0
    /// Upper case; empty when the record has none.
    public var currency = ""
    /// Whether the entry was final.
    public var isFinal = true
    /// Whether the books did not give it any more when they were read last.
    public var isGone = false

    /// Makes a sale of which only the line is known.
    public init(key: SaleKey) { self.key = key }
}

extension LedgerViews {
    /// What is known of sales, for a choice between them; those that are not known are left out.
    public func sales(_ keys: Set<SaleKey>, of connection: String) throws -> [SaleKey: SaleView] {
        [:]
    }

    /// A number that every change of what is looked at makes larger; nil when nobody counts.
    public func changeNumber() throws -> Int64? { nil }

    /// Our entries that were provisional when they were read last; nil when nobody counts them.
    public func provisional(of connections: Set<String>) throws -> [AmountTally]? { nil }
}
