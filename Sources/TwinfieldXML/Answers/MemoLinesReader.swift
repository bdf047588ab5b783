public import DomainModel

/// Reads the lines of a daybook from the answer to a browse; complete, or a fault.
///
/// Every row must be of the administration, every wanted field must be there, and there must be as
/// many rows as the answer says exist (API reference, 4.3 and section 10, rows 17 and 18).
public struct MemoLinesReader: AnswerReader, ~Copyable {
    private let rows: MemoLineRows
    private let sink: BrowseTextSink
    private let parser: XMLDocumentParser

    /// Begins to read the answer for an administration; each row must have the fields.
    public init(office: String, fields: [String] = []) {
        let rows = MemoLineRows(office: office, fields: fields)
        self.rows = rows
        sink = BrowseTextSink(fields: rows.fields) { (row) throws(RecordFault) in
            try rows.add(row)
        }
        parser = XMLDocumentParser(sink: sink)
    }

    /// Reads the next bytes, cut anywhere; a fault may come with a later piece, or with the end.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try parser.feed(bytes)
    }

    /// Says that there is no more, and gives the lines.
    ///
    /// Throws when the document is not whole, when Twinfield refused, and when not all rows are
    /// there.
    public consuming func finish() throws(RecordFault) -> MemoLineTable {
        try parser.finish()
        if let fault = sink.messages.fault() { throw fault }
        try sink.extent.check(count: rows.table.rows.count, isFromService: true)
        var table = rows.table
        if let warning = sink.messages.warning() { table.warnings.insert(warning, at: 0) }
        return table
    }
}
