import Crypto
import DashboardStore
import DomainModel
import Foundation
import People
import SecretStore
import Testing

/// A store of people in a folder of its own.
final class TestStore {
    static let password = "drie vrolijke zebra's"

    let folder: URL
    let path: String
    let vault: SecretVault
    /// The keys that invitations showed, by name.
    var secrets: [String: String] = [:]
    var now = Instant(milliseconds: 1_800_000_000_000)

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "dashboard.sqlite").path
        let key = folder.appending(path: "key").path
        try Data(SecretVault.newKeyFile()).write(to: URL(filePath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        vault = SecretVault(file: folder.appending(path: "secrets").path, keys: .file(path: key))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var attempt: Attempt { Attempt(address: "10.0.0.1", at: now) }

    func open(cost: PasswordCost = .low) throws -> DashboardStore {
        try DashboardStore(path: path, cost: cost) { [vault] in
            try vault.sealer(for: .peopleKey)
        }
    }

    func pass(seconds: Int64) { now.milliseconds += seconds * 1000 }

    /// Lets a person in by an invitation; the token of a session.
    @discardableResult
    func add(_ name: String, _ role: Role, to store: DashboardStore) async throws -> String {
        let issued = try store.invite(
            store.isEmpty() ? nil : name, role, by: "server", at: now)
        return try await accept(issued, name, in: store)
    }

    func accept(
        _ issued: IssuedInvitation, _ name: String, in store: DashboardStore
    ) async throws -> String {
        secrets[name] = try #require(try store.invitation(issued.token, at: now)).secret
        return try await store.accept(
            issued.token,
            Enrolment(name: name, password: Self.password, code: code(of: name)), attempt)
    }

    func signIn(
        _ name: String, in store: DashboardStore, code typed: String? = nil
    ) async throws -> String {
        let half = try await store.signIn(name: name, password: Self.password, attempt)
        return try store.complete(half, code: typed ?? code(of: name), attempt)
    }

    func code(of name: String) -> String {
        var bytes: [UInt8] = []
        var buffer = 0
        var bits = 0
        for sign in secrets[name] ?? "" {
            let value = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").firstIndex(of: sign) ?? 0
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        let key = SymmetricKey(data: bytes)
        return OneTimeCode { Array(HMAC<Insecure.SHA1>.authenticationCode(for: $0, using: key)) }
            .code(at: OneTimeCode.step(at: now))
    }
}
