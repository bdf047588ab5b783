internal import Crypto

/// The proof that who brings the code is who asked for it (RFC 7636).
enum PKCE {
    /// The challenge of a verifier, by the method S256.
    static func challenge(of verifier: String) -> String {
        Base64URL.encoded(SHA256.hash(data: Array(verifier.utf8)))
    }
}
