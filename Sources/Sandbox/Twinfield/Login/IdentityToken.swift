internal import BooksModel
internal import Crypto
internal import DomainModel

/// The identity token of the code grant: a JWT with the nonce.
///
/// The real one is signed with a key that nobody publishes (API reference, 1.1); this one is signed
/// with the secret of the program (HS256), so it cannot be told from a strange one either.
enum IdentityToken {
    private struct Head: Encodable {
        var alg = "HS256"
        var typ = "JWT"
    }

    /// Numbers here, as RFC 7519 demands; texts in the claims of an access token.
    private struct Claims: Encodable {
        var iss: String
        var aud: String
        var nonce: String
        var sub: String
        var iat: Int64
        var nbf: Int64
        var exp: Int64
        var authTime: Int64

        enum CodingKeys: String, CodingKey {
            case iss, aud, nonce, sub, iat, nbf, exp
            case authTime = "auth_time"
        }
    }

    /// Writes the token for a consent.
    static func text(
        for request: ConsentRequest, client: OAuthClient, organisation: Organisation,
        issuer: String, now: Instant
    ) -> String {
        let claims = Claims(
            iss: issuer, aud: client.id, nonce: request.nonce, sub: organisation.id,
            iat: now.seconds, nbf: now.seconds, exp: now.seconds + 300, authTime: now.seconds)
        let parts = [JSONAnswer.bytes(of: Head()), JSONAnswer.bytes(of: claims)]
        let signed = parts.map { Base64.urlText(of: $0) }.joined(separator: ".")
        let key = SymmetricKey(data: Array(client.secret.utf8))
        let signature = HMAC<SHA256>.authenticationCode(for: Array(signed.utf8), using: key)
        return signed + "." + Base64.urlText(of: signature)
    }
}
