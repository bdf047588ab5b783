internal import FoundationEssentials
internal import GRDB
public import RunnerCore

/// The ledger in a SQLite file.
///
/// Each method is one transaction that is on the disk when it returns (WAL, `synchronous=FULL`), or
/// throws a `LedgerFault` (`IntentRefused` for an entry that must not be sent) and changed nothing.
/// Several processes may use one file; `lock` keeps runs of a connection apart.
public final class LedgerStore: Ledger, Sendable {
    /// How a ledger is opened.
    public struct Options: Sendable {
        /// Whether every page is looked at first; a second or so for 100,000 payments.
        public var checksPages: Bool
        /// With less room on the disk no run begins, in bytes.
        public var minimumFree: Int64
        /// How long to wait for another process that writes, in seconds.
        public var patience: Double
        /// At most so many pages, to see in tests what a full disk does; nil for no limit.
        public var maximumPages: Int?
        /// Whether a new ledger is made where none stands; what only looks does not.
        public var makesNew: Bool

        /// Makes options.
        public init(
            checksPages: Bool = true, minimumFree: Int64 = 16 << 20, patience: Double = 10,
            maximumPages: Int? = nil, makesNew: Bool = true
        ) {
            self.checksPages = checksPages
            self.minimumFree = minimumFree
            self.patience = patience
            self.maximumPages = maximumPages
            self.makesNew = makesNew
        }
    }

    /// Where the file is.
    public let path: String
    let options: Options
    private let pool: DatabasePool
    private let identity: LedgerFile.Identity?
    private let presence: PresenceLock
    private let held: HeldFile

    /// Opens a ledger; makes one where nothing is, and brings an older one up to date.
    ///
    /// Throws for a file that is no ledger, is newer, damaged, or cannot be written.
    public convenience init(path: String, options: Options = Options()) throws {
        try self.init(path: path, options: options, migrator: Schema.migrator())
    }

    init(path: String, options: Options, migrator: DatabaseMigrator) throws {
        let file = LedgerFile(path: path)
        self.path = path
        self.options = options
        let isNew = try !file.holdsLedger()
        if isNew {
            try Self.checkNothingIsMissing(file)
            guard options.makesNew else {
                throw LedgerFault(
                    .noneYet, "\(path): there is no ledger yet", help: "the first run makes it")
            }
            try file.create()
        }
        try file.checkWritable()
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(options.patience)
            configuration.maximumReaderCount = 3
            configuration.label = "ledger"
            // Before the trace beside it: a crash in between leaves no trace of an empty file.
            if isNew { try Self.prepare(path, configuration) }
            held = try file.hold()
            presence = try PresenceLock(path: path)
            pool = try DatabasePool(path: path, configuration: configuration)
            let limit = options.maximumPages
            try pool.writeWithoutTransaction { db in
                // The pool chose NORMAL: then a power cut may lose what was committed.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                if let limit { try db.execute(sql: "PRAGMA max_page_count = \(limit)") }
            }
            let version = try pool.read { db in
                try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            }
            try LedgerFile.check(version: version, path)
            if options.checksPages { try Self.checkPages(pool, path) }
            try migrator.migrate(pool)
            try Self.fillDerived(pool)
        } catch let error as DatabaseError {
            throw LedgerFault(error, path: path)
        }
        identity = file.identity
    }

    /// What SQLite locked is let go of before the file is.
    deinit { try? pool.close() }

    /// Reads in one view of the ledger that no writer changes meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try pool.read(body)
        } catch let error as DatabaseError {
            throw LedgerFault(error, path: path)
        }
    }

    /// Writes in one transaction.
    func write<Value>(_ body: (EntryWriter) throws -> Value) throws -> Value {
        try checkPlace()
        do {
            return try pool.write { db in
                let writer = try EntryWriter(db)
                let value = try body(writer)
                try writer.finish()
                return value
            }
        } catch let error as DatabaseError {
            throw LedgerFault(error, path: path)
        }
    }

    /// Throws when there is too little room for a run.
    func checkRoom() throws {
        guard let free = LedgerFile(path: path).freeBytes, free < options.minimumFree else {
            return
        }
        throw LedgerFault(
            .full, "\(path): only \(free >> 10) KiB are free on the disk; nothing was done",
            help: "make room (\(options.minimumFree >> 20) MiB are wanted), then run again")
    }

    /// Copies the ledger into another database while it is in use.
    func copy(to target: DatabaseQueue) throws { try pool.backup(to: target) }

    /// SQLite goes on writing to a file that was taken away, and nobody would see it again.
    private func checkPlace() throws {
        guard let identity, LedgerFile(path: path).identity == identity else {
            throw LedgerFault(
                .missing, "\(path): the ledger was taken away or replaced while it was in use",
                help: "put the file back (the run stopped before anything else was sent)")
        }
    }

    /// A ledger that stood here left a file beside it: an empty one in its place would forget what
    /// was sent.
    private static func checkNothingIsMissing(_ file: LedgerFile) throws(LedgerFault) {
        let trace = LedgerFile(path: PresenceLock.file(file.path))
        guard trace.identity != nil else { return }
        let what = file.identity == nil ? "is not there any more" : "was emptied"
        throw LedgerFault(
            .missing, "\(file.path): the ledger that stood here \(what)",
            help: "put it back, or restore a backup; to begin a new one, remove \(trace.path)")
    }

    /// The head of a new file names its owner before anything else is written.
    private static func prepare(_ path: String, _ configuration: Configuration) throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard tables == 0 else { return }
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try queue.close()
    }

    private static func checkPages(_ pool: DatabasePool, _ path: String) throws {
        let found = try pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check(3)") }
        guard found != ["ok"] else { return }
        throw LedgerFault(
            .damaged, "\(path): the ledger is damaged: \(found.joined(separator: "; "))",
            help: LedgerFault.damagedHelp)
    }
}
