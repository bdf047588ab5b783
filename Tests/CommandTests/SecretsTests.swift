import Foundation
import ProgramSupport
import SecretStore
import Testing

@Suite("secrets rotate, and the key of init")
struct SecretsTests {
    private static let rotate = ["secrets", "rotate", "--config", "books/ccvmap.yaml"]

    /// What `init` writes, with two secrets.
    private func place() throws -> Workplace {
        let place = try Workplace()
        #expect(try place.run(["init", "books"]).code == 0)
        let vault = vault(place)
        try vault.store(Secret("l_one"), as: .apiKey, of: "webshop")
        try vault.store(Secret("two"), as: .clientSecret, of: "webshop")
        return place
    }

    private func vault(_ place: Workplace) -> SecretVault {
        let books = place.folder.appending(path: "books").path
        return SecretVault(
            file: books + "/ccvmap.secrets", keys: .file(path: books + "/ccvmap.key"))
    }

    private func isReadable(_ place: Workplace) throws -> Bool {
        try vault(place).secret(.apiKey, of: "webshop")?.reveal() == "l_one"
            && vault(place).secret(.clientSecret, of: "webshop")?.reveal() == "two"
    }

    private func chmod(_ place: Workplace, _ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: place.folder.appending(path: name).path)
    }

    @Test("init makes a key of its own, which only its owner may read")
    func key() throws {
        let first = try place()
        let second = try place()
        let path = first.folder.appending(path: "books/ccvmap.key").path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(first.read("books/ccvmap.key") != second.read("books/ccvmap.key"))
    }

    @Test("rotate makes a new key, and prints neither it nor a secret")
    func rotate() throws {
        let place = try place()
        let old = place.read("books/ccvmap.key")
        let run = try place.run(Self.rotate)
        #expect(run.code == 0)
        #expect(run.text.hasPrefix("2 secrets are encrypted with the new key "))
        #expect(place.read("books/ccvmap.key") != old)
        #expect(try isReadable(place))
        #expect(!place.contents.contains { $0.hasSuffix(".part") })
    }

    @Test("Loose permissions are refused with the command that mends them")
    func permissions() throws {
        let place = try place()
        for (name, help) in [
            ("books/ccvmap.key", "chmod 600 books/ccvmap.key"),
            ("books/ccvmap.secrets", "chmod 600 books/ccvmap.secrets"),
        ] {
            try chmod(place, name, 0o644)
            let run = try place.run(Self.rotate)
            #expect(run.code == 1)
            #expect(run.errors.contains("help: \(help)\n"), "\(run.errors)")
            try chmod(place, name, 0o600)
        }
        try chmod(place, "books", 0o777)
        let run = try place.run(Self.rotate)
        #expect(run.errors.contains("help: chmod o-w books\n"), "\(run.errors)")
        try chmod(place, "books", 0o755)
        #expect(try isReadable(place))
    }

    @Test("A wrong key, a changed file and a missing key say so, and nothing is lost")
    func faults() throws {
        let place = try place()
        let secrets = try #require(place.read("books/ccvmap.secrets"))
        let wrong = Data(repeating: 7, count: 32).base64EncodedString()
        let run = try place.run(Self.rotate, environment: ["CCVMAP_SECRET_KEY": wrong])
        #expect(run.code == 1)
        #expect(run.errors.contains("another key than that of CCVMAP_SECRET_KEY"))
        #expect(!run.errors.contains(wrong))
        try place.write("books/ccvmap.secrets", String(secrets.dropLast(40)))
        try chmod(place, "books/ccvmap.secrets", 0o600)
        let cut = try place.run(Self.rotate)
        #expect(cut.code == 1)
        #expect(cut.errors.contains("cut off or changed"))
        #expect(place.read("books/ccvmap.secrets") == String(secrets.dropLast(40)))
        try place.write("books/ccvmap.secrets", secrets)
        try chmod(place, "books/ccvmap.secrets", 0o600)
        #expect(try isReadable(place))
        try place.remove("books/ccvmap.key")
        #expect(try place.run(Self.rotate).errors.contains("there is no key here"))
    }

    @Test("A disk that takes nothing leaves key and secrets as they were")
    func fullDisk() throws {
        let place = try place()
        let before = [place.read("books/ccvmap.key"), place.read("books/ccvmap.secrets")]
        let run = try place.runWithoutRoom(Self.rotate)
        #expect(run.code == 1)
        #expect(run.errors.contains("cannot be written, and is as it was"), "\(run.errors)")
        #expect([place.read("books/ccvmap.key"), place.read("books/ccvmap.secrets")] == before)
        #expect(!place.contents.contains { $0.hasSuffix(".part") })
        #expect(try isReadable(place))
    }
}
