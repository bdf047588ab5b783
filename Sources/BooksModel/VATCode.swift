/// A code of value added tax, such as `VH`.
public struct VATCode: Sendable, Codable, Hashable {
    /// Sales codes and purchase codes are not interchangeable (API reference, 3.5).
    public enum Side: String, Sendable, Codable {
        /// Tax on what is sold.
        case sales
        /// Tax on what is bought.
        case purchase
    }

    /// The code.
    public var code: String
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// Sales or purchase.
    public var side: Side

    /// Takes the fields of a code.
    public init(code: String, name: String, shortName: String, side: Side = .sales) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.side = side
    }
}
