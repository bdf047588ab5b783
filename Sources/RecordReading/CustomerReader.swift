public import DomainModel

/// Reads customers and their e-mail addresses from JSON that comes in pieces of any size.
///
/// Shape: objects `{"dim2":"D0001234","name":"Jansen BV","email":["a@b.nl"]}`, one behind the other
/// (NDJSON) or in a list, in UTF-8. `name` may be missing, `email` may be one text, a list, `null`
/// or missing. One ill-formed customer refuses the whole file.
public struct CustomerReader: Sendable {
    private var stream = RecordStream(CustomerRecords())

    /// Makes a reader at the start of a file.
    public init() {}

    /// Takes the next piece of the file; nothing of it is kept but an object that is cut off.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try stream.feed(bytes)
    }

    /// Ends the file and gives its customers; addresses of the same debtor code are put together.
    ///
    /// Throws for a file that is empty or cut off. `[]` gives an empty table.
    public mutating func finish() throws(RecordFault) -> CustomerTable {
        let records = try stream.finish()
        // Let go, so that the table has one owner and can be changed without a copy.
        stream = RecordStream(CustomerRecords())
        return records.table
    }
}
