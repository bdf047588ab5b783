internal import Crypto
internal import FoundationEssentials

/// The key and the secrets that clients of the sandbox use; they open nothing else.
///
/// They are made from the seed: the same seed gives the same key, so that a client that was
/// connected stays connected to a sandbox that keeps nothing.
public struct SandboxIdentity: Sendable, Hashable, Codable {
    /// The key for CCV: `l_` and 40 hexadecimal digits (API reference of CCV, section 2).
    public var apiKey: String
    /// The client at Twinfield's login.
    public var clientID: String
    /// The secret of that client.
    public var clientSecret: String

    /// Makes the key and the secrets of a seed.
    init(seed: UInt64) {
        func digits(_ purpose: String) -> String {
            SHA256.hash(data: Data("ccvmap sandbox \(seed) \(purpose)".utf8))
                .map { Self.hex($0) }.joined()
        }
        apiKey = "l_" + digits("api key").prefix(40)
        clientID = "ccvmap-sandbox"
        clientSecret = String(digits("client secret").prefix(40))
    }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
    }
}
