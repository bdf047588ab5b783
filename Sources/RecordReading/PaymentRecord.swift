public import DomainModel

/// One transaction as CCV answered it, with what is needed to fetch: which one, when, and whose.
///
/// What a payment means is read from `json`, by `PaymentReader`.
public struct PaymentRecord: Sendable, Hashable {
    /// The object as CCV wrote it, on one line, without what must not be kept.
    ///
    /// Left out, wherever CCV puts them at the top of the object: `details` (names, card numbers),
    /// every name that ends in `Url` (such links work like keys), `notificationRequests`, `token`
    /// and `tokenMaskedInput` (API reference, sections 4.1 and 4.6).
    public var json: [UInt8]
    /// The transaction id; never empty.
    public var reference: String
    /// When it was created; absent only where it is not asked for.
    public var created: Instant
    /// When it was last changed; absent when CCV does not say.
    public var lastUpdate: Instant
    /// The status in CCV's own spelling; empty when missing.
    public var status: String
    /// The type in CCV's own spelling; empty when missing.
    public var type: String
    /// The transaction that a refund, capture or reversal acts on.
    public var originalReference: String?
    /// The transaction that a landing page led to.
    public var childReference: String?

    /// Makes a record.
    public init(
        json: [UInt8], reference: String, created: Instant, lastUpdate: Instant = .absent,
        status: String = "", type: String = "", originalReference: String? = nil,
        childReference: String? = nil
    ) {
        self.json = json
        self.reference = reference
        self.created = created
        self.lastUpdate = lastUpdate
        self.status = status
        self.type = type
        self.originalReference = originalReference
        self.childReference = childReference
    }
}
