internal import DomainModel
internal import FoundationEssentials
internal import GRDB

/// The tables of the versions of rules; nothing in them is changed or taken away.
enum RuleVersionTable {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("rule versions") { db in
            try db.execute(sql: tables)
            for table in ["rule_version", "rule_version_file", "rule_version_end"] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'a version of rules is not taken away'); END;
                        CREATE TRIGGER \(table)_is_fixed BEFORE UPDATE ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'a version of rules is not changed'); END;
                        """)
            }
        }
    }

    private static let tables = """
        CREATE TABLE rule_version (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('saved', 'restored', 'found')),
            connection TEXT NOT NULL, place TEXT NOT NULL, revision TEXT NOT NULL
        ) STRICT;
        CREATE INDEX rule_version_of ON rule_version (place, number);
        CREATE TABLE rule_version_file (
            version INTEGER NOT NULL REFERENCES rule_version (number),
            position INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
            bytes BLOB NOT NULL, replaced BLOB,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rule_version_end (
            version INTEGER PRIMARY KEY REFERENCES rule_version (number),
            at INTEGER NOT NULL, ending TEXT NOT NULL CHECK (ending IN ('written', 'failed'))
        ) STRICT;
        """

    static func add(_ version: RuleVersion, to db: Database) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO rule_version (at, who, why, kind, connection, place, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                version.at.milliseconds, version.who, version.why, version.kind.rawValue,
                version.connection, version.place, version.revision,
            ])
        let number = db.lastInsertedRowID
        for (position, file) in version.files.enumerated() {
            try db.execute(
                sql: "INSERT INTO rule_version_file VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, position, file.name, file.path, Data(file.bytes),
                    file.replaced.map { Data($0) },
                ])
        }
        return number
    }

    static func end(
        _ number: Int64, _ ending: RuleVersion.Ending, at: Instant, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO rule_version_end (version, at, ending) VALUES (?, ?, ?)",
            arguments: [number, at.milliseconds, ending.rawValue])
    }

    private static let selection = """
        SELECT v.*, e.ending FROM rule_version v
        LEFT JOIN rule_version_end e ON e.version = v.number
        """

    /// The newest versions of a place before a number, newest first, without their files.
    static func list(
        of place: String, before number: Int64?, count: Int, in db: Database
    ) throws -> [RuleVersion] {
        try Row.fetchAll(
            db,
            sql: "\(selection) WHERE v.place = ? AND v.number < ? ORDER BY v.number DESC LIMIT ?",
            arguments: [place, number ?? .max, count]
        ).compactMap { row in version(row, files: []) }
    }

    static func version(_ number: Int64, in db: Database) throws -> RuleVersion? {
        let row = try Row.fetchOne(db, sql: "\(selection) WHERE v.number = ?", arguments: [number])
        return try row.flatMap { version($0, files: try files(of: number, in: db)) }
    }

    /// The newest version whose files stand on the disk, as far as is known here.
    static func newest(of place: String, in db: Database) throws -> RuleVersion? {
        let row = try Row.fetchOne(
            db,
            sql: """
                \(selection) WHERE v.place = ? AND (v.kind = 'found' OR e.ending = 'written')
                ORDER BY v.number DESC LIMIT 1
                """, arguments: [place])
        return try row.flatMap { version($0, files: try files(of: $0["number"], in: db)) }
    }

    /// The versions of which nobody knows whether they were written.
    static func unfinished(in db: Database) throws -> [RuleVersion] {
        let rows = try Row.fetchAll(
            db,
            sql: "\(selection) WHERE e.version IS NULL AND v.kind != 'found' ORDER BY v.number")
        return try rows.compactMap { row in
            version(row, files: try files(of: row["number"], in: db))
        }
    }

    private static func version(_ row: Row, files: [RuleVersion.File]) -> RuleVersion? {
        guard let kind = RuleVersion.Kind(rawValue: row["kind"]) else { return nil }
        var version = RuleVersion(
            at: Instant(milliseconds: row["at"]), who: row["who"], why: row["why"], kind: kind,
            connection: row["connection"], place: row["place"], revision: row["revision"],
            files: files)
        version.number = row["number"]
        let ending: String? = row["ending"]
        version.ending = ending.flatMap { RuleVersion.Ending(rawValue: $0) }
        return version
    }

    private static func files(of number: Int64, in db: Database) throws -> [RuleVersion.File] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM rule_version_file WHERE version = ? ORDER BY position",
            arguments: [number]
        ).map { row in
            let bytes: Data = row["bytes"]
            let replaced: Data? = row["replaced"]
            return RuleVersion.File(
                name: row["name"], path: row["path"], bytes: [UInt8](bytes),
                replaced: replaced.map { [UInt8]($0) })
        }
    }
}
