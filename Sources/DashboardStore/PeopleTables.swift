internal import GRDB

/// The tables of people, of their ways in and of their sessions.
///
/// A person is never taken away, so that a name in the audit log stays one person's.
enum PeopleTables {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("people") { db in
            try db.execute(
                sql: """
                    CREATE TABLE person (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        name TEXT NOT NULL,
                        name_key TEXT NOT NULL UNIQUE,
                        role TEXT NOT NULL CHECK (
                            role IN ('reader', 'bookkeeper', 'rule_editor', 'administrator')),
                        password TEXT,
                        second_factor BLOB,
                        code_step INTEGER,
                        failures INTEGER NOT NULL DEFAULT 0,
                        locked_until INTEGER,
                        is_active INTEGER NOT NULL DEFAULT 1,
                        since INTEGER NOT NULL,
                        seen INTEGER
                    ) STRICT;
                    CREATE TABLE invitation (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        token BLOB NOT NULL UNIQUE,
                        purpose TEXT NOT NULL CHECK (purpose IN ('first', 'invite', 'reset')),
                        name TEXT,
                        name_key TEXT,
                        role TEXT NOT NULL,
                        person INTEGER REFERENCES person (id),
                        second_factor BLOB NOT NULL,
                        made INTEGER NOT NULL,
                        expires INTEGER NOT NULL,
                        ended INTEGER
                    ) STRICT;
                    CREATE TABLE session (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        token BLOB NOT NULL UNIQUE,
                        person INTEGER NOT NULL REFERENCES person (id),
                        is_complete INTEGER NOT NULL,
                        pending_factor BLOB,
                        began INTEGER NOT NULL,
                        seen INTEGER NOT NULL,
                        ended INTEGER
                    ) STRICT;
                    CREATE INDEX session_by_person ON session (person) WHERE ended IS NULL;
                    """)
        }
    }
}
