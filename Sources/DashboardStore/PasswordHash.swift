internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// What trying one password costs, by scrypt (RFC 7914).
public struct PasswordCost: Sendable, Hashable {
    /// N: a power of two; with `blockSize` the memory, 128 · N · r bytes.
    public var rounds: Int
    /// r.
    public var blockSize: Int
    /// p: how often that memory is gone through.
    public var parallelism: Int

    /// States a cost.
    public init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB and some 0.2 seconds: three times N = 2¹⁵ rather than once N = 2¹⁷, which costs a
    /// guesser as much and the server a quarter of the memory.
    public static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
    /// For tests, which have nothing to hide.
    public static let low = PasswordCost(rounds: 16, blockSize: 1, parallelism: 1)

    /// Whether a hash of this cost may be computed: what stands in a file is not trusted with the
    /// memory of the machine.
    var isBearable: Bool {
        rounds > 1 && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
            && (1...16).contains(parallelism) && 128 * rounds * blockSize <= 256 << 20
    }
}

/// The hash of a password with all that is needed to try another: `scrypt$N$r$p$salt$hash`.
struct PasswordHash: Sendable {
    static let saltBytes = 16
    static let hashBytes = 32

    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    /// Digests a password with new salt.
    init(_ password: String, cost: PasswordCost) throws {
        let salt = RandomBytes.make(Self.saltBytes)
        self.cost = cost
        self.salt = salt
        hash = try Self.digest(password, salt, cost)
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = Data(base64Encoded: parts[4]), let hash = Data(base64Encoded: parts[5]),
            hash.count == Self.hashBytes
        else { return nil }
        cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isBearable else { return nil }
        self.salt = Array(salt)
        self.hash = Array(hash)
    }

    /// How it is kept.
    var text: String {
        let numbers = [cost.rounds, cost.blockSize, cost.parallelism].map { String($0) }
        let bytes = [salt, hash].map { Data($0).base64EncodedString() }
        return (["scrypt"] + numbers + bytes).joined(separator: "$")
    }

    /// Whether it is the password; takes as long for a wrong one.
    func isOf(_ password: String) throws -> Bool {
        let other = try Self.digest(password, salt, cost)
        return zip(hash, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Spends the time of a check on nobody's password.
    static func spend(_ password: String, cost: PasswordCost) throws {
        _ = try digest(password, [UInt8](repeating: 0, count: saltBytes), cost)
    }

    private static func digest(
        _ password: String, _ salt: [UInt8], _ cost: PasswordCost
    ) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: hashBytes,
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

/// What cannot be guessed.
enum RandomBytes {
    /// Bytes of the system.
    static func make(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A token of 64 hexadecimal digits.
    static func token() -> String {
        make(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// How a token is kept, so that who reads the file cannot use it; nil for what is no token.
    static func digest(ofToken token: String) -> Data? {
        guard token.utf8.count == 64, token.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        return Data(SHA256.hash(data: Array(token.utf8)))
    }
}
