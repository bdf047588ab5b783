/// One named value of the details of a payment, such as `maskedPan` (API reference, 4.6).
public struct PaymentDetail: Sendable, Equatable, Codable {
    /// What a detail can hold.
    public enum Value: Sendable, Equatable, Codable {
        /// A text.
        case text(String)
        /// An amount in minor units of the currency of the payment.
        case amount(Int64)
        /// Yes or no.
        case flag(Bool)
    }

    /// The key in CCV's answer.
    public var name: String
    /// What it says.
    public var value: Value

    /// Takes both.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}
