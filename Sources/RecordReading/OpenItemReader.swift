public import DomainModel

/// Reads open items from JSON that comes in pieces of any size.
///
/// Shape: NDJSON as `ccvmap open-items --json` writes it, or a list of such objects, in UTF-8.
/// Required are `code`, `number`, `line`, `date`, `dim2`, `currency`, `openvalue` and
/// `invoicenumber`. One ill-formed item refuses the whole file: without it, a wrong sale could look
/// like the only one that fits.
public struct OpenItemReader: Sendable {
    private var stream = RecordStream(OpenItemRecords())

    /// Makes a reader at the start of a file.
    public init() {}

    /// Says how many bytes will come, so that room is made at once; a wrong number only costs time.
    public mutating func expect(_ byteCount: Int) { stream.expect(byteCount) }

    /// Takes the next piece of the file; nothing of it is kept but an object that is cut off.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try stream.feed(bytes)
    }

    /// Ends the file and gives its open items in their order.
    ///
    /// Throws for a file that is empty or cut off, and when two items have the same office, code,
    /// number and line. `[]` gives an empty table.
    public mutating func finish() throws(RecordFault) -> OpenItemTable {
        let records = try stream.finish()
        // Let go, so that the table has one owner and can be changed without a copy.
        stream = RecordStream(OpenItemRecords())
        return try records.table()
    }
}
