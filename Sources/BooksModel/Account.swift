/// An account of the general ledger (`dim1`), such as `1300` or `8000`.
public struct Account: Sendable, Codable, Hashable {
    /// Where the account stands in the ledger.
    public enum Kind: String, Sendable, Codable {
        /// Balance sheet (dimension type `BAS`).
        case balance
        /// Profit and loss (dimension type `PNL`).
        case profitAndLoss
    }

    /// The code, at most 16 characters.
    public var code: String
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// Balance sheet, or profit and loss.
    public var kind: Kind
    /// Whether a line on it needs a customer (API reference, 3.5).
    public var requiresRelation: Bool
    /// Whether its lines with a customer can be matched.
    public var isMatchable: Bool

    /// Takes the fields of an account; a control account of customers has both flags.
    public init(
        code: String, name: String, shortName: String, kind: Kind,
        requiresRelation: Bool = false, isMatchable: Bool = false
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.requiresRelation = requiresRelation
        self.isMatchable = isMatchable
    }
}
