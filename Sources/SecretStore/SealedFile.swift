internal import Crypto
internal import FoundationEssentials

/// The file of the secrets as it stands on the disk: JSON, every secret sealed by AES-GCM.
///
/// Each record is bound to its connection and kind, and the whole list to its key, so that no
/// record can be moved, removed or put back without the key.
struct SealedFile: Codable {
    /// A secret of a connection.
    struct Record: Codable {
        var connection: String
        var kind: String
        /// Nonce, ciphertext and tag, in base64; the text itself is under the seal of the whole.
        var sealed: String
    }

    /// The only version there is.
    static let currentVersion = 1
    private static let formatName = "ccvmap-secrets"

    private var format = Self.formatName
    private(set) var version = Self.currentVersion
    /// Which key opens all of it.
    let key: String
    private(set) var records: [Record] = []
    /// A tag over all of it.
    private var seal = ""

    /// An empty list for a key.
    init(key: SecretKey) { self.key = key.id }

    /// Reads the bytes of a file; says what is wrong with them.
    init(_ bytes: Data, path: String) throws(SecretFault) {
        guard let file = try? JSONDecoder().decode(SealedFile.self, from: bytes),
            file.format == Self.formatName
        else {
            throw SecretFault(
                .damaged, "\(path): the secrets are cut off or changed; nothing was written",
                help: "put back a copy from your backup, or move the file away and connect again")
        }
        guard file.version == Self.currentVersion else {
            throw SecretFault(
                .damaged,
                "\(path): the secrets are of version \(file.version), which this program"
                    + " does not know", help: "use the newer program that wrote them")
        }
        self = file
    }

    /// The bytes for the disk.
    func bytes(of path: String) throws(SecretFault) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(self) else {
            throw SecretFault(.system, "\(path): the secrets cannot be written")
        }
        bytes.append(0x0A)
        return bytes
    }

    /// Throws when the file is not, to the byte, what was sealed with this key.
    func verify(with key: SecretKey, path: String) throws(SecretFault) {
        guard let box = Self.box(seal),
            (try? AES.GCM.open(box, using: key.key, authenticating: contents)) != nil
        else { throw Self.changed(path) }
    }

    /// The secret of a record.
    func open(_ record: Record, with key: SecretKey, path: String) throws(SecretFault) -> Secret {
        guard let box = Self.box(record.sealed),
            let bytes = try? AES.GCM.open(
                box, using: key.key, authenticating: label(record.connection, record.kind))
        else { throw Self.changed(path) }
        return Secret(bytes)
    }

    /// Adds a secret or puts it in the place of the former; nil removes it.
    mutating func put(
        _ secret: Secret?, connection: String, kind: String, key: SecretKey
    ) throws(SecretFault) {
        records.removeAll { $0.connection == connection && $0.kind == kind }
        if let secret {
            let sealed = try Self.seal(
                secret.revealBytes(), key, label(connection, kind))
            records.append(Record(connection: connection, kind: kind, sealed: sealed))
        }
        records.sort { ($0.connection, $0.kind) < ($1.connection, $1.kind) }
        seal = try Self.seal(Data(), key, contents)
    }

    /// Reads base64 of the one usual form: the last letter can be written in several ways.
    private static func box(_ text: String) -> AES.GCM.SealedBox? {
        guard let bytes = Data(base64Encoded: text), bytes.base64EncodedString() == text else {
            return nil
        }
        return try? AES.GCM.SealedBox(combined: bytes)
    }

    private static func seal(
        _ bytes: Data, _ key: SecretKey, _ label: Data
    ) throws(SecretFault) -> String {
        // The nonce is random: twelve bytes from the system, new for every seal.
        guard let box = try? AES.GCM.seal(bytes, using: key.key, authenticating: label),
            let combined = box.combined
        else { throw SecretFault(.system, "the secret cannot be encrypted") }
        return combined.base64EncodedString()
    }

    /// What a record is bound to; lengths keep two names from being read as others.
    private func label(_ connection: String, _ kind: String) -> Data {
        Data(
            "\(Self.formatName) \(version) \(key) \(connection.utf8.count):\(connection) \(kind)"
                .utf8)
    }

    /// What the seal of the whole is over.
    private var contents: Data {
        var text = "\(Self.formatName) \(version) \(key)\n"
        for record in records {
            text += "\(record.connection.utf8.count):\(record.connection) \(record.kind)"
            text += " \(record.sealed)\n"
        }
        return Data(text.utf8)
    }

    private static func changed(_ path: String) -> SecretFault {
        SecretFault(
            .damaged, "\(path): the secrets were changed by something else; nothing was written",
            help: "put back a copy from your backup, or move the file away and connect again")
    }
}
