public import DomainModel

/// Reads CCV's payments from JSON that comes in pieces of any size.
///
/// Shape: a list of objects, or objects one behind the other (NDJSON), in UTF-8. A file that is no
/// such thing is refused as a whole with a `RecordFault`; one bad payment only gets its
/// `PaymentDefects`. After a fault a reader states it again; after `finish` it begins another file.
public struct PaymentReader: Sendable {
    private var stream = RecordStream(PaymentRecords())

    /// Makes a reader at the start of a file.
    public init() {}

    /// Says how many bytes will come, so that room is made at once; a wrong number only costs time.
    public mutating func expect(_ byteCount: Int) { stream.expect(byteCount) }

    /// Takes the next piece of the file; nothing of it is kept but an object that is cut off.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try stream.feed(bytes)
    }

    /// Ends the file and gives its payments in their order.
    ///
    /// Throws for a file that is empty or cut off, and for one of which not one object is a
    /// payment. `[]` gives an empty table.
    public mutating func finish() throws(RecordFault) -> PaymentTable {
        let records = try stream.finish()
        // Let go, so that the table has one owner and can be changed without a copy.
        stream = RecordStream(PaymentRecords())
        return try records.table()
    }
}
