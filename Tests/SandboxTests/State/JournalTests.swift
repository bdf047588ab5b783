import DomainModel
import Foundation
import Testing

@testable import Sandbox

@Suite("The journal of the sandbox")
struct JournalTests {
    private static let head = JournalHead(
        seed: 7, payments: 3, start: Instant(milliseconds: 1_795_165_200_000))

    private static func changes(_ count: Int) -> [WorldChange] {
        (0..<count).map { number in
            WorldChange(.timePassed, at: Instant(milliseconds: Int64(number)))
        }
    }

    private static func journal(_ count: Int, in path: String) throws {
        let folder = try StateFolder(path)
        var journal = try Journal.create(head, in: folder)
        for change in changes(count) { try journal.append([change]) }
    }

    /// The changes of the journal in a folder, and what was said while it was opened.
    private static func opened(
        _ path: String
    ) throws -> (head: JournalHead?, changes: [WorldChange], said: [String]) {
        let folder = try StateFolder(path)
        var said: [String] = []
        var changes: [WorldChange] = []
        let journal = try Journal.open(
            in: folder, onCut: { said.append($0) }, each: { change, _ in changes.append(change) })
        return (journal?.head, changes, said)
    }

    @Test("What was written is read again")
    func writtenIsRead() throws {
        try withFolder { path in
            try Self.journal(3, in: path)
            let found = try Self.opened(path)
            #expect(found.head == Self.head)
            #expect(found.changes == Self.changes(3))
            #expect(found.said.isEmpty)
        }
    }

    @Test("An empty folder has no journal")
    func emptyFolder() throws {
        try withFolder { path in
            let found = try Self.opened(path)
            #expect(found.head == nil)
        }
    }

    @Test("A last line that was cut anywhere is taken away, and writing goes on behind it")
    func tornLineIsCut() throws {
        try withFolder { path in
            try Self.journal(3, in: path)
            let file = URL(filePath: path + "/journal.ndjson")
            let whole = try Data(contentsOf: file)
            let lines = whole.split(separator: 0x0A, omittingEmptySubsequences: false)
            let lastLength = lines[lines.count - 2].count
            for cut in 1...lastLength {
                try whole.dropLast(cut).write(to: file)
                let found = try Self.opened(path)
                #expect(found.changes == Self.changes(2))
                #expect(found.said.count == (cut == lastLength + 1 ? 0 : 1))
            }
            let folder = try StateFolder(path)
            var journal = try #require(
                try Journal.open(in: folder, onCut: { _ in }, each: { _, _ in }))
            try journal.append([Self.changes(3)[2]])
            #expect(try Data(contentsOf: file) == whole)
        }
    }

    @Test("A damaged line before the last is an error with its place")
    func damagedLineIsRefused() throws {
        try withFolder { path in
            try Self.journal(3, in: path)
            let file = URL(filePath: path + "/journal.ndjson")
            var lines = try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines[2] = String(lines[2].dropLast(4))
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
            let fault = #expect(throws: SandboxFault.self) { try Self.opened(path) }
            #expect(fault?.message.contains("journal.ndjson:3: the line is damaged") == true)
        }
    }

    @Test("A missing line is an error with its place")
    func missingLineIsRefused() throws {
        try withFolder { path in
            try Self.journal(3, in: path)
            let file = URL(filePath: path + "/journal.ndjson")
            var lines = try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            lines.remove(at: 2)
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
            let fault = #expect(throws: SandboxFault.self) { try Self.opened(path) }
            #expect(fault?.message.contains(":3: this is change 3, and 2 was expected") == true)
        }
    }

    @Test("Another file is no journal", arguments: ["", "hello\n", "{}\n", #"{"format":"x"}"#])
    func otherFileIsRefused(text: String) throws {
        try withFolder { path in
            try Data(text.utf8).write(to: URL(filePath: path + "/journal.ndjson"))
            let fault = #expect(throws: SandboxFault.self) { try Self.opened(path) }
            #expect(fault?.message.contains("is no journal of a sandbox") == true)
        }
    }

    @Test("A second sandbox on the folder is refused")
    func folderIsLocked() throws {
        try withFolder { path in
            let first = try StateFolder(path)
            let fault = #expect(throws: SandboxFault.self) { try StateFolder(path) }
            #expect(fault?.message.contains("another sandbox is running") == true)
            withExtendedLifetime(first) {}
        }
    }

    @Test("Nobody else may read what is in the folder")
    func modesAreClosed() throws {
        try withFolder { path in
            let inner = path + "/state"
            try Self.journal(1, in: inner)
            for (name, mode) in [("", 0o700), ("/journal.ndjson", 0o600), ("/lock", 0o600)] {
                let attributes = try FileManager.default.attributesOfItem(atPath: inner + name)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
            }
        }
    }
}

/// A folder of its own for a test.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "ccvmap-sandbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}
