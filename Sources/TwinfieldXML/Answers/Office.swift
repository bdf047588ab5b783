public import DomainModel

/// One administration.
public struct Office: Sendable, Equatable {
    /// Its code.
    public var code: String
    /// Its name; empty when the answer does not say.
    public var name: String
    /// Its short name; empty when the answer does not say.
    public var shortName: String
    /// Its base currency; nil when the answer does not say, as the list does not.
    public var baseCurrency: CurrencyCode?
}
