internal import DomainModel
internal import GRDB
public import People
public import SecretStore
internal import Synchronization

/// What the dashboard keeps of its own in a SQLite file beside the ledger: who may come in, who did
/// what, and which rules stood when.
///
/// It is apart from the ledger: an earlier ledger that is put back brings back nobody's access, and
/// who gets the ledger to look at gets no password of anybody. Each method is one transaction that
/// is on the disk when it returns, or throws a `DashboardFault` and changed nothing. Several
/// processes may use one file.
public final class DashboardStore: Sendable {
    /// Marks the files of this program: "ccvd".
    static let applicationID: Int32 = 0x6363_7664

    /// Where the file is.
    public let path: String
    /// How much a password costs to try.
    let cost: PasswordCost
    let hashing: HashingRoom
    private let sealing: @Sendable () throws -> SecretSealer
    private let pool: DatabasePool
    /// Failures of addresses, and of names that nobody has: a bounded number of each.
    let strangers = Mutex(BoundedTable<Lockout>(capacity: 10_000))

    /// Opens the file; makes one where nothing is.
    ///
    /// `sealing` gives the sealer of second factors, from the vault; it is asked when it is needed.
    public init(
        path: String, cost: PasswordCost = .standard,
        sealing: @escaping @Sendable () throws -> SecretSealer
    ) throws {
        self.path = path
        self.cost = cost
        self.sealing = sealing
        hashing = HashingRoom()
        try DashboardFile(path: path).prepare()
        do {
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(10)
            configuration.maximumReaderCount = 3
            configuration.label = "dashboard"
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                try Self.claim(db, path)
                // The pool chose NORMAL: then a power cut may lose what was committed.
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            let migrator = Self.migrator
            guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else {
                throw DashboardFault(
                    .newer, "\(path): a newer program wrote it",
                    help: "use the newer program, or a copy from before the upgrade")
            }
            try migrator.migrate(pool)
        } catch let error as DatabaseError {
            throw DashboardFault(error, path: path)
        }
    }

    deinit { try? pool.close() }

    /// The versions of the file; each table registers its own.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        AuditTable.register(in: &migrator)
        PeopleTables.register(in: &migrator)
        RuleVersionTable.register(in: &migrator)
        LoginTable.register(in: &migrator)
        return migrator
    }

    /// Refuses the database of another program, and marks an empty one as ours.
    private static func claim(_ db: Database, _ path: String) throws {
        let own = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if own == applicationID { return }
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        let isEarlier = try db.tableExists("audit")
        guard own == 0, tables == 0 || isEarlier else {
            throw DashboardFault(
                .noStore, "\(path): this is the database of another program",
                help: DashboardFault.otherHelp)
        }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    /// Reads at one moment of the file.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        do { return try pool.read(work) } catch let error as DatabaseError {
            throw DashboardFault(error, path: path)
        }
    }

    /// Writes in one transaction, on the disk when this returns.
    func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
        do { return try pool.write(work) } catch let error as DatabaseError {
            throw DashboardFault(error, path: path)
        }
    }

    /// The sealer of second factors.
    func sealer() throws -> SecretSealer { try sealing() }
}

extension DashboardStore: AuditLog {
    /// Adds a record in a transaction of its own.
    public func note(_ record: AuditRecord) throws {
        try write { try AuditTable.add(record, to: $0) }
    }

    /// The newest records before a position, newest first.
    public func records(
        before position: Int64?, of who: String?, count: Int
    ) throws -> [(position: Int64, AuditRecord)] {
        try read { try AuditTable.records(before: position, of: who, count: count, in: $0) }
    }

    /// The names under which anything is recorded.
    public func recorded() throws -> [String] { try read { try AuditTable.names(in: $0) } }
}
