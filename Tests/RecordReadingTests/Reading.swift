import DomainModel
import RecordReading
import Testing

/// Feeds bytes to a reader in pieces and gives what it makes of them.
enum Reading {
    static func payments(_ json: String, piece: Int = .max) throws(RecordFault) -> PaymentTable {
        try payments(Array(json.utf8), piece: piece)
    }

    static func payments(_ bytes: [UInt8], piece: Int = .max) throws(RecordFault) -> PaymentTable {
        var reader = PaymentReader()
        try feed(bytes, piece) { part throws(RecordFault) in try reader.feed(part) }
        return try reader.finish()
    }

    static func items(_ json: String, piece: Int = .max) throws(RecordFault) -> OpenItemTable {
        var reader = OpenItemReader()
        try feed(Array(json.utf8), piece) { part throws(RecordFault) in try reader.feed(part) }
        return try reader.finish()
    }

    static func customers(_ json: String, piece: Int = .max) throws(RecordFault) -> CustomerTable {
        var reader = CustomerReader()
        try feed(Array(json.utf8), piece) { part throws(RecordFault) in try reader.feed(part) }
        return try reader.finish()
    }

    /// The fault of a file of payments, or a failed test.
    static func fault(
        _ bytes: [UInt8], piece: Int = .max, _ location: SourceLocation = #_sourceLocation
    ) throws -> RecordFault {
        try #require(throws: RecordFault.self, sourceLocation: location) {
            try payments(bytes, piece: piece)
        }
    }

    /// The only payment of an object with these members, beside a reference, a time and money.
    static func payment(_ members: String) throws -> (row: PaymentRow, table: PaymentTable) {
        let table = try payments(
            #"{"reference":"C1","created":1709620979582,"amount":9.99,"currency":"eur"\#(members)}"#
        )
        return (try #require(table.rows.first), table)
    }

    /// Everything that a table says, as text, to compare two of them.
    static func dump(_ table: PaymentTable) -> [String] {
        table.rows.map { row in
            let texts = [
                row.reference, row.merchantOrderReference, row.description, row.metadata,
                row.billingEmail, row.originalReference, row.childReference, row.failureCode,
                row.amountAsWritten,
            ].map(table.text)
            let words = [
                row.type, row.status, row.method, row.brand, row.paidOut, row.entryMode,
                row.language,
            ].map(table.words.original)
            let times = [row.created, row.lastUpdate, row.statusFinal].map(\.milliseconds)
            return "\(texts) \(words) \(times) \(row.amount) \(row.currency.text) "
                + "\(row.defects.rawValue)"
        }
    }

    private static func feed(
        _ bytes: [UInt8], _ piece: Int,
        _ take: (UnsafeRawBufferPointer) throws(RecordFault) -> Void
    ) throws(RecordFault) {
        try bytes.withUnsafeBufferPointer { buffer throws(RecordFault) in
            let all = UnsafeRawBufferPointer(buffer)
            var start = 0
            while start < all.count {
                let end = start + min(piece, all.count - start)
                try take(UnsafeRawBufferPointer(rebasing: all[start..<end]))
                start = end
            }
        }
    }
}
