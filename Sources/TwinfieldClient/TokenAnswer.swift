internal import FoundationEssentials

/// What the token endpoint answers, well or not (API reference, 1.4 and 1.5).
struct TokenAnswer: Decodable, Sendable {
    /// How long a token is taken to live when the answer does not say it.
    private static let unstatedLifetime: Int64 = 300

    let accessToken: String?
    let refreshToken: String?
    let identityToken: String?
    let tokenType: String?
    /// In seconds.
    let lifetime: Int64
    /// The code of an error, such as `invalid_grant`.
    let error: String?

    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case refreshToken = "refresh_token"
        case identityToken = "id_token"
        case tokenType = "token_type"
        case lifetime = "expires_in"
        case error
    }

    /// Reads the JSON of a body; nil when it is none.
    init?(_ body: [UInt8]) {
        guard let answer = try? JSONDecoder().decode(TokenAnswer.self, from: Data(body)) else {
            return nil
        }
        self = answer
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) -> String? {
            let text = (try? values.decodeIfPresent(String.self, forKey: key)) ?? nil
            return text?.isEmpty == true ? nil : text
        }
        accessToken = text(.accessToken)
        refreshToken = text(.refreshToken)
        identityToken = text(.identityToken)
        tokenType = text(.tokenType)
        error = text(.error)
        let number = (try? values.decodeIfPresent(Int64.self, forKey: .lifetime)) ?? nil
        lifetime = number ?? text(.lifetime).flatMap { Int64($0) } ?? Self.unstatedLifetime
    }

    /// Whether the token can be used in a header as it is, and as what Twinfield promises.
    var isBearer: Bool {
        guard let accessToken, tokenType == nil || tokenType?.lowercased() == "bearer" else {
            return false
        }
        return accessToken.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// The nonce that the identity token holds; nil when there is none to be read.
    ///
    /// Its signature cannot be checked, as Twinfield publishes no keys; it came over TLS from the
    /// token endpoint itself.
    var nonce: String? {
        struct Claims: Decodable { let nonce: String? }
        let parts = identityToken?.split(separator: ".") ?? []
        guard parts.count == 3, let bytes = Base64URL.decoded(parts[1]) else { return nil }
        return try? JSONDecoder().decode(Claims.self, from: Data(bytes)).nonce
    }
}
