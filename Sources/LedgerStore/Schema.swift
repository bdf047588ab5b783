internal import GRDB

/// The tables of the ledger and how they came to be; a published migration is never changed.
enum Schema {
    /// What stands in the head of the file: `ccvm`.
    static let applicationID: Int32 = 0x6363_766D
    /// The version that this program writes.
    static let version: Int32 = 4

    /// All steps up to a version.
    static func migrator(upTo last: Int32 = version) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (number, step) in zip(Int32(1)..., steps) where number <= last {
            migrator.registerMigration("\(number)") { db in
                try step(db)
                try db.execute(sql: "PRAGMA user_version = \(number)")
            }
        }
        return migrator
    }

    private static let steps: [@Sendable (Database) throws -> Void] = [
        { db in
            for sql in SchemaOne.tables { try db.execute(sql: sql) }
            for table in SchemaOne.entries { try db.execute(sql: guardSQL(table)) }
            try db.execute(
                sql: "INSERT INTO head (only, seq, link) VALUES (1, 0, zeroblob(32))")
        },
        { db in
            for sql in SchemaTwo.tables { try db.execute(sql: sql) }
            for table in SchemaTwo.entries { try db.execute(sql: guardSQL(table)) }
        },
        { db in for sql in SchemaThree.statements { try db.execute(sql: sql) } },
        { db in
            try db.execute(sql: SchemaFour.tables)
            for table in SchemaFour.entries { try db.execute(sql: guardSQL(table)) }
        },
    ]

    /// Refuses what would change the past.
    private static func guardSQL(_ table: (name: String, columns: [String])) -> String {
        let columns = (["seq", "chain"] + table.columns).joined(separator: ", ")
        return """
            CREATE TRIGGER \(table.name)_is_not_deleted BEFORE DELETE ON \(table.name)
            BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never deleted'); END;
            CREATE TRIGGER \(table.name)_is_not_changed
            BEFORE UPDATE OF \(columns) ON \(table.name)
            BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never changed'); END;
            """
    }
}
