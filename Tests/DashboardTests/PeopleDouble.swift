import Crypto
import DashboardStore
import DomainModel
import Foundation
import People
import SecretStore
import Synchronization
import Testing

/// A real store of people in a folder of its own, with a clock that a test sets.
final class PeopleDouble: Sendable {
    static let password = "drie vrolijke zebra's"

    let store: DashboardStore
    private let folder: URL
    private let clock = Mutex(SampleLedger.now)
    private let secrets = Mutex<[String: [UInt8]]>([:])

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let key = folder.appending(path: "key").path
        try Data(SecretVault.newKeyFile()).write(to: URL(filePath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let vault = SecretVault(
            file: folder.appending(path: "secrets").path, keys: .file(path: key))
        store = try DashboardStore(
            path: folder.appending(path: "dashboard.sqlite").path, cost: .low,
            sealing: { try vault.sealer(for: .peopleKey) })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var now: Instant { clock.withLock { $0 } }

    /// Lets time pass.
    func pass(seconds: Int64) { clock.withLock { $0.milliseconds += seconds * 1000 } }

    /// Lets a person in; the token of a session.
    @discardableResult
    func add(_ name: String, _ role: Role) async throws -> String {
        let issued = try store.invite(
            try store.isEmpty() ? nil : name, role, by: "server", at: now)
        let token = try await accept(issued.token, name)
        if issued.invitation.role != role {
            let id = try id(of: name)
            _ = try await add("beheer", .administrator)
            try store.change(id, to: role, by: "server", at: now)
            return try await signIn(name)
        }
        return token
    }

    /// Takes an invitation; the token of a session.
    func accept(_ invitation: String, _ name: String) async throws -> String {
        let open = try #require(try store.invitation(invitation, at: now))
        keep(open.secret, of: name)
        return try await store.accept(
            invitation,
            Enrolment(name: name, password: Self.password, code: code(of: name)),
            Attempt(address: "test", at: now))
    }

    /// Signs a person in, a minute later as a code is taken once; the token of a session.
    func signIn(_ name: String) async throws -> String {
        pass(seconds: 60)
        let attempt = Attempt(address: "test", at: now)
        let half = try await store.signIn(name: name, password: Self.password, attempt)
        return try store.complete(half, code: code(of: name), attempt)
    }

    /// Remembers the key that an invitation shows.
    func keep(_ secret: String, of name: String) {
        secrets.withLock { $0[name] = Base32Text.bytes(secret) }
    }

    /// The code that the app of a person shows now.
    func code(of name: String) -> String {
        let key = SymmetricKey(data: secrets.withLock { $0[name] ?? [] })
        let codes = OneTimeCode { message in
            Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        }
        return codes.code(at: OneTimeCode.step(at: now))
    }

    func id(of name: String) throws -> Int64 {
        try #require(try store.people(at: now).first { $0.name == name }).id
    }

    /// The deeds that are recorded, the newest first.
    func deeds(of who: String? = nil) throws -> [String] {
        try store.records(before: nil, of: who, count: 1000).map(\.1.deed)
    }
}

/// Reads base32 back, as an authenticator app does.
enum Base32Text {
    static func bytes(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = 0
        var bits = 0
        for sign in text.filter({ $0 != " " }) {
            guard let value = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").firstIndex(of: sign)
            else { continue }
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        return result
    }
}
