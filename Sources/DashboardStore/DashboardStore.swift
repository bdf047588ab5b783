internal import DomainModel
internal import GRDB
public import People

/// What the dashboard keeps of its own in a SQLite file beside the ledger: who may come in, who did
/// what, and which rules stood when.
///
/// It is apart from the ledger: an earlier ledger that is put back brings back nobody's access, and
/// who gets the ledger to look at gets no password of anybody.
public final class DashboardStore: Sendable {
    /// Where the file is.
    public let path: String
    let pool: DatabasePool

    /// Opens the file; makes one where nothing is.
    public init(path: String) throws {
        self.path = path
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 3
        configuration.label = "dashboard"
        pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        var migrator = DatabaseMigrator()
        AuditTable.register(in: &migrator)
        try migrator.migrate(pool)
    }

    deinit { try? pool.close() }
}

extension DashboardStore: AuditLog {
    /// Adds a record in a transaction of its own.
    public func note(_ record: AuditRecord) throws {
        try pool.write { try AuditTable.add(record, to: $0) }
    }

    /// The newest records before a position, newest first.
    public func records(
        before position: Int64?, count: Int
    ) throws -> [(position: Int64, AuditRecord)] {
        try pool.read { try AuditTable.records(before: position, count: count, in: $0) }
    }
}
