internal import FoundationEssentials

/// What an access token is worth, as the login service says (API reference, 1.6).
struct TokenClaims: Decodable, Sendable {
    /// `twf.clusterUrl`; sometimes it is not there.
    let clusterURL: String?
    /// `twf.organisationId`.
    let organisation: String?

    private enum CodingKeys: String, CodingKey {
        case clusterURL = "twf.clusterUrl"
        case organisation = "twf.organisationId"
    }

    /// Reads the JSON of a body; nil when it is no object.
    init?(_ body: [UInt8]) {
        guard let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(body)) else {
            return nil
        }
        self = claims
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) -> String? {
            let text = (try? values.decodeIfPresent(String.self, forKey: key)) ?? nil
            return text?.isEmpty == true ? nil : text
        }
        clusterURL = text(.clusterURL)
        organisation = text(.organisation)
    }
}
