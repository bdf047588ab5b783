import DomainModel
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
        posting = try scene.note(.reconciled("1"), posting, in: run)
        try scene.read(posting, ReadBack(isFinal: false, matches: ["1"], shown: 5), in: run)
        try scene.read(posting, ReadBack(isFinal: nil, shown: 6, drift: "it is gone"), in: run)
        try scene.ledger.keep(
            NightRead(since: Instant(milliseconds: 1), entries: 1), in: run, at: scene.now)
        try scene.keep([.example("C3")], in: run)
        try scene.decide([.example("C3", .failed, "no_sale")], in: run)
        try scene.ledger.retry(["C3"], of: "shop", scene.person(), by: .then)
        return scene
    }

    /// What a check finds after somebody wrote to the file behind the back of the ledger; the file
    /// is as before afterwards.
    private func damage(_ queue: DatabaseQueue, _ changes: [String]) throws
        -> LedgerAudit.Damage?
    {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "BEGIN")
            defer { try? db.execute(sql: "ROLLBACK") }
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in triggers { try db.execute(sql: "DROP TRIGGER \(name)") }
            // The next one stands in for what a table refuses.
            for sql in changes {
                do {
                    try db.execute(sql: sql)
                    break
                } catch let error as DatabaseError
                    where error.resultCode == .SQLITE_CONSTRAINT && sql != changes.last
                {}
            }
            return try LedgerAudit.of(db).damage
        }
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

    @Test("finds every entry that was deleted")
    func deleted() throws {
        let scene = try scene()
        let queue = try DatabaseQueue(path: scene.path)
        for table in EntryTable.all.map(\.name) {
            let seq = try #require(
                try queue.read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM \(table)") })
            let damage = try damage(queue, ["DELETE FROM \(table) WHERE seq = \(seq)"])
            #expect(damage?.entry == seq, "\(table)")
        }
    }

    @Test("finds every column that was changed")
    func changed() throws {
        let scene = try scene()
        let queue = try DatabaseQueue(path: scene.path)
        for table in EntryTable.all {
            for column in table.columns + ["chain"] {
                let row = try queue.read { db in
                    try Row.fetchOne(
                        db,
                        sql: """
                            SELECT seq, typeof(\(column)) FROM \(table.name)
                            ORDER BY \(column) DESC LIMIT 1
                            """)
                }
                let (seq, kind): (Int64, String) = (try #require(row)[0], try #require(row)[1])
                let value = [
                    "integer": "\(column) + 1", "text": "\(column) || 'x'",
                    "blob": "zeroblob(33)",
                ]
                let changes = [value[kind] ?? "0", "'x'"].map {
                    "UPDATE \(table.name) SET \(column) = \($0) WHERE seq = \(seq)"
                }
                let damage = try damage(queue, changes)
                #expect(
                    damage?.entry == seq && damage?.table == table.name,
                    "\(table.name).\(column)")
            }
        }
    }

    @Test("finds a present state that does not follow from the entries")
    func states() throws {
        let scene = try scene()
        let queue = try DatabaseQueue(path: scene.path)
        for (sql, table) in [
            ("UPDATE payment SET state = 'due', reason = '' WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET reason = 'x' WHERE reference = 'C2'", "payment"),
            ("UPDATE payment SET version = 1 WHERE reference = 'C2'", "payment"),
            ("UPDATE posting SET entry_number = '2'", "posting"),
            (
                "UPDATE posting SET state = 'ended', entry_number = NULL, entry_daybook = NULL",
                "posting"
            ),
            ("UPDATE posting SET is_final = 1 WHERE read_back IS NOT NULL", "posting"),
            ("UPDATE posting SET read_back = NULL", "posting"),
            ("UPDATE head SET seq = seq + 1", "head"),
            ("UPDATE payment SET day = day + 1 WHERE reference = 'C2'", "payment"),
            ("UPDATE payment SET is_paid = 0 WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET sent = 1 WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET since = since + 1 WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET alarmed = NULL WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET ruled = NULL WHERE reference = 'C1'", "payment"),
            ("UPDATE payment SET method = (SELECT max(number) + 1 FROM method)", "payment"),
            ("UPDATE payment SET tally = (SELECT max(tally) FROM payment)", "payment"),
            ("UPDATE tally SET amount = amount + 1", "tally"),
            ("UPDATE tally SET payments = payments + 1 WHERE payments > 0", "tally"),
            ("UPDATE tally_day SET sent = sent + 1", "tally_day"),
            ("UPDATE tally_day SET day = day + 1", "tally_day"),
            ("DELETE FROM tally_day", "tally_day"),
            ("INSERT INTO provisional SELECT seq, 'USD', 1, 5 FROM connection", "provisional"),
            ("DELETE FROM term WHERE term = 'oweb1'", "term"),
            ("INSERT INTO term SELECT 'njansen', seq FROM payment", "term"),
        ] {
            #expect(try damage(queue, [sql])?.table == table, "\(sql)")
        }
    }

    @Test("gives a link by which a ledger that was written anew is known")
    func rewritten() throws {
        let links = try ["NLA001", "NLA001", "NLA002"].map { office in
            let scene = try Scene()
            try scene.run(office: office)
            return try scene.ledger.verify().link
        }
        #expect(links[0] == links[1] && links[1] != links[2])
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
            "UPDATE posting SET absent_since = 1", "UPDATE posting SET is_final = 2",
            "UPDATE head SET link = x'00'",
            "INSERT INTO head VALUES (2, 0, zeroblob(32))",
            "INSERT INTO alarm VALUES (999, zeroblob(32), 998, 1, 1, '')",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") {
                try queue.write { try $0.execute(sql: sql) }
            }
        }
    }
}
