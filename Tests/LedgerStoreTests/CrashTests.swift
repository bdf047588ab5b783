import DomainModel
import Foundation
import GRDB
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A crash")
struct CrashTests {
    /// Copies the files as they are on the disk at this moment.
    private func copy(_ scene: Scene, to name: String) throws -> String {
        let target = scene.file(name)
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: scene.path + suffix)
        {
            try FileManager.default.copyItem(atPath: scene.path + suffix, toPath: target + suffix)
        }
        return target
    }

    @Test("in the middle of a transaction leaves what was before it")
    func middle() throws {
        let scene = try Scene()
        let (run, posting) = try scene.intended("C1")
        let before = try scene.ledger.verify()
        var target = ""
        try scene.ledger.write { writer in
            // Small enough a cache that the pages are in the log before the end.
            try writer.db.execute(sql: "PRAGMA cache_size = 2")
            for _ in 0..<500 { _ = try writer.connection(UUID().uuidString) }
            target = try copy(scene, to: "crashed.sqlite")
        }
        let crashed = try LedgerStore(path: target, options: Scene.options)
        #expect(try crashed.verify() == before)
        #expect(try crashed.postings("shop") == [posting])
        _ = try crashed.note(.parked("stopped"), of: posting, in: run, at: scene.now)
    }

    @Test("between transactions leaves every one that had returned")
    func between() throws {
        let scene = try Scene()
        var calls = try RandomCalls(4, scene)
        for step in 0..<25 {
            try calls.step()
            let path = try copy(scene, to: "step\(step).sqlite")
            let crashed = try LedgerStore(path: path, options: Scene.options)
            #expect(try crashed.verify() == scene.ledger.verify())
        }
    }

    @Test("cuts the log anywhere, and the ledger opens with a past that was")
    func torn() throws {
        let scene = try Scene()
        var calls = try RandomCalls(9, scene)
        for _ in 0..<60 { try calls.step() }
        let links = try scene.ledger.read { db in
            var links: Set<String> = [String(repeating: "0", count: 64)]
            try EntryReader.each(db) { _, row in
                links.insert((row[1] as Data).map { String(format: "%02x", $0) }.joined())
            }
            return links
        }
        let whole = try copy(scene, to: "whole.sqlite")
        let log = try Data(contentsOf: URL(filePath: whole + "-wal"))
        var numbers = SeededNumbers(3)
        for round in 0..<20 {
            let path = scene.file("torn\(round).sqlite")
            try FileManager.default.copyItem(atPath: whole, toPath: path)
            try log.prefix(numbers.below(log.count)).write(to: URL(filePath: path + "-wal"))
            let torn = try LedgerStore(path: path, options: Scene.options)
            let audit = try torn.verify()
            #expect(audit.isSound)
            #expect(links.contains(audit.link))
        }
    }

    @Test("by SIGKILL at any moment loses nothing that had returned")
    func killed() async throws {
        for _ in 0..<5 {
            let victim = Victim(parent: getpid())
            try victim.makeFolder()
            defer { victim.removeFolder() }
            await #expect(processExitsWith: .signal(SIGKILL)) {
                try Victim(parent: getppid()).run()
            }
            let ledger = try LedgerStore(path: victim.path, options: Scene.options)
            #expect(try ledger.verify().damage == nil)
            let returned = try victim.returned
            #expect(returned.count >= 10)
            for reference in returned {
                let memo = try ledger.payment(reference, of: "shop")?.payment.memo
                #expect(memo != nil, "\(reference) is lost")
            }
            let open = try ledger.postings("shop").filter { $0.state == .intended }
            #expect(open.count <= 1)
            for posting in open {
                _ = try ledger.note(
                    .parked(""), of: posting, in: RunID(1), at: Instant(milliseconds: 0))
            }
        }
    }
}

/// A process that is killed: it books, and writes down what the ledger took.
struct Victim {
    private let folder: String
    var path: String { folder + "/ccvmap.sqlite" }
    private var journal: String { folder + "/returned" }

    /// Test and victim know the same folder by the process of the test.
    init(parent: pid_t) {
        folder = FileManager.default.temporaryDirectory.path + "/ccvmap-victim-\(parent)"
    }

    func makeFolder() throws {
        removeFolder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: journal))
    }

    func removeFolder() { try? FileManager.default.removeItem(atPath: folder) }

    var returned: [String] {
        get throws {
            try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
                .map(String.init)
        }
    }

    func run() throws {
        let ledger = try LedgerStore(path: path, options: Scene.options)
        let at = Instant(milliseconds: 1_763_900_000_000)
        let run = try ledger.begin(
            RunStart(
                connection: "shop", revision: "sha256:r1", ruleTexts: [], office: "NLA001", at: at))
        let log = try FileHandle(forWritingTo: URL(filePath: journal))
        let me = getpid()
        for number in 1...100_000 {
            let name = "C\(number)"
            _ = try ledger.keep([.example(name)], fetchedUntil: nil, in: run, at: at)
            try ledger.keep([.example(name, sale: "\(number)")], in: run, at: at)
            let posting = try ledger.intend(
                .example(name, sale: "\(number)"), memo: name, in: run, at: at)
            _ = try ledger.note(.booked(.memo(number)), of: posting, in: run, at: at)
            try log.write(contentsOf: Data((name + "\n").utf8))
            if number == 10 {
                // From now on at any moment, from beside.
                Thread.detachNewThread {
                    usleep(UInt32.random(in: 0...60_000))
                    kill(me, SIGKILL)
                }
            }
        }
    }
}
