public import DomainModel

/// One line of an entry.
public struct EntryLine: Sendable, Codable, Hashable {
    /// What the line is; the raw value is Twinfield's word for it.
    public enum Kind: String, Sendable, Codable {
        /// The sum of a sales, purchase, bank or cash entry; first, with id 1.
        case total
        /// Everything else.
        case detail
        /// Value added tax; last.
        case vat
    }

    /// Whether the line can be matched; the raw value is Twinfield's word for it.
    public enum MatchStatus: String, Sendable, Codable {
        /// Something of it is open.
        case available
        /// Nothing of it is open.
        case matched
        /// Stands in a proposal; never made here.
        case proposed
        /// Can never be matched.
        case notMatchable = "notmatchable"
    }

    /// Counts from 1 unless the request said otherwise; unique within the entry.
    public var id: Int
    /// Total, detail or tax.
    public var kind: Kind
    /// The account.
    public var dim1: String
    /// The customer; empty when there is none.
    public var dim2: String
    /// Project or asset; always empty here, as these books have none.
    public var dim3: String
    /// Debit or credit.
    public var isDebit: Bool
    /// The amount in hundredths of the currency of the entry, never negative.
    public var value: Int64
    /// The amount in hundredths of the base currency, never negative.
    public var baseValue: Int64
    /// What is open, in hundredths of the currency of the entry; debit is positive.
    public var openValue: Int64
    /// What is open, in hundredths of the base currency; debit is positive.
    public var openBaseValue: Int64
    /// At most 40 characters; empty when there is none.
    public var description: String
    /// At most 40 characters; empty when there is none.
    public var invoiceNumber: String
    /// Empty when there is none.
    public var vatCode: String
    /// Empty when there is none.
    public var comment: String
    /// One character; empty when there is none.
    public var freeCharacter: String
    /// A date of the line itself (`currencydate`).
    public var lineDate: CalendarDate?
    /// When what the customer owes is due; nil on lines that cannot be matched.
    public var dueDate: CalendarDate?
    /// Whether the line can be matched.
    public var matchStatus: MatchStatus
    /// The numbers of the matches it is part of, in order; they count per customer.
    public var matchNumbers: [Int]

    /// The amount with its sign: debit is positive.
    public var signedValue: Int64 { isDebit ? value : -value }
    /// The amount in the base currency with its sign: debit is positive.
    public var signedBaseValue: Int64 { isDebit ? baseValue : -baseValue }
    /// Whether the line stands on the account of a customer and can be matched.
    public var isMatchable: Bool { matchStatus != .notMatchable }
    /// 2 (customers) on lines that can be matched, else nil.
    public var matchLevel: Int? { isMatchable ? 2 : nil }
    /// The customer, on lines that can be matched, else nil.
    public var relation: String? { isMatchable ? dim2 : nil }
}
