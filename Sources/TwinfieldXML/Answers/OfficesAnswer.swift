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

/// Reads the list of administrations, or the read of one.
public struct OfficesReader: AnswerReader, ~Copyable {
    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {}

    /// Says that there is no more, and gives the administrations.
    public consuming func finish() throws(RecordFault) -> ReadAnswer<[Office]> { .refused([]) }
}
