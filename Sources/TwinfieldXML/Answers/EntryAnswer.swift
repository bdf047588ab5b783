public import DomainModel

/// An entry as Twinfield has it: the echo of a post, or what a read gives.
public struct EntryAnswer: Sendable, Equatable {
    /// The administration by the text of its element, which may be in another form than its code.
    public var office: String
    /// The daybook.
    public var code: String
    /// The number that Twinfield gave it.
    public var number: String
    /// Provisional or final, as Twinfield says; `other` when it does not.
    public var status: OpenItemRow.Status
    /// The date; nil when it is not there.
    public var date: CalendarDate?
    /// The period, `yyyy/pp`; empty when it is not there.
    public var period: String
    /// The currency; `absent` when it is not there.
    public var currency: CurrencyCode
    /// The origin, such as `import` or `manual`; empty when it is not there.
    public var origin: String
    /// When it was put in, `yyyyMMddHHmmss` in UTC; empty when it is not there.
    public var inputDate: String
    /// The invoice number of the header, which sales entries have.
    public var invoiceNumber: String
    /// The lines of the entry itself, in the order of the answer.
    public var lines: [EntryLine]
    /// Warnings that did not keep it from being saved.
    public var warnings: [TwinfieldMessage]
}

/// One line of an entry as Twinfield has it.
public struct EntryLine: Sendable, Equatable {
    /// The id, which names the line in a match; nil when the answer has none.
    public var id: Int?
    /// The type: `total`, `detail` or `vat`.
    public var type: String
    /// The general ledger account (`dim1`).
    public var account: String
    /// The customer, supplier or cost centre (`dim2`); empty when there is none.
    public var customer: String
    /// The project or asset (`dim3`); empty when there is none.
    public var project: String
    /// Debit or credit; nil when the answer does not say.
    public var side: MemoLine.Side?
    /// The amount in minor units of the currency: debit positive, credit negative.
    public var value: Int64?
    /// What is open of it, debit positive, credit negative; nil when the answer does not say.
    public var open: Int64?
    /// The invoice number.
    public var invoiceNumber: String
    /// The description.
    public var description: String
    /// Whether it can be reconciled; nil when the answer does not say.
    public var matchStatus: OpenItemRow.MatchStatus?
    /// The sets in which it was reconciled.
    public var matches: [EntryMatch]
}

/// One set in which a line was reconciled, seen from that line.
public struct EntryMatch: Sendable, Equatable {
    /// A line of another entry in the set.
    public struct Counterpart: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of its line.
        public var line: Int?
        /// How much of it was reconciled, signed.
        public var matched: Int64?
    }

    /// The date of the match.
    public var date: CalendarDate?
    /// How much of the line was reconciled in it, signed.
    public var matched: Int64?
    /// The lines on the other side.
    public var counterparts: [Counterpart]
}
