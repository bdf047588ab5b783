internal import Crypto
internal import FoundationEssentials

/// A key of 32 bytes, known in files by the beginning of a digest of it.
struct SecretKey: Sendable {
    let key: SymmetricKey
    /// Eight hexadecimal digits; two keys of one store never have the same.
    let id: String

    /// Makes a new key from the random numbers of the system.
    init() { self.init(SymmetricKey(size: .bits256)) }

    private init(_ key: SymmetricKey) {
        self.key = key
        var hash = SHA256()
        hash.update(data: Data("ccvmap key id".utf8))
        key.withUnsafeBytes { hash.update(bufferPointer: $0) }
        id = hash.finalize().prefix(4).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Reads the base64 of exactly 32 bytes; nil for any other text.
    init?(base64 text: some StringProtocol) {
        guard let bytes = Data(base64Encoded: String(text)), bytes.count == 32 else { return nil }
        self.init(SymmetricKey(data: bytes))
    }

    /// The base64 of the key, for its file.
    var base64: String { key.withUnsafeBytes { Data($0) }.base64EncodedString() }

    /// The keys in a text, one a line or separated by commas, the newest first.
    ///
    /// Lines that begin with `#` are comments. Throws for what is no key, without showing it.
    static func all(in text: String, of place: String) throws(SecretFault) -> [SecretKey] {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
            .flatMap { $0.split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace } }
            .filter { !$0.isEmpty }
        var keys: [SecretKey] = []
        for line in lines {
            guard let key = SecretKey(base64: line) else {
                throw SecretFault(
                    .wrongKey, "\(place): holds something that is no key",
                    help: "a key is 32 random bytes in base64, as  openssl rand -base64 32  gives")
            }
            keys.append(key)
        }
        guard !keys.isEmpty else {
            throw SecretFault(
                .wrongKey, "\(place): holds no key",
                help: "put a copy of the key back, such as from your backup")
        }
        return keys
    }
}
