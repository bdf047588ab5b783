internal import FoundationEssentials
internal import GRDB

/// Adds entries within one transaction.
final class EntryWriter {
    let db: Database
    private var chain: EntryChain
    private let firstSeq: Int64
    private var packers: [String: RecordPacker] = [:]
    /// By the place of their text, or of their table: no text is compared in a loop.
    private var statements: [UnsafeRawPointer: Statement] = [:]

    init(_ db: Database) throws {
        self.db = db
        chain = try Self.head(db)
        firstSeq = chain.seq
    }

    /// The end of the chain as the ledger knows it.
    static func head(_ db: Database) throws -> EntryChain {
        let statement = try db.cachedStatement(sql: "SELECT seq, link FROM head")
        guard let row = try Row.fetchOne(statement) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the head is missing")
        }
        let link: Data = row["link"]
        return EntryChain(seq: row["seq"], link: [UInt8](link))
    }

    /// Adds an entry and gives its number.
    @discardableResult
    func add(_ table: EntryTable, _ cells: [Cell]) throws -> Int64 {
        chain.add(table.name, cells)
        let place = UnsafeRawPointer(Unmanaged.passUnretained(table).toOpaque())
        let statement = try statement(place) { table.insertion }
        let values = [Cell.integer(chain.seq), .blob(chain.link)] + cells
        try statement.execute(arguments: Self.arguments(values))
        return chain.seq
    }

    /// Changes present state.
    func execute(_ sql: StaticString, _ cells: [Cell]) throws {
        let statement = try statement(sql.utf8Start) { sql.description }
        try statement.execute(arguments: Self.arguments(cells))
    }

    /// The first row of a query that is asked often.
    func row(_ sql: StaticString, _ cells: [Cell]) throws -> Row? {
        let statement = try statement(sql.utf8Start) { sql.description }
        return try Row.fetchOne(statement, arguments: Self.arguments(cells))
    }

    private func statement(
        _ place: UnsafeRawPointer, _ sql: () -> String
    ) throws -> Statement {
        if let known = statements[place] { return known }
        let made = try db.cachedStatement(sql: sql())
        statements[place] = made
        return made
    }

    private static func arguments(_ cells: [Cell]) -> StatementArguments {
        StatementArguments(cells.map(\.databaseValue))
    }

    /// The packer of a table, prepared once a transaction.
    func packer(_ table: EntryTable, _ column: String) throws -> RecordPacker {
        if let known = packers[table.name] { return known }
        let made = try RecordPacker(table, column: column, db)
        packers[table.name] = made
        return made
    }

    /// Ends the transaction: the head names the last entry.
    func finish() throws {
        guard chain.seq != firstSeq else { return }
        try execute(
            "UPDATE head SET seq = ?, link = ?", [.integer(chain.seq), .blob(chain.link)])
    }
}
