internal import FoundationEssentials
internal import GRDB

/// Keeps the records of one table short: those that are like an earlier one are kept as what is
/// their own.
///
/// The base of a record stands whole, so that two reads give any record.
final class RecordPacker {
    /// So many of the newest whole records are tried.
    private static let basesTried = 3

    private let table: EntryTable
    private let column: String
    private var newest: [(seq: Int64, packing: RecordPacking)] = []
    private var known: [Int64: RecordPacking] = [:]

    init(_ table: EntryTable, column: String, _ db: Database) throws {
        self.table = table
        self.column = column
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, \(column) AS record FROM \(table.name) WHERE base IS NULL
                ORDER BY seq DESC LIMIT \(Self.basesTried)
                """)
        newest = rows.map { row in
            let record: Data = row["record"]
            return (row["seq"], RecordPacking(base: [UInt8](record)))
        }
    }

    /// The base of a record, or none, and what is to be kept of it.
    func pack(_ record: [UInt8]) -> (base: Int64?, bytes: [UInt8]) {
        var best: (base: Int64?, bytes: [UInt8]) = (nil, record)
        for (seq, packing) in newest {
            let packed = packing.pack(record)
            if packed.count < best.bytes.count { best = (seq, packed) }
        }
        return best.bytes.count * 4 <= record.count * 3 ? best : (nil, record)
    }

    /// Tells that a record was kept whole.
    func note(whole record: [UInt8], _ seq: Int64) {
        newest.insert((seq, RecordPacking(base: record)), at: 0)
        if newest.count > Self.basesTried { newest.removeLast() }
    }

    /// The record of a row; throws when its base is not there or does not fit.
    func unpack(_ base: Int64?, _ bytes: Data, _ db: Database) throws -> [UInt8] {
        guard let base else { return [UInt8](bytes) }
        guard let record = try packing(base, db)?.unpack([UInt8](bytes)) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "a record of \(table.name) does not fit its base \(base)")
        }
        return record
    }

    private func packing(_ seq: Int64, _ db: Database) throws -> RecordPacking? {
        if let found = newest.first(where: { $0.seq == seq })?.packing ?? known[seq] {
            return found
        }
        let whole = try Data.fetchOne(
            db, sql: "SELECT \(column) FROM \(table.name) WHERE seq = ? AND base IS NULL",
            arguments: [seq])
        guard let whole else { return nil }
        let packing = RecordPacking(base: [UInt8](whole))
        known[seq] = packing
        return packing
    }
}
