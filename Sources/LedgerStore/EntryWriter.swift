internal import FoundationEssentials
internal import GRDB

/// Adds entries within one transaction.
final class EntryWriter {
    let db: Database
    private var chain: EntryChain
    private let firstSeq: Int64
    var packers: [String: RecordPacker] = [:]

    init(_ db: Database) throws {
        self.db = db
        chain = try Self.head(db)
        firstSeq = chain.seq
    }

    /// The end of the chain as the ledger knows it.
    static func head(_ db: Database) throws -> EntryChain {
        guard let row = try Row.fetchOne(db, sql: "SELECT seq, link FROM head") else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the head is missing")
        }
        let link: Data = row["link"]
        return EntryChain(seq: row["seq"], link: [UInt8](link))
    }

    /// Adds an entry and gives its number.
    @discardableResult
    func add(_ table: EntryTable, _ cells: [Cell]) throws -> Int64 {
        chain.add(table.name, cells)
        let link = Cell.blob(chain.link).databaseValue
        let values = [chain.seq.databaseValue, link] + cells.map(\.databaseValue)
        try execute(table.insertion, values)
        return chain.seq
    }

    /// Changes present state.
    func execute(_ sql: String, _ values: [DatabaseValue]) throws {
        let statement = try db.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(values))
    }

    /// Changes present state.
    func execute(_ sql: String, _ cells: [Cell]) throws {
        try execute(sql, cells.map(\.databaseValue))
    }

    /// The first row of a query that is asked often.
    func row(_ sql: String, _ cells: [Cell]) throws -> Row? {
        try Row.fetchOne(
            try db.cachedStatement(sql: sql),
            arguments: StatementArguments(cells.map(\.databaseValue)))
    }

    /// Ends the transaction: the head names the last entry.
    func finish() throws {
        guard chain.seq != firstSeq else { return }
        try execute(
            "UPDATE head SET seq = ?, link = ?", [.integer(chain.seq), .blob(chain.link)])
    }
}
