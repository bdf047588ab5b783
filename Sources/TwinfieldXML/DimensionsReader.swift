public import DomainModel

/// Reads Twinfield's answer about customers (`<dimensions>`, `<dimension>` or `<customers>`).
///
/// Gives each customer's code, name and all e-mail addresses; the template record and dimensions
/// of other types are left out (API reference, 4.6).
public struct DimensionsReader: ~Copyable {
    private let sink: DimensionsSink
    private let parser: XMLDocumentParser

    /// Begins to read an answer.
    public init() {
        sink = DimensionsSink()
        parser = XMLDocumentParser(sink: sink)
    }

    /// Reads the next bytes, cut anywhere; a fault may come with a later piece, or with the end.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try parser.feed(bytes)
    }

    /// Says that there is no more, and gives the customers.
    ///
    /// Throws when the document is not whole, or when Twinfield refused.
    public consuming func finish() throws(RecordFault) -> CustomerTable {
        try parser.finish()
        return try sink.finish()
    }
}
