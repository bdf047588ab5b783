/// How far a payment is, as CCV names it; an open list (API reference, 4.2).
public struct PaymentStatus: RawRepresentable, Hashable, Sendable, Codable {
    /// The word, such as `success`.
    public var rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Started and not finished.
    public static let pending = PaymentStatus(rawValue: "pending")
    /// Done.
    public static let success = PaymentStatus(rawValue: "success")
    /// Failed; the failure code says why.
    public static let failed = PaymentStatus(rawValue: "failed")
    /// Something unexpected, for the helpdesk of CCV.
    public static let manualIntervention = PaymentStatus(rawValue: "manualintervention")
}
