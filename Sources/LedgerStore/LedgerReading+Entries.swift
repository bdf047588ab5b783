internal import GRDB
public import RunnerCore

extension LedgerReading {
    /// The entries in the books of an office that this program booked, of all connections; each
    /// once.
    public func bookedEntries(of office: String) throws -> Set<EntryKey> {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT entry_daybook, entry_number FROM posting
                    WHERE office = ? AND entry_number IS NOT NULL
                    """, arguments: [office])
            var entries: Set<EntryKey> = []
            while let row = try rows.next() {
                entries.insert(EntryKey(daybook: row[0], number: row[1]))
            }
            return entries
        }
    }
}
