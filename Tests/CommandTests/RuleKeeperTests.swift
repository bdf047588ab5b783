import Dashboard
import DashboardStore
import DomainModel
import Foundation
import GRDB
import ProgramSupport
import SecretStore
import SourceDiagnostics
import Testing

@testable import DashboardStore
@testable import ccvmap

@Suite("Saving rules on a disk")
struct RuleKeeperTests {
    private struct Crash: Error {}

    /// A rule set in a folder of its own, with a store beside it.
    private struct Room {
        let place: Workplace
        let store: DashboardStore
        var keeper: RuleKeeper

        init() throws {
            place = try Workplace()
            store = try DashboardStore(
                path: place.folder.appending(path: "own.sqlite").path,
                sealing: { throw CancellationError() })
            keeper = RuleKeeper(store: store, now: { Instant(milliseconds: 1_794_312_000_000) })
        }

        static let rules = "rules/ccv-twinfield.yaml"
        static let template = "templates/memo-payment.yaml"

        var folder: RuleFolder {
            get throws { try RuleFolder(place.folder.appending(path: "rules").path) }
        }

        /// A draft that changes both files.
        func draft(_ office: String, _ journal: String) throws -> RuleKeeper.Draft {
            let folder = try self.folder
            let texts = folder.sources.map { String(decoding: $0.bytes, as: UTF8.self) }
            let position = try #require(texts.firstIndex { $0.contains("journal: MEMO") })
            return RuleKeeper.Draft(
                connection: "webshop", folder: folder,
                bytes: [
                    0: Array(texts[0].replacing("office: NLA001", with: "office: \(office)").utf8),
                    position: Array(
                        texts[position].replacing("journal: MEMO", with: "journal: \(journal)")
                            .utf8),
                ], revision: "sha256:new",
                note: ActNote(
                    who: "an", reason: "nieuwe administratie",
                    at: Instant(milliseconds: 1_794_311_000_000)))
        }

        func has(_ office: String, _ journal: String) -> Bool {
            place.read(Self.rules)?.contains("office: \(office)") == true
                && place.read(Self.template)?.contains("journal: \(journal)") == true
        }

        /// Who did what, the first first.
        var audit: [(deed: String, who: String, detail: String)] {
            get throws {
                try store.read { db in
                    try Row.fetchAll(db, sql: "SELECT deed, who, detail FROM audit ORDER BY id")
                        .map { (deed: $0[0], who: $0[1], detail: $0[2]) }
                }
            }
        }

        var leftOvers: [String] { place.contents.filter { $0.hasSuffix(".new") } }
    }

    @Test("Both files are written; the state of before and the new one are versions, and noted")
    func saving() throws {
        let room = try Room()
        let before = try #require(room.place.read(Room.rules))
        let number = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        #expect(room.has("NLA777", "MEMO2"))
        #expect(room.leftOvers == [])
        let versions = try room.store.ruleVersions(of: try room.folder.place, count: 10)
        #expect(versions.map(\.kind) == [.saved, .found])
        #expect(versions.map(\.ending) == [.written, nil])
        let saved = try #require(try room.store.ruleVersion(number))
        #expect(saved.who == "an" && saved.why == "nieuwe administratie")
        let found = try #require(try room.store.ruleVersion(versions[1].number))
        #expect(found.files.first?.bytes == Array(before.utf8))
        let records = try room.audit
        #expect(records.map(\.deed) == ["rules.saved"])
        #expect(records[0].who == "an" && records[0].detail.contains("nieuwe administratie"))
    }

    @Test("What somebody wrote on the disk since the last version is kept before it goes")
    func foundOnDisk() throws {
        let room = try Room()
        _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        try room.place.edit(Room.rules, "office: NLA777", "office: NLA888")
        let hand = try #require(room.place.read(Room.rules))
        let folder = try room.folder
        var draft = try room.draft("x", "y")
        draft.bytes = [0: Array(hand.replacing("NLA888", with: "NLA999").utf8)]
        _ = try room.keeper.save(draft)
        let versions = try room.store.ruleVersions(of: folder.place, count: 10)
        #expect(versions.map(\.kind) == [.saved, .found, .saved, .found])
        let kept = try #require(try room.store.ruleVersion(versions[1].number))
        #expect(kept.files[0].bytes == Array(hand.utf8))
    }

