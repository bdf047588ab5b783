public import DomainModel
internal import GRDB

/// The table of logins that another program waits for; what they bring is sealed by who waits.
enum LoginTable {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("login") { db in
            try db.execute(
                sql: """
                    CREATE TABLE login (
                        id TEXT PRIMARY KEY, expires INTEGER NOT NULL, answer TEXT
                    ) STRICT
                    """)
        }
    }
}

extension DashboardStore {
    /// Notes that somebody waits until a moment for a login; those that are over are forgotten.
    public func expectLogin(_ id: String, until end: Instant, at now: Instant) throws {
        try write { db in
            try db.execute(
                sql: "DELETE FROM login WHERE expires <= ?", arguments: [now.milliseconds])
            try db.execute(
                sql: "INSERT INTO login (id, expires) VALUES (?, ?)",
                arguments: [id, end.milliseconds])
        }
    }

    /// Gives what a browser brought to who waits for it; the first counts.
    ///
    /// False when nobody waits for such a login.
    public func handOver(_ answer: String, to id: String, at now: Instant) throws -> Bool {
        guard try isExpected(id, at: now) else { return false }
        try write { db in
            try db.execute(
                sql: "UPDATE login SET answer = ? WHERE id = ? AND answer IS NULL",
                arguments: [answer, id])
        }
        return true
    }

    /// What a browser brought; nil when none came yet.
    public func answer(to id: String) throws -> String? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT answer FROM login WHERE id = ?", arguments: [id])
        }
    }

    /// Forgets a login.
    public func forgetLogin(_ id: String) throws {
        try write { db in
            try db.execute(sql: "DELETE FROM login WHERE id = ?", arguments: [id])
        }
    }

    /// Strangers can ask: it only reads.
    private func isExpected(_ id: String, at now: Instant) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM login WHERE id = ? AND expires > ?",
                arguments: [id, now.milliseconds]) ?? false
        }
    }
}
