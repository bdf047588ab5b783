public import DomainModel

/// The lines of a daybook as a browse gives them (030_2, 130_1 or 000), complete.
public struct MemoLineTable: Sendable, Equatable {
    /// One line; a text that its browse does not have is empty.
    public struct Row: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of the line.
        public var line: Int
        /// The general ledger account.
        public var account: String
        /// The customer.
        public var customer: String
        /// The description.
        public var description: String
        /// The invoice number.
        public var invoiceNumber: String
        /// The amount in minor units of euros or of `currency`: debit positive, credit negative.
        public var value: Int64?
        /// The currency; `absent` when the browse does not say.
        public var currency: CurrencyCode
        /// The date of the entry.
        public var date: CalendarDate?
        /// When it was put in, `yyyyMMddHHmmss` in UTC; empty when the browse does not say.
        public var inputDate: String
        /// Provisional, final or draft; `other` when the browse does not say.
        public var status: OpenItemRow.Status
        /// What is open of it in minor units, signed; nil when the browse does not say.
        public var openValue: Int64?
        /// Whether it can be reconciled, or is; nil when the browse does not say.
        public var matchStatus: OpenItemRow.MatchStatus?
        /// The numbers of its matches; a customer has each once.
        public var matchNumbers: [String]
    }

    /// The lines, in the order of the answer.
    public var rows: [Row]
    /// Sentences that a person should know.
    public var warnings: [String]

    /// Makes a table.
    public init(rows: [Row], warnings: [String]) {
        self.rows = rows
        self.warnings = warnings
    }
}
