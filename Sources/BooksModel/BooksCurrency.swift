public import DomainModel

/// A currency that an administration knows, with its rate.
public struct BooksCurrency: Sendable, Codable, Hashable {
    /// A rate of one.
    public static let unitRate: Int64 = 1_000_000_000

    /// ISO 4217.
    public var code: CurrencyCode
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// How much one unit is worth in the base currency, in billionths (API reference, 3.5: rates
    /// have up to 9 decimals); the same on every day here.
    public var rate: Int64

    /// Takes the fields of a currency.
    public init(
        code: CurrencyCode, name: String, shortName: String, rate: Int64 = Self.unitRate
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.rate = rate
    }
}
