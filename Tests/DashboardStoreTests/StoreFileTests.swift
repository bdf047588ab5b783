import DashboardStore
import DomainModel
import Foundation
import GRDB
import People
import SecretStore
import Testing

@Suite("The file of the dashboard")
struct StoreFileTests {
    @Test("Only its owner may read it, also when it was copied loosely")
    func mode() async throws {
        let place = try TestStore()
        let store = try place.open()
        try await place.add("Anna", .administrator, to: store)
        func modes() throws -> Set<Int> {
            Set(
                try ["", "-wal", "-shm"].map { end in
                    let attributes = try FileManager.default.attributesOfItem(
                        atPath: place.path + end)
                    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
                })
        }
        #expect(try modes() == [0o600])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: place.path)
        _ = try place.open()
        let attributes = try FileManager.default.attributesOfItem(atPath: place.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("It holds no password, no token and no secret of a second step in the clear")
    func nothingInTheClear() async throws {
        let place = try TestStore()
        let store = try place.open()
        let issued = try store.invite(nil, .administrator, by: "server", at: place.now)
        let session = try await place.accept(issued, "Anna", in: store)
        var bytes = Data()
        for end in ["", "-wal"] { bytes += try Data(contentsOf: URL(filePath: place.path + end)) }
        let secret = try #require(place.secrets["Anna"])
        for text in [TestStore.password, issued.token, session, secret] {
            #expect(bytes.range(of: Data(text.utf8)) == nil)
        }
        #expect(bytes.range(of: Data("scrypt$".utf8)) != nil)
    }

    @Test("Another file and the database of another program are refused and stay as they are")
    func foreign() throws {
        let place = try TestStore()
        let text = Data("dit is geen database, maar een brief van een bladzijde".utf8)
        try text.write(to: URL(filePath: place.path))
        let fault = #expect(throws: DashboardFault.self) { try place.open() }
        #expect(fault?.reason == .noStore)
        #expect(try Data(contentsOf: URL(filePath: place.path)) == text)
    }

    @Test("A damaged file is said to be one, with what to do")
    func damaged() async throws {
        let place = try TestStore()
        do {
            let store = try place.open()
            try await place.add("Anna", .administrator, to: store)
        }
        // What was written lately stands beside the file until somebody brings it in.
        try await DatabaseQueue(path: place.path).writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
        }
        let file = try FileHandle(forUpdating: URL(filePath: place.path))
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 60_000))
        try file.close()
        let fault = #expect(throws: DashboardFault.self) {
            let store = try place.open()
            _ = try store.people(at: place.now)
        }
        #expect(fault?.reason == .damaged)
        #expect(fault?.help.contains("backup") == true)
    }

    @Test("A folder that is not there, and a folder in the place of the file, are said")
    func place() throws {
        let place = try TestStore()
        let vault = place.vault
        for path in [place.folder.path, place.folder.path + "/nergens/dashboard.sqlite"] {
            #expect(throws: DashboardFault.self) {
                try DashboardStore(path: path) { try vault.sealer(for: .peopleKey) }
            }
        }
    }

    @Test("What was done is neither changed nor taken away")
    func audit() throws {
        let place = try TestStore()
        let store = try place.open()
        for index in 0..<5 {
            try store.note(
                AuditRecord(at: place.now, who: "Anna", deed: "run.asked", detail: "\(index)"))
        }
        let first = try store.records(before: nil, of: nil, count: 2)
        #expect(first.map(\.1.detail) == ["4", "3"])
        let rest = try store.records(before: first.last?.position, of: "Anna", count: 9)
        #expect(rest.map(\.1.detail) == ["2", "1", "0"])
        #expect(try store.records(before: nil, of: "Bo", count: 9).isEmpty)
        #expect(try store.recorded() == ["Anna"])
    }
}
