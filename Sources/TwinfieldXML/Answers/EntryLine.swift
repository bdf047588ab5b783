public import DomainModel

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
