internal import FoundationEssentials
internal import GRDB

/// Reads the entries of all tables in their one order.
enum EntryReader {
    /// Shows each entry before a number; an end of nil is that of the ledger.
    static func each(
        _ db: Database, before end: Int64? = nil, _ body: (EntryTable, Row) throws -> Void
    ) throws {
        var cursors: [(table: EntryTable, cursor: RowCursor, row: Row?)] = []
        // A backup of an older program is checked as it is, before anything brings it up to date.
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        for table in EntryTable.all where table.version <= version {
            let cursor = try Row.fetchCursor(db, sql: table.selection)
            cursors.append((table, cursor, try cursor.next()))
        }
        while true {
            var first: Int?
            var lowest = end ?? .max
            for (place, source) in cursors.enumerated() {
                guard let row = source.row else { continue }
                let seq: Int64 = row[0]
                if seq < lowest || (seq == lowest && end == nil && first == nil) {
                    lowest = seq
                    first = place
                }
            }
            guard let first, let row = cursors[first].row else { return }
            try body(cursors[first].table, row)
            cursors[first].row = try cursors[first].cursor.next()
        }
    }

    /// The columns of an entry that the chain covers.
    static func cells(_ row: Row) -> [Cell] {
        (2..<row.count).map { place in
            let value: DatabaseValue = row[place]
            return Cell(value)
        }
    }
}
