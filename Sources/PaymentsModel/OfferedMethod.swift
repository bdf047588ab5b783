/// A way to pay that the account offers (API reference, 3, `GET /method`).
public struct OfferedMethod: Sendable, Equatable, Codable {
    /// The bank of a customer, as old answers for iDEAL list them.
    public struct Issuer: Sendable, Equatable, Codable {
        /// The code of the bank.
        public var id: String
        /// Its name.
        public var description: String
        /// What the group is, such as `country`.
        public var groupType: String
        /// The group it stands in.
        public var group: String

        /// Takes the parts.
        public init(id: String, description: String, groupType: String, group: String) {
            self.id = id
            self.description = description
            self.groupType = groupType
            self.group = group
        }
    }

    /// Such as `card`.
    public var method: String
    /// Of cards: the brands.
    public var brands: [String]
    /// Of iDEAL: the banks.
    public var issuers: [Issuer]

    /// Takes the parts; without brands and issuers it has no options.
    public init(_ method: String, brands: [String] = [], issuers: [Issuer] = []) {
        self.method = method
        self.brands = brands
        self.issuers = issuers
    }
}
