import Foundation
import SecretStore
import Testing

@Suite("Who may read the secrets")
struct PermissionTests {
    @Test(
        "Bits for group or others are refused with the command that mends them",
        arguments: [0o640, 0o604, 0o620, 0o602, 0o644, 0o666, 0o700 | 0o010])
    func bits(_ mode: Int) throws {
        let place = try SecretPlace()
        try place.fill()
        for path in [place.file, place.keyFile] {
            try place.chmod(path, mode)
            let found = fault { try place.vault.secret(.apiKey, of: "shop") }
            #expect(found?.reason == .loosePermissions)
            #expect(found?.help == "chmod 600 \(path)")
            #expect(fault { try place.vault.store(Secret("x"), as: .tokens, of: "a") } != nil)
            try place.chmod(path, 0o600)
            #expect(try place.isReadable())
        }
    }

    @Test("A folder that anybody may write to is refused", arguments: [0o777, 0o1777, 0o702])
    func folder(_ mode: Int) throws {
        let place = try SecretPlace()
        try place.fill()
        try place.chmod(place.folder.path, mode)
        let found = fault { try place.vault.secret(.apiKey, of: "shop") }
        #expect(found?.reason == .loosePermissions)
        #expect(found?.help == "chmod o-w \(place.folder.path)")
        try place.chmod(place.folder.path, 0o755)
        #expect(try place.isReadable())
    }

    @Test("A folder, or nothing, in the place of the key is said")
    func noKey() throws {
        let place = try SecretPlace()
        try place.fill()
        let none = SecretVault(file: place.file, keys: .file(path: place.keyFile + "x"))
        #expect(fault { try none.secret(.apiKey, of: "shop") }?.reason == .missing)
        let folder = SecretVault(file: place.file, keys: .file(path: place.folder.path))
        #expect(fault { try folder.secret(.apiKey, of: "shop") }?.reason == .system)
        for text in ["", "# nothing\n", "abc\n", String(repeating: "A", count: 40) + "\n"] {
            try place.write(place.keyFile, Array(text.utf8))
            let found = fault { try place.vault.secret(.apiKey, of: "shop") }
            #expect(found?.reason == .wrongKey)
            #expect(text.count < 20 || found?.message.contains(text.prefix(20)) == false)
        }
    }
}
