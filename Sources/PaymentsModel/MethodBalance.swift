/// What CCV still has to pay out of one method (API reference, 3, `GET /balance`).
public struct MethodBalance: Sendable, Equatable, Codable {
    /// Such as `card`.
    public var method: String
    /// Of cards.
    public var brand: String?
    /// Refunds that are not paid out, in cents.
    public var credit: Int64
    /// Sales and captures that are not paid out, in cents.
    public var debit: Int64

    /// Takes the parts.
    public init(method: String, brand: String? = nil, credit: Int64 = 0, debit: Int64 = 0) {
        self.method = method
        self.brand = brand
        self.credit = credit
        self.debit = debit
    }

    /// What is left to pay out.
    public var total: Int64 { debit - credit }
}
