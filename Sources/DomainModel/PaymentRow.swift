public import ByteText

/// One CCV transaction of any type, with its texts in the arena of its `PaymentTable`.
///
/// Field names follow CCV's JSON (API reference, section 4.1). A field that CCV left out is
/// `absent`; only `reference` is always expected.
public struct PaymentRow: Sendable {
    /// `reference`: CCV's transaction id, at most 255 characters, opaque.
    public var reference = TextSlice.absent
    /// `merchantOrderReference`: the order number as the shop gave it; not unique.
    public var merchantOrderReference = TextSlice.absent
    /// `description`.
    public var description = TextSlice.absent
    /// `metadata`.
    public var metadata = TextSlice.absent
    /// `billingEmail`: asked for at payment, rarely echoed.
    public var billingEmail = TextSlice.absent
    /// `originalReference`: the transaction that a capture, refund or reversal acts on.
    public var originalReference = TextSlice.absent
    /// `childReferenceId`: on a landing-page parent, the transaction that holds the money.
    public var childReference = TextSlice.absent
    /// `failureCode`: free text for people.
    public var failureCode = TextSlice.absent
    /// `amount` as written, kept only when it is defective.
    public var amountAsWritten = TextSlice.absent
    /// `created`.
    public var created = Instant.absent
    /// `lastUpdate`.
    public var lastUpdate = Instant.absent
    /// `statusFinalDate`.
    public var statusFinal = Instant.absent
    /// `amount` in minor units; always positive, 0 when it is defective.
    public var amount: Int64 = 0
    /// `currency`, in upper case.
    public var currency = CurrencyCode.absent
    /// `type`.
    public var type = WordID.absent
    /// `status`.
    public var status = WordID.absent
    /// `method`.
    public var method = WordID.absent
    /// `brand`.
    public var brand = WordID.absent
    /// `paidout`.
    public var paidOut = WordID.absent
    /// `entryMode`.
    public var entryMode = WordID.absent
    /// `language`.
    public var language = WordID.absent
    /// What is wrong with the record.
    public var defects: PaymentDefects = []

    /// Makes a row of which nothing is known.
    public init() {}
}
