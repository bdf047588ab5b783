public import DomainModel

/// CCV, as the runner needs it: it can only be read.
public protocol PaymentService: Sendable {
    /// Every payment created since a moment, with what belongs to it: the payments on landing pages
    /// and the originals of captures. Complete, or a `PortFault`.
    func payments(since first: Instant) async throws -> [SeenPayment]
    /// Payments by their references; those that CCV does not know are left out.
    func payments(_ references: [String]) async throws -> [SeenPayment]
}

/// A payment as CCV gave it.
public struct SeenPayment: Sendable, Hashable {
    /// CCV's reference.
    public var reference: String
    /// The record, as it is kept.
    public var json: [UInt8]
    /// When it was created.
    public var created: Instant
    /// When CCV changed it last; absent when CCV does not say.
    public var lastUpdate: Instant
    /// Whether its status is final.
    public var isFinal: Bool

    /// Makes a record.
    public init(
        reference: String, json: [UInt8], created: Instant, lastUpdate: Instant, isFinal: Bool
    ) {
        self.reference = reference
        self.json = json
        self.created = created
        self.lastUpdate = lastUpdate
        self.isFinal = isFinal
    }
}
