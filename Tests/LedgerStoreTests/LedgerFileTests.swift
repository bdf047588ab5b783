import Foundation
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("The file of the ledger")
struct LedgerFileTests {
    private func refusal(_ body: () throws -> Void) -> LedgerFault? {
        do {
            try body()
            return nil
        } catch {
            return error as? LedgerFault
        }
    }

    @Test("is made for its owner only, with the settings that keep what was committed")
    func made() throws {
        let scene = try Scene()
        let mode = try FileManager.default.attributesOfItem(atPath: scene.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try scene.ledger.write { writer in
            let db = writer.db
            #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
            #expect(try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2)
            #expect(try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1)
            let kinds = try String.fetchAll(
                db,
                sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0")
            #expect(
                Set(kinds).isSubset(of: ["sqlite_schema", "sqlite_temp_schema", "grdb_migrations"]))
        }
    }

    @Test("is refused, and left as it is, when it is something else")
    func foreign() throws {
        let scene = try Scene()
        let text = scene.file("text")
        try Data(String(repeating: "This is a letter. ", count: 20).utf8)
            .write(to: URL(filePath: text))
        let short = scene.file("short")
        try Data("SQLite format 3\0".utf8).write(to: URL(filePath: short))
        let other = scene.file("other")
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
        try queue.close()
        for path in [text, short, other] {
            let before = try Data(contentsOf: URL(filePath: path))
            let fault = refusal { _ = try LedgerStore(path: path) }
            #expect(fault?.reason == .noLedger)
            #expect(fault?.message.contains(path) == true && fault?.help.isEmpty == false)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test("is refused when a newer program wrote it")
    func newer() throws {
        let scene = try Scene()
        try scene.ledger.write { writer in
            try writer.db.execute(sql: "PRAGMA user_version = \(Schema.version + 1)")
        }
        let fault = refusal { try scene.reopen() }
        #expect(fault?.reason == .newer)
    }

    @Test("is refused when a page of it is damaged")
    func damaged() throws {
        let path: String
        let scene = try Scene()
        do {
            let run = try scene.run()
            try scene.keep((0..<200).map { .example("C\($0)") }, in: run)
            path = scene.file("copy.sqlite")
            _ = try scene.ledger.backup(to: path)
        }
        var bytes = try Data(contentsOf: URL(filePath: path))
        for place in bytes.count / 2..<bytes.count / 2 + 3000 { bytes[place] = 0x5A }
        try bytes.write(to: URL(filePath: path))
        #expect(refusal { _ = try LedgerStore(path: path) }?.reason == .damaged)
        try bytes.prefix(bytes.count / 3).write(to: URL(filePath: path))
        #expect(refusal { _ = try LedgerStore(path: path) }?.reason == .damaged)
    }

    @Test("is refused where it cannot be written, before anything is done")
    func readOnly() throws {
        let scene = try Scene()
        let folder = scene.file("closed")
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try LedgerStore(path: folder + "/a.sqlite")
        try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
        if geteuid() != 0 {
            #expect(
                refusal { _ = try LedgerStore(path: folder + "/a.sqlite") }?.reason == .readOnly)
            #expect(
                refusal { _ = try LedgerStore(path: folder + "/b.sqlite") }?.reason == .readOnly)
        }
        let missing = refusal { _ = try LedgerStore(path: scene.file("no/such/a.sqlite")) }
        #expect(missing?.reason == .missing)
    }

    @Test("stops the run when it is taken away or replaced")
    func takenAway() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        try FileManager.default.moveItem(atPath: scene.path, toPath: scene.path + ".away")
        let fault = refusal { _ = try scene.note(.booked(.memo(1)), posting, in: run) }
        #expect(fault?.reason == .missing)
        #expect(refusal { _ = try scene.run() }?.reason == .missing)
        // The next start does not begin a new one, which would know of no entry.
        let fresh = refusal { _ = try LedgerStore(path: scene.path, options: Scene.options) }
        #expect(fresh?.reason == .missing)
        try Data().write(to: URL(filePath: scene.path))
        #expect(refusal { _ = try scene.run() }?.reason == .missing)
    }

    @Test("is not begun anew where one was emptied")
    func emptied() throws {
        let scene = try Scene()
        _ = try scene.intended("C1")
        for leftover in ["", "-wal", "-shm"] {
            try Data().write(to: URL(filePath: scene.path + leftover))
        }
        let fault = refusal { _ = try LedgerStore(path: scene.path, options: Scene.options) }
        #expect(fault?.reason == .missing)
        #expect(fault?.message.contains("was emptied") == true)
    }

    @Test("stops the run before anything is done when the disk has too little room")
    func noRoom() throws {
        let scene = try Scene(.init(minimumFree: .max))
        let fault = refusal { _ = try scene.run() }
        #expect(fault?.reason == .full)
        try scene.reopen()
        #expect(try scene.ledger.verify().entries == 0)
    }

    @Test("says so when another program keeps it locked")
    func busy() throws {
        let scene = try Scene(.init(minimumFree: 0, patience: 0.1))
        let other = try DatabaseQueue(path: scene.path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(refusal { _ = try scene.run() }?.reason == .busy)
            try db.execute(sql: "ROLLBACK")
        }
        try scene.run()
    }

    @Test("comes up to date from every earlier version", arguments: 0...Schema.version)
    func upgrades(from version: Int32) throws {
        let scene = try Scene()
        let path = scene.file("older.sqlite")
        do {
            let older = try LedgerStore(
                path: path, options: Scene.options, migrator: Schema.migrator(upTo: version))
            let found = try older.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(found == version)
        }
        for _ in 0..<2 {
            let ledger = try LedgerStore(path: path, options: Scene.options)
            let found = try ledger.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(found == Schema.version)
            #expect(try ledger.verify().isSound)
        }
    }
}
