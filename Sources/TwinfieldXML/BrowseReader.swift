public import DomainModel

/// Reads Twinfield's answer to browse 100 ("customer transactions") into open items.
///
/// Columns are told apart by the field of each cell, in any order; `name` attributes are localised
/// and never read (API reference, 4.3). Nothing outside the document is ever looked at.
public struct BrowseReader: ~Copyable {
    private let sink: BrowseSink
    private let parser: XMLDocumentParser

    /// Begins to read the answer for an administration.
    ///
    /// Rows of other administrations are kept as they are. When no row is of this one, a warning
    /// says so: a browse answers for the administration of its request.
    ///
    /// With `isFromService` the answer is not a file of a person but comes straight from
    /// Twinfield: then a row of another administration is a fault, and an answer with rows must
    /// say how many there are (API reference, section 10, rows 17 and 18).
    public init(office: String, isFromService: Bool = false) {
        sink = BrowseSink(office: office, isFromService: isFromService)
        parser = XMLDocumentParser(sink: sink)
    }

    /// Reads the next bytes, cut anywhere; a fault may come with a later piece, or with the end.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try parser.feed(bytes)
    }

    /// Says that there is no more, and gives the open items.
    ///
    /// Throws when the document is not whole, when Twinfield refused, and when fewer rows are
    /// there than the answer says exist.
    public consuming func finish() throws(RecordFault) -> OpenItemTable {
        try parser.finish()
        return try sink.finish()
    }
}
