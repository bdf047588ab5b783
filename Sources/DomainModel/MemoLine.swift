public import ByteText

/// One line of a memo entry; its texts stand in the arena of its memo.
public struct MemoLine: Sendable, Hashable {
    /// Debit or credit: Twinfield's amounts carry no sign.
    public enum Side: Sendable, Hashable {
        /// `debit`
        case debit
        /// `credit`
        case credit
    }

    /// Debit or credit.
    public var side: Side
    /// The amount in minor units; positive.
    public var amount: Int64
    /// `dim1`: the general ledger account, at most 16 characters.
    public var account: TextSlice
    /// `dim2`: the debtor code, or absent.
    public var customer: TextSlice
    /// `invoicenumber`, at most 40 characters, or absent.
    public var invoiceNumber: TextSlice
    /// `description`, at most 40 characters, or absent.
    public var description: TextSlice

    /// Takes the fields of a line.
    public init(
        side: Side, amount: Int64, account: TextSlice, customer: TextSlice = .absent,
        invoiceNumber: TextSlice = .absent, description: TextSlice = .absent
    ) {
        self.side = side
        self.amount = amount
        self.account = account
        self.customer = customer
        self.invoiceNumber = invoiceNumber
        self.description = description
    }
}
