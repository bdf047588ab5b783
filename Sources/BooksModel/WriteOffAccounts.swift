/// On which accounts a match books what nobody pays (API reference, 5.2).
public struct WriteOffAccounts: Sendable, Codable, Hashable {
    /// For `writeoff`; empty when there is none.
    public var writeOff: String
    /// For `discount`; empty when there is none.
    public var discount: String
    /// For `currency`; empty when there is none.
    public var currency: String

    /// Takes the codes of the accounts.
    public init(writeOff: String = "", discount: String = "", currency: String = "") {
        self.writeOff = writeOff
        self.discount = discount
        self.currency = currency
    }
}
