import Foundation
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A backup")
struct BackupTests {
    @Test("is one sound file with everything, taken while others read and write")
    func taken() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        let copy = scene.file("copy.sqlite")
        let audit = try scene.ledger.backup(to: copy)
        #expect(audit == (try scene.ledger.verify()))
        for suffix in ["-wal", "-shm", ".part", "-journal"] {
            #expect(!FileManager.default.fileExists(atPath: copy + suffix))
        }
        _ = try scene.note(.booked(.memo(1)), posting, in: run)
        let opened = try LedgerStore(path: copy, options: Scene.options)
        #expect(try opened.postings("shop") == [posting])
    }

    @Test("never overwrites, and leaves nothing when it fails")
    func refused() throws {
        let scene = try Scene()
        let copy = scene.file("copy.sqlite")
        try Data("mine".utf8).write(to: URL(filePath: copy))
        #expect(throws: LedgerFault.self) { try scene.ledger.backup(to: copy) }
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("mine".utf8))
        #expect(throws: LedgerFault.self) { try scene.ledger.backup(to: scene.file("no/such")) }
        #expect(throws: LedgerFault.self) { try scene.ledger.backup(to: scene.path) }
        let left = try FileManager.default.contentsOfDirectory(atPath: scene.folder.path)
        #expect(left.filter { $0.hasSuffix(".part") } == [])
    }

    @Test("is put back whole, and what stood there is kept beside it")
    func restored() throws {
        let scene = try Scene()
        let copy = scene.file("copy.sqlite")
        let other = scene.file("new.sqlite")
        try scene.intended("C1")
        let audit = try scene.ledger.backup(to: copy)
        try scene.intended("C2", sale: "2")
        do {
            let later = try LedgerStore(path: other, options: Scene.options)
            withExtendedLifetime(later) {}
        }
        let aside = try #require(try LedgerStore.restore(from: copy, to: other))
        #expect(aside == other + ".before-restore-1")
        #expect(FileManager.default.fileExists(atPath: aside))
        #expect(try LedgerStore.restore(from: copy, to: other) == other + ".before-restore-2")
        #expect(try LedgerStore.restore(from: copy, to: scene.file("third")) == nil)
        try Data("stale".utf8).write(to: URL(filePath: scene.file("fourth-wal")))
        let fourth = scene.file("fourth")
        #expect(try LedgerStore.restore(from: copy, to: fourth) == fourth + ".before-restore-1")
        #expect(!FileManager.default.fileExists(atPath: fourth + "-wal"))
        let restored = try LedgerStore(path: other, options: Scene.options)
        #expect(try restored.verify() == audit)
        #expect(try restored.payments().map(\.reference) == ["C1"])
    }

    @Test("is not put back while the ledger is open, nor when it is damaged")
    func kept() throws {
        let scene = try Scene()
        try scene.intended("C1")
        let copy = scene.file("copy.sqlite")
        _ = try scene.ledger.backup(to: copy)
        let open = #expect(throws: LedgerFault.self) {
            try LedgerStore.restore(from: copy, to: scene.path)
        }
        #expect(open?.reason == .locked)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        let place = try #require(bytes.firstRange(of: Data("2101".utf8))?.lowerBound)
        bytes[place] = UInt8(ascii: "9")
        let damaged = scene.file("damaged.sqlite")
        try bytes.write(to: URL(filePath: damaged))
        let target = scene.file("target.sqlite")
        let fault = #expect(throws: LedgerFault.self) {
            try LedgerStore.restore(from: damaged, to: target)
        }
        #expect(fault?.reason == .damaged && fault?.message.contains("posting") == true)
        #expect(!FileManager.default.fileExists(atPath: target))
        for path in [scene.file("nothing"), scene.file("")] {
            #expect(throws: LedgerFault.self) { try LedgerStore.restore(from: path, to: target) }
        }
    }
}
