internal import Crypto
internal import FoundationEssentials

/// Seals bytes that are kept outside the vault, under a key that is kept in it.
///
/// A rotation of the vault encrypts that key anew; what was sealed with it stays as it is.
public struct SecretSealer: Sendable {
    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// Seals bytes and binds them to a label, which opening them takes again.
    public func seal(_ bytes: [UInt8], for label: String) throws(SecretFault) -> [UInt8] {
        guard
            let box = try? AES.GCM.seal(
                Data(bytes), using: key, authenticating: Data(label.utf8)),
            let combined = box.combined
        else { throw SecretFault(.system, "the secret cannot be encrypted") }
        return Array(combined)
    }

    /// Opens what was sealed for a label.
    public func open(_ sealed: [UInt8], for label: String) throws(SecretFault) -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: Data(label.utf8))
        else {
            throw SecretFault(
                .damaged, "\(label): was changed, or sealed with a key that is not there any more",
                help: "put back a copy of the secrets from your backup")
        }
        return Array(bytes)
    }
}

extension SecretVault {
    /// The sealer of a purpose; its key is made when it is asked for the first time.
    public func sealer(for kind: SecretKind) throws(SecretFault) -> SecretSealer {
        let known = try secret(kind, of: Self.ownName)
        let made: Secret =
            if let known { known } else {
                try keepFirst(Secret(Self.newKey()), as: kind, of: Self.ownName)
            }
        guard let bytes = Data(base64Encoded: made.reveal()), bytes.count == 32 else {
            throw SecretFault(.damaged, "the secrets: \(kind.rawValue) is no key")
        }
        return SecretSealer(SymmetricKey(data: bytes))
    }

    /// What stands for a connection where a secret belongs to none; no connection has this name.
    private static let ownName = ""

    private static func newKey() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()
    }
}
