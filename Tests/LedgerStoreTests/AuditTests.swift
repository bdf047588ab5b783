import Foundation
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A check of the whole ledger")
struct AuditTests {
    /// A ledger with something in every table.
    private func scene() throws -> Scene {
        let scene = try Scene()
        var (run, posting) = try scene.intended("C1")
        posting = try scene.note(.booked(.memo(1)), posting, in: run)
        try scene.keep([.example("C1", amount: "1.00"), .example("C2")], in: run, until: scene.now)
        try scene.ledger.keep(
            Sales.table([("1", 5), ("2", 6)]), Sales.customers([("D1", ["a@x.nl"])]),
            forwarded: [.init(reference: "C2", entry: .memo(9))], in: run)
        try scene.ledger.ignore(["C2"], of: "shop", scene.person())
        try scene.ledger.end(run, RunReport(connection: "shop", run: run), at: scene.now)
        run = try scene.run(revision: "sha256:r2")
        _ = try scene.note(.reconciled("1"), posting, in: run)
        return scene
    }

    /// Writes behind the back of the ledger, as somebody with the file could.
    private func tamper(_ scene: Scene, _ sql: String) throws {
        let queue = try DatabaseQueue(path: scene.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in triggers { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    @Test("finds nothing in what was only written by the program")
    func sound() throws {
        let scene = try scene()
        let audit = try scene.ledger.verify()
        #expect(audit.isSound && audit.damage == nil)
        #expect(audit.entries > 30 && audit.link.count == 64)
        for table in EntryTable.all {
            let count = try scene.ledger.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)")
            }
            #expect(count != 0, "\(table.name) is not in this test")
        }
    }

    @Test("finds every entry that was deleted", arguments: EntryTable.all.map(\.name))
    func deleted(table: String) throws {
        let scene = try scene()
        let seq = try scene.ledger.read { db in
            try Int64.fetchOne(db, sql: "SELECT max(seq) FROM \(table)") ?? 0
        }
        try tamper(scene, "DELETE FROM \(table) WHERE seq = \(seq)")
        let damage = try #require(try scene.ledger.verify().damage)
        #expect(damage.entry == seq)
    }

    @Test(
        "finds every column that was changed",
        arguments: EntryTable.all.flatMap { table in table.columns.map { [table.name, $0] } })
    func changed(place: [String]) throws {
        let (table, column) = (place[0], place[1])
        let scene = try scene()
        let row = try scene.ledger.read { db in
            try Row.fetchOne(
                db,
                sql: "SELECT seq, typeof(\(column)) FROM \(table) ORDER BY \(column) DESC LIMIT 1")
        }
        let seq: Int64 = try #require(row)[0]
        let value =
            switch try #require(row)[1] as String {
            case "integer": "\(column) + 1"
            case "text": "\(column) || 'x'"
            case "blob": "zeroblob(33)"
            default: "0"
            }
        do {
            try tamper(scene, "UPDATE \(table) SET \(column) = \(value) WHERE seq = \(seq)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A text where a column takes none: the table itself refuses it.
            try tamper(scene, "UPDATE \(table) SET \(column) = 'x' WHERE seq = \(seq)")
        }
        let damage = try #require(try scene.ledger.verify().damage)
        #expect(damage.entry == seq && damage.table == table)
    }

    @Test("finds a present state that does not follow from the entries")
    func states() throws {
        for (sql, table) in [
            ("UPDATE payment SET state = 'due', reason = '' WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET reason = 'x' WHERE reference = 'C2'", "payment"),
            ("UPDATE payment SET version = 1 WHERE reference = 'C2'", "payment"),
            ("UPDATE posting SET entry_number = '2'", "posting"),
            ("UPDATE posting SET state = 'ended', entry_number = NULL, entry_daybook = NULL", "posting"),
            ("UPDATE head SET seq = seq + 1", "head"),
        ] {
            let scene = try scene()
            try tamper(scene, sql)
            #expect(try scene.ledger.verify().damage?.table == table, "\(sql)")
        }
    }

    @Test("finds that the end was cut off, and that the past was written anew")
    func rewritten() throws {
        let scene = try scene()
        let before = try scene.ledger.verify()
        try tamper(scene, "DELETE FROM posting_event WHERE kind = 'reconciled'")
        #expect(try scene.ledger.verify().damage != nil)
        let other = try Scene()
        try other.run(office: "NLA002")
        #expect(try other.ledger.verify().link != before.link)
    }

    @Test("is not needed to keep people from changing entries: the tables refuse")
    func guarded() throws {
        let scene = try scene()
        let queue = try DatabaseQueue(path: scene.path)
        for table in EntryTable.all {
            for sql in [
                "DELETE FROM \(table.name)",
                "UPDATE \(table.name) SET \(table.columns[0]) = \(table.columns[0])",
                "UPDATE \(table.name) SET chain = zeroblob(32)",
            ] {
                #expect(throws: DatabaseError.self, "\(sql)") {
                    try queue.write { try $0.execute(sql: sql) }
                }
            }
        }
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("of the tables: they refuse what must never be, even from other programs")
    func invariants() throws {
        let scene = try scene()
        let queue = try DatabaseQueue(path: scene.path)
        for sql in [
            "UPDATE payment SET state = 'booked'", "UPDATE payment SET state = 5",
            "UPDATE payment SET amount = 1.5", "UPDATE posting SET state = 'ended'",
            "UPDATE posting SET state = 'posted', entry_number = NULL",
            "UPDATE posting SET absent_since = 1", "UPDATE head SET link = x'00'",
            "INSERT INTO head VALUES (2, 0, zeroblob(32))",
            "INSERT INTO alarm VALUES (999, zeroblob(32), 998, 1, 1, '')",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try queue.write { try $0.execute(sql: sql) }
            }
        }
    }
}
