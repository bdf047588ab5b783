import Foundation
import SecretStore

/// A temporary folder with a key and a file of secrets.
final class SecretPlace {
    let folder: URL
    var file: String { folder.appending(path: "ccvmap.secrets").path }
    var keyFile: String { folder.appending(path: "ccvmap.key").path }
    var vault: SecretVault { SecretVault(file: file, keys: .file(path: keyFile)) }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "ccvmap-secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(keyFile, SecretVault.newKeyFile())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ path: String, _ bytes: [UInt8], mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: path))
        try chmod(path, mode)
    }

    func chmod(_ path: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The keys of the key file, without its comment.
    func keys() throws -> [String] {
        String(decoding: try read(keyFile), as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map(String.init)
    }

    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    /// Stores three secrets of two connections.
    func fill() throws {
        try vault.store(Secret("l_one"), as: .apiKey, of: "shop")
        try vault.store(Secret("two"), as: .clientSecret, of: "shop")
        try vault.store(Secret("three"), as: .apiKey, of: "other")
    }

    /// Whether what `fill` stored can be read.
    func isReadable(by vault: SecretVault? = nil) throws -> Bool {
        let vault = vault ?? self.vault
        return try vault.secret(.apiKey, of: "shop")?.reveal() == "l_one"
            && vault.secret(.clientSecret, of: "shop")?.reveal() == "two"
            && vault.secret(.apiKey, of: "other")?.reveal() == "three"
    }
}

/// What a call that must fail threw.
func fault<Value>(_ body: () throws -> Value) -> SecretFault? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? SecretFault
    }
}
