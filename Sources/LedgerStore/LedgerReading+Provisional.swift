internal import GRDB
public import LedgerViews

extension LedgerReading {
    /// Our entries in the books that were provisional when they were read last; nil while none was
    /// ever read.
    public func provisional(of connections: Set<String>) throws -> [AmountTally]? {
        try store.read { db in
            guard try Row.fetchOne(db, sql: "SELECT 1 FROM read_back LIMIT 1") != nil else {
                return nil
            }
            var sums = TallySums()
            for connection in try StoredConnection.all(connections, db) {
                let rows = try Row.fetchAll(
                    db,
                    sql: "SELECT currency, payments, amount FROM provisional WHERE connection = ?",
                    arguments: [connection.seq])
                for row in rows { sums.add(row[0], row[1], row[2]) }
            }
            return sums.tallies
        }
    }
}
