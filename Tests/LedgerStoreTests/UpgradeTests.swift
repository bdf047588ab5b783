import DomainModel
import Foundation
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A ledger of an earlier version")
struct UpgradeTests {
    /// What a program of version 1 wrote, with something in every table.
    private static let sample = "Tests/Corpus/ledger/version-1.sql"
    private static let sampleLink =
        "52a5ab003a05a2b34a40c209f5e49cf93cf9466a2130e58812e549ef083f0b06"

    /// A file as that program left it.
    private func versionOne(in scene: Scene) throws -> String {
        let path = scene.file("version-1.sqlite")
        let queue = try DatabaseQueue(path: path)
        let sql = try String(contentsOfFile: Self.sample, encoding: .utf8)
        try queue.inDatabase { try $0.execute(sql: sql) }
        try queue.close()
        return path
    }

    private func tables(_ ledger: LedgerStore) throws -> String {
        let tables = try ledger.read { db in
            try String.fetchAll(
                db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        }
        return digest(Array(tables.joined(separator: "\n").utf8)).prefix(8)
            .map { String($0, radix: 16) }.joined(separator: " ")
    }

    @Test(
        "has the tables that were published",
        arguments: [
            (1, "5d 38 b 78 3 8a 17 95"), (2, "da 55 88 4d e7 20 55 73"),
            (3, "c1 21 ef 43 ed f7 57 a4"), (4, "8a ff 23 7c 9c 6c ba 76"),
        ]
            as [(Int32, String)])
    func published(version: Int32, digits: String) throws {
        let scene = try Scene()
        let ledger = try LedgerStore(
            path: scene.file("old.sqlite"), options: Scene.options,
            migrator: Schema.migrator(upTo: version))
        // A change of a published migration makes ledgers that differ: write a new migration.
        let found = try tables(ledger)
        #expect(found == digits, "version \(version)")
    }

    @Test("is brought up to date with everything that it held")
    func upgraded() throws {
        let scene = try Scene()
        let path = try versionOne(in: scene)
        scene.ledger = try LedgerStore(path: path, options: Scene.options)
        let audit = try scene.ledger.verify()
        #expect(audit.damage == nil)
        #expect(audit.entries == 62 && audit.link == Self.sampleLink)
        let expected = [
            ("C1", "reconciled "), ("C2", "ignored ignored"), ("C3", "parked outcome_unknown"),
            ("C4", "posted reconcile_impossible"), ("C5", "intended "),
            ("C6", "waiting no_sale_yet"),
        ]
        for (reference, state) in expected {
            #expect(try scene.state(reference) == state, "\(reference)")
        }
        #expect(try tables(scene.ledger) == tables(Scene().ledger))
    }

    @Test("takes what nights read back")
    func readBack() throws {
        let scene = try Scene()
        scene.ledger = try LedgerStore(
            path: try versionOne(in: scene), options: Scene.options)
        let run = try scene.run()
        let marks = try scene.ledger.bookedMarks("shop", since: Instant(milliseconds: 0))
        #expect(Set(marks.map(\.entry)) == [.memo(1), .memo(4)])
        let first = try #require(try scene.ledger.booked([.memo(1)], of: "shop").first)
        #expect(first.matchNumber == "1" && first.readBack == nil)
        try scene.read(
            first.posting, ReadBack(isFinal: nil, shown: 1, drift: "it is gone"), in: run)
        #expect(try scene.state("C1") == "drifted drifted")
        #expect(try scene.ledger.verify().isSound)
    }

    @Test("is checked as it is when it is a backup, and restored")
    func restored() throws {
        let scene = try Scene()
        let backup = try versionOne(in: scene)
        let place = scene.file("restored.sqlite")
        _ = try LedgerStore.restore(from: backup, to: place)
        let ledger = try LedgerStore(path: place, options: Scene.options)
        #expect(try ledger.verify().link == Self.sampleLink)
    }
}
