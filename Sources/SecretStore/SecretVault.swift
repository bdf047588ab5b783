internal import FoundationEssentials

/// The encrypted secrets of all connections, in one file.
///
/// Every call reads the key and the file anew, so what another process wrote is seen, and no key
/// stays in memory. Writing is atomic: after a failure the file is as it was.
public struct SecretVault: Sendable {
    private let file: GuardedFile
    private let keys: KeySource

    /// Names the file and where its key comes from; touches neither.
    public init(file: String, keys: KeySource) {
        self.file = GuardedFile(path: file, title: "the secrets")
        self.keys = keys
    }

    /// The secret of a connection; nil when none was stored.
    public func secret(
        _ kind: SecretKind, of connection: String
    ) throws(SecretFault) -> Secret? {
        try file.checkFolder()
        let lock = try FileLock(of: file.path, isShared: true)
        defer { withExtendedLifetime(lock) {} }
        guard let opened = try open() else { return nil }
        guard
            let record = opened.sealed.records.first(where: {
                $0.connection == connection && $0.kind == kind.rawValue
            })
        else { return nil }
        return try opened.sealed.open(record, with: opened.key, path: file.path)
    }

    /// Stores a secret in the place of the former; nil removes it.
    public func store(
        _ secret: Secret?, as kind: SecretKind, of connection: String
    ) throws(SecretFault) {
        try file.checkFolder()
        let lock = try FileLock(of: file.path, isShared: false)
        defer { withExtendedLifetime(lock) {} }
        let found = try open()
        if found == nil, secret == nil { return }
        let key: SecretKey
        if let found { key = found.key } else { key = try newest(of: try keys.keys()) }
        var sealed = found?.sealed ?? SealedFile(key: key)
        try sealed.put(secret, connection: connection, kind: kind.rawValue, key: key)
        try file.replace(with: sealed.bytes(of: file.path))
    }

    /// Stores a secret unless there is one; the one that holds, also when two ask at once.
    func keepFirst(
        _ secret: Secret, as kind: SecretKind, of connection: String
    ) throws(SecretFault) -> Secret {
        try file.checkFolder()
        let lock = try FileLock(of: file.path, isShared: false)
        defer { withExtendedLifetime(lock) {} }
        let found = try open()
        if let found,
            let record = found.sealed.records.first(where: {
                $0.connection == connection && $0.kind == kind.rawValue
            })
        {
            return try found.sealed.open(record, with: found.key, path: file.path)
        }
        let key: SecretKey
        if let found { key = found.key } else { key = try newest(of: try keys.keys()) }
        var sealed = found?.sealed ?? SealedFile(key: key)
        try sealed.put(secret, connection: connection, kind: kind.rawValue, key: key)
        try file.replace(with: sealed.bytes(of: file.path))
        return secret
    }

    /// What a rotation did.
    public struct Rotation: Sendable, Hashable {
        /// The short name of the key that opens the secrets now.
        public var keyID: String
        /// How many secrets were encrypted anew.
        public var count: Int
    }

    /// Encrypts every secret with a new key.
    ///
    /// A key file gets the new key beside the old one, then the secrets are written, then the old
    /// key goes: whenever the program ends, the key file opens the secrets. A variable and a
    /// credential cannot be written; there the first of two keys is the new one.
    public func rotate() throws(SecretFault) -> Rotation {
        try file.checkFolder()
        let lock = try FileLock(of: file.path, isShared: false)
        defer { withExtendedLifetime(lock) {} }
        let old = try keys.keys()
        let opened = try open()
        guard case .file(let path) = keys else { return try rotate(opened, to: old) }
        let new = SecretKey()
        let keyFile = GuardedFile(path: path, title: "the key")
        if let opened {
            try keyFile.replace(with: Self.keyText([new] + old))
            _ = try write(opened, with: new)
            // The old key goes only when the new one is proved to open what is on the disk.
            guard let written = try open(), written.key.id == new.id else {
                throw SecretFault(.system, "\(file.path): the new secrets cannot be read back")
            }
        }
        try keyFile.replace(with: Self.keyText([new]))
        return Rotation(keyID: new.id, count: opened?.sealed.records.count ?? 0)
    }

    private func rotate(_ opened: Opened?, to keys: [SecretKey]) throws(SecretFault) -> Rotation {
        let new = try newest(of: keys)
        guard let opened else { return Rotation(keyID: new.id, count: 0) }
        guard opened.key.id != new.id else {
            throw SecretFault(
                .wrongKey, "\(self.keys.name): its first key is the one that is in use already",
                help: "put a new key and a comma before it, such as from  openssl rand -base64 32,"
                    + "  run this again, then remove the old one")
        }
        return try write(opened, with: new)
    }

    private func write(_ opened: Opened, with key: SecretKey) throws(SecretFault) -> Rotation {
        var sealed = SealedFile(key: key)
        for record in opened.sealed.records {
            let secret = try opened.sealed.open(record, with: opened.key, path: file.path)
            try sealed.put(
                secret, connection: record.connection, kind: record.kind, key: key)
        }
        try file.replace(with: sealed.bytes(of: file.path))
        return Rotation(keyID: key.id, count: sealed.records.count)
    }

    private struct Opened {
        var sealed: SealedFile
        var key: SecretKey
    }

    /// The file, proved whole, and the key that opens it; nil when there is no file.
    private func open() throws(SecretFault) -> Opened? {
        guard let bytes = try file.read() else { return nil }
        let sealed = try SealedFile(bytes, path: file.path)
        guard let key = try keys.keys().first(where: { $0.id == sealed.key }) else {
            throw SecretFault(
                .wrongKey,
                "\(file.path): the secrets are encrypted with another key than that of"
                    + " \(keys.name)", help: "put the key \(sealed.key) back from your backup")
        }
        try sealed.verify(with: key, path: file.path)
        return Opened(sealed: sealed, key: key)
    }

    private func newest(of keys: [SecretKey]) throws(SecretFault) -> SecretKey {
        guard let key = keys.first else {
            throw SecretFault(.missing, "\(self.keys.name): there is no key")
        }
        return key
    }

    private static func keyText(_ keys: [SecretKey]) -> Data {
        Data(keyFileText(keys).utf8)
    }

    private static func keyFileText(_ keys: [SecretKey]) -> String {
        "# The key of the secrets of ccvmap; keep a copy in another place, and show it to nobody.\n"
            + keys.map { $0.base64 + "\n" }.joined()
    }

    /// The bytes of a key file with a new key, for `init`; its mode must be 0600.
    public static func newKeyFile() -> [UInt8] { Array(keyFileText([SecretKey()]).utf8) }
}