    @Test("A crash before any file, between the files or after them is mended", arguments: 0...2)
    func crash(at step: Int) throws {
        var room = try Room()
        if step < 2 {
            room.keeper.beforeRename = { index in if index == step { throw Crash() } }
            #expect(throws: Crash.self) {
                _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
            }
        } else {
            // Everything is written, and the note that it was is not.
            let draft = try room.draft("NLA777", "MEMO2")
            room.keeper.beforeRename = { _ in throw Crash() }
            #expect(throws: Crash.self) { _ = try room.keeper.save(draft) }
            for (position, bytes) in draft.bytes {
                let path = draft.folder.sources[position].path
                try Data(bytes).write(to: URL(filePath: path))
            }
        }
        #expect(room.has("NLA777", "MEMO2") == (step == 2))
        let again = RuleKeeper(
            store: try DashboardStore(
                path: room.store.path, sealing: { throw CancellationError() }),
            now: room.keeper.now)
        try again.mend()
        #expect(room.has("NLA777", "MEMO2"))
        try again.mend()
        let versions = try room.store.ruleVersions(of: try room.folder.place, count: 10)
        #expect(versions.map(\.ending) == [.written, nil])
        #expect(try room.audit.map(\.deed) == ["rules.mended"])
    }

    @Test("What a person mended by hand after a crash is left alone, and said")
    func crashAndHand() throws {
        var room = try Room()
        room.keeper.beforeRename = { index in if index == 1 { throw Crash() } }
        #expect(throws: Crash.self) {
            _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        }
        try room.place.edit(Room.rules, "office: NLA777", "office: NLA555")
        try room.keeper.mend()
        #expect(room.has("NLA555", "MEMO"))
        #expect(try room.audit.map(\.deed) == ["rules.not_saved"])
        let newest = try room.store.ruleVersions(of: try room.folder.place, count: 1)
        #expect(newest.map(\.ending) == [.failed])
    }

    @Test("A file that changed after it was read is not overwritten")
    func changedMeanwhile() throws {
        let room = try Room()
        let draft = try room.draft("NLA777", "MEMO2")
        try room.place.edit(Room.template, "journal: MEMO", "journal: HAND")
        #expect(throws: RuleKeeper.Stale.self) { _ = try room.keeper.save(draft) }
        #expect(room.has("NLA001", "HAND"))
        #expect(room.leftOvers == [])
    }

    @Test("A second file that cannot be put in place brings the first one back")
    func secondFails() throws {
        var room = try Room()
        let draft = try room.draft("NLA777", "MEMO2")
        let templates = room.place.folder.appending(path: "templates").path
        room.keeper.beforeRename = { index in
            guard index == 1 else { return }
            // What was staged is gone: renaming it fails as a broken disk would make it fail.
            for name in try FileManager.default.contentsOfDirectory(atPath: templates)
            where name.hasSuffix(".new") {
                try FileManager.default.removeItem(atPath: templates + "/" + name)
            }
        }
        #expect(throws: (any Error).self) { _ = try room.keeper.save(draft) }
        #expect(room.has("NLA001", "MEMO"))
        let newest = try room.store.ruleVersions(of: try room.folder.place, count: 1)
        #expect(newest.map(\.ending) == [.failed])
        #expect(try room.audit.map(\.deed) == ["rules.not_saved"])
        _ = try RuleKeeper(store: room.store, now: room.keeper.now).mend()
        #expect(room.has("NLA001", "MEMO"))
    }

    @Test("On a disk without room nothing is kept and nothing is written")
    func noRoom() throws {
        let room = try Room()
        // A folder stands where the new text would be written.
        let name = ".memo-payment.yaml.\(ProcessInfo.processInfo.processIdentifier).new"
        try room.place.write("templates/\(name)/x", "x")
        #expect(throws: (any Error).self) {
            _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        }
        #expect(room.has("NLA001", "MEMO"))
        #expect(try room.store.ruleVersions(of: try room.folder.place, count: 1) == [])
        #expect(!room.place.contents.contains { $0.hasPrefix("rules/.") })
    }

    @Test("A link stays a link, and who may read a file stays as it was")
    func links() throws {
        let room = try Room()
        let rules = room.place.folder.appending(path: Room.rules)
        let other = room.place.folder.appending(path: "elders.yaml")
        try FileManager.default.moveItem(at: rules, to: other)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: other.path)
        try FileManager.default.createSymbolicLink(at: rules, withDestinationURL: other)
        _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        let link = try FileManager.default.attributesOfItem(atPath: rules.path)
        #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
        let attributes = try FileManager.default.attributesOfItem(atPath: other.path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(room.has("NLA777", "MEMO2"))
    }

    @Test("Nothing of a version is changed or taken away, whoever asks the file")
    func kept() throws {
        let room = try Room()
        _ = try room.keeper.save(try room.draft("NLA777", "MEMO2"))
        for statement in [
            "UPDATE rule_version SET who = 'x'", "DELETE FROM rule_version",
            "UPDATE rule_version_file SET bytes = x''", "DELETE FROM rule_version_file",
            "UPDATE rule_version_end SET ending = 'failed'", "DELETE FROM rule_version_end",
        ] {
            #expect(throws: (any Error).self, "\(statement)") {
                try room.store.write { try $0.execute(sql: statement) }
            }
        }
    }
}
