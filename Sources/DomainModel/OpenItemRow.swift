public import ByteText

/// An open receivable line in Twinfield ("openstaande post"), as browse 100 or NDJSON gives it.
///
/// Texts stand in the arena of its `OpenItemTable`.
public struct OpenItemRow: Sendable {
    /// The status of a transaction in Twinfield.
    public enum Status: UInt8, Sendable, CaseIterable {
        /// `temporary` ("concept"): can be deleted.
        case provisional
        /// `final` ("definitief").
        case final
        /// `draft`: Twinfield's third status; never paid by us.
        case draft
        /// Any other word.
        case other
    }

    /// Whether the line can be reconciled.
    public enum MatchStatus: UInt8, Sendable, CaseIterable {
        /// `available`.
        case available
        /// `matched`: closed.
        case matched
        /// `proposed`, `notmatchable` or a word of tomorrow.
        case other
    }

    /// The administration; absent means that of the rules.
    public var office = TextSlice.absent
    /// The daybook code.
    public var daybook = TextSlice.absent
    /// The transaction number.
    public var number = TextSlice.absent
    /// The line id, `transline` when reconciling.
    public var line = TextSlice.absent
    /// `dim1`, the control account; absent means unknown (browse 100 does not give it).
    public var account = TextSlice.absent
    /// `dim2`, the debtor code.
    public var customer = TextSlice.absent
    /// The debtor's name.
    public var customerName = TextSlice.absent
    /// The invoice number, at most 40 characters.
    public var invoiceNumber = TextSlice.absent
    /// The description, at most 40 characters; absent in browse 100.
    public var description = TextSlice.absent
    /// The first of the addresses in `OpenItemTable.emails`.
    public var firstEmail: UInt32 = 0
    /// How many addresses the customer has here.
    public var emailCount: UInt32 = 0
    /// The whole amount in minor units, signed; nil when not given.
    public var value: Int64?
    /// The open amount in minor units, signed: positive is owed to us.
    public var openValue: Int64 = 0
    /// The date of the transaction.
    public var date = CalendarDate(daysSinceEpoch: 0)
    /// The due date, if given.
    public var dueDate: CalendarDate?
    /// The currency of the amounts.
    public var currency = CurrencyCode.absent
    /// The status of the transaction.
    public var status = Status.final
    /// Whether the line can be reconciled.
    public var matchStatus = MatchStatus.available

    /// Makes a row of which nothing is known.
    public init() {}
}
