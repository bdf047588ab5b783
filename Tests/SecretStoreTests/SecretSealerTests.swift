import Foundation
import SecretStore
import Testing

@Suite("Sealing what is kept outside the vault")
struct SecretSealerTests {
    private static func vault() throws -> (vault: SecretVault, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let key = folder.appending(path: "key")
        try Data(SecretVault.newKeyFile()).write(to: key)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
        return (
            SecretVault(
                file: folder.appending(path: "secrets").path, keys: .file(path: key.path)), folder
        )
    }

    @Test("What was sealed opens for its label alone, also after a rotation, and for nobody else")
    func label() throws {
        let (vault, folder) = try Self.vault()
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = Array("geheim".utf8)
        let sealed = try vault.sealer(for: .peopleKey).seal(bytes, for: "Anna")
        #expect(sealed.count > bytes.count)
        _ = try vault.rotate()
        let sealer = try vault.sealer(for: .peopleKey)
        #expect(try sealer.open(sealed, for: "Anna") == bytes)
        #expect(throws: SecretFault.self) { try sealer.open(sealed, for: "Bo") }
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: SecretFault.self) { try sealer.open(changed, for: "Anna") }
        }
        let (other, otherFolder) = try Self.vault()
        defer { try? FileManager.default.removeItem(at: otherFolder) }
        let foreign = try other.sealer(for: .peopleKey)
        #expect(throws: SecretFault.self) { try foreign.open(sealed, for: "Anna") }
    }

    @Test("Who asks at once gets the same key")
    func atOnce() async throws {
        let (vault, folder) = try Self.vault()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sealed = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask { try vault.sealer(for: .peopleKey).seal([7], for: "Anna") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let sealer = try vault.sealer(for: .peopleKey)
        for one in sealed { #expect(try sealer.open(one, for: "Anna") == [7]) }
    }
}
