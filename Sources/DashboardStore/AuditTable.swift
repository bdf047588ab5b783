internal import DomainModel
internal import GRDB
internal import People

/// The table of who did what; nothing in it is changed or taken away.
enum AuditTable {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("audit") { db in
            try db.execute(
                sql: """
                    CREATE TABLE audit (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        at INTEGER NOT NULL, who TEXT NOT NULL,
                        deed TEXT NOT NULL, detail TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX audit_by_who ON audit (who, id);
                    CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
                    BEGIN SELECT RAISE(ABORT, 'what was done is not taken away'); END;
                    CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
                    BEGIN SELECT RAISE(ABORT, 'what was done is not changed'); END;
                    """)
        }
    }

    /// Adds a record in the transaction of what it tells about.
    static func add(_ record: AuditRecord, to db: Database) throws {
        try db.execute(
            sql: "INSERT INTO audit (at, who, deed, detail) VALUES (?, ?, ?, ?)",
            arguments: [record.at.milliseconds, record.who, record.deed, record.detail])
    }

    static func records(
        before position: Int64?, of who: String?, count: Int, in db: Database
    ) throws -> [(position: Int64, AuditRecord)] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT * FROM audit WHERE id < ?" + (who == nil ? "" : " AND who = ?")
                + " ORDER BY id DESC LIMIT ?",
            arguments: [position ?? Int64.max] + (who.map { [$0] } ?? []) + [count])
        return rows.map { row in
            (
                row["id"],
                AuditRecord(
                    at: Instant(milliseconds: row["at"]), who: row["who"], deed: row["deed"],
                    detail: row["detail"])
            )
        }
    }

    static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT who FROM audit ORDER BY who COLLATE NOCASE")
    }
}
