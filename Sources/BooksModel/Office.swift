public import DomainModel

/// What identifies one administration ("office", "administratie").
public struct Office: Sendable, Codable, Hashable {
    /// The code, such as `NLA001`.
    public var code: String
    /// The name for people.
    public var name: String
    /// The short name.
    public var shortName: String
    /// The identity in Twinfield's newer interfaces: a GUID as text.
    public var id: String
    /// The currency of the books; the reporting currency is the same one here.
    public var baseCurrency: CurrencyCode

    /// Takes the fields of an administration.
    public init(
        code: String, name: String, shortName: String, id: String = "",
        baseCurrency: CurrencyCode = .eur
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.id = id
        self.baseCurrency = baseCurrency
    }
}
