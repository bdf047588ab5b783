import Foundation
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A ledger that is open twice in one process")
struct SharedFileTests {
    /// Reads with another program, as `ccvmap payments` does beside a service, and ends.
    private func readElsewhere(_ path: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            with sqlite3.connect(sys.argv[1]) as db:
                print(db.execute("SELECT count(*) FROM run").fetchone()[0])
            db.close()
            """, path,
        ]
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        return String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("stays locked when one of the two is closed: another program does not take its log away")
    func locks() throws {
        let scene = try Scene()
        try scene.run()
        for _ in 0..<3 { _ = try LedgerStore(path: scene.path, options: Scene.options) }
        #expect(throws: Never.self) { try LedgerFile(path: scene.path).holdsLedger() }
        #expect(try readElsewhere(scene.path) == "1")
        #expect(FileManager.default.fileExists(atPath: scene.path + "-wal"))
        try scene.run()
        #expect(try readElsewhere(scene.path) == "2")
        _ = try scene.ledger.verify()
    }

    @Test("lets go of the file when both are closed")
    func released() throws {
        let scene = try Scene()
        let folder = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        for _ in 0..<50 { _ = try LedgerStore(path: scene.path, options: Scene.options) }
        let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        #expect(after.count < folder.count + 40)
    }
}
