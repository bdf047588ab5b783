import Foundation
import SecretStore
import Testing

@Suite("A new key for the secrets")
struct RotationTests {
    @Test("The new key opens everything, the old one nothing, and one key is left")
    func rotate() throws {
        let place = try SecretPlace()
        try place.fill()
        let old = try place.read(place.keyFile)
        let oldKey = try place.keys()
        let rotation = try place.vault.rotate()
        #expect(rotation.count == 3)
        #expect(try place.isReadable())
        #expect(try place.keys().count == 1)
        #expect(try place.keys() != oldKey)
        #expect(try place.mode(place.keyFile) == 0o600)
        try place.write(place.keyFile, old)
        #expect(fault { try place.vault.secret(.apiKey, of: "shop") }?.reason == .wrongKey)
    }

    @Test("After each step of a rotation the key file opens the secrets, and a new one finishes it")
    func crash() throws {
        let place = try SecretPlace()
        try place.fill()
        let oldFile = try place.read(place.file)
        let oldKey = try place.keys()
        _ = try place.vault.rotate()
        let newFile = try place.read(place.file)
        let both = try place.keys() + oldKey
        for file in [oldFile, newFile] {
            try place.write(place.keyFile, Array(both.joined(separator: "\n").utf8))
            try place.write(place.file, file)
            #expect(try place.isReadable())
            try place.vault.store(Secret("more"), as: .tokens, of: "shop")
            #expect(try place.isReadable())
            #expect(try place.vault.rotate().count == 4)
            #expect(try place.keys().count == 1)
            #expect(try place.isReadable())
        }
    }

    @Test("What a crash left half written is not in the way")
    func leftOver() throws {
        let place = try SecretPlace()
        try place.fill()
        let number = ProcessInfo.processInfo.processIdentifier
        for path in [place.file, place.keyFile] {
            try place.write("\(path).\(number).part", Array("half".utf8))
        }
        #expect(try place.vault.rotate().count == 3)
        #expect(try place.isReadable())
    }

    @Test("Without secrets only the key is new")
    func empty() throws {
        let place = try SecretPlace()
        let old = try place.keys()
        #expect(try place.vault.rotate().count == 0)
        #expect(try place.keys() != old)
    }

    @Test("With a variable the first of two keys is the new one")
    func environment() throws {
        let place = try SecretPlace()
        let old = try place.keys()[0]
        let new = Data((0..<32).map { UInt8($0) }).base64EncodedString()
        func vault(_ text: String) -> SecretVault {
            let source = KeySource.find(
                environment: [KeySource.variable: text], keyFile: place.keyFile + "x")
            return SecretVault(file: place.file, keys: source)
        }
        try place.fill()
        #expect(try place.isReadable(by: vault(old)))
        let alone = fault { try vault(old).rotate() }
        #expect(alone?.reason == .wrongKey)
        #expect(alone?.message.contains(old) == false && alone?.help.contains(old) == false)
        #expect(try vault("\(new),\(old)").rotate().count == 3)
        #expect(try place.isReadable(by: vault(new)))
        #expect(fault { try vault(old).secret(.apiKey, of: "shop") }?.reason == .wrongKey)
        #expect(fault { try vault("nonsense").secret(.apiKey, of: "shop") }?.reason == .wrongKey)
        #expect(fault { try vault("").secret(.apiKey, of: "shop") }?.reason == .wrongKey)
    }

    @Test("A credential of systemd comes before the file, and its group may read it")
    func credential() throws {
        let place = try SecretPlace()
        try place.fill()
        let folder = place.folder.appending(path: "credentials")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: KeySource.credentialName).path
        try place.write(path, place.read(place.keyFile), mode: 0o440)
        let source = KeySource.find(
            environment: ["CREDENTIALS_DIRECTORY": folder.path], keyFile: place.keyFile + "x")
        #expect(try place.isReadable(by: SecretVault(file: place.file, keys: source)))
        try place.chmod(path, 0o444)
        let loose = SecretVault(file: place.file, keys: source)
        #expect(fault { try loose.secret(.apiKey, of: "shop") }?.reason == .loosePermissions)
        let other = KeySource.find(
            environment: ["CREDENTIALS_DIRECTORY": "/nowhere"], keyFile: place.keyFile)
        #expect(try place.isReadable(by: SecretVault(file: place.file, keys: other)))
    }
}
