/// One address of a customer.
public struct CustomerAddress: Sendable, Codable, Hashable {
    /// What the address is for, as Twinfield spells it: `invoice`, `postal`, `contact`.
    public var type: String
    /// Whether it is the address that counts when none is named.
    public var isDefault: Bool
    /// The name on it.
    public var name: String
    /// The e-mail address; empty when there is none.
    public var email: String

    /// Takes the fields of an address.
    public init(
        type: String = "invoice", isDefault: Bool = true, name: String, email: String = ""
    ) {
        self.type = type
        self.isDefault = isDefault
        self.name = name
        self.email = email
    }
}
