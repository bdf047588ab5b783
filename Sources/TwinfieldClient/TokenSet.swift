public import DomainModel

/// What a login is worth: the tokens, and the cluster that they are for; none of it prints.
///
/// It is stored sealed, and encoded only for that.
public struct TokenSet: Sendable, Equatable {
    /// What gives the next access token; valid for many years (API reference, 1.5).
    public var refreshToken: String
    /// The refresh token before it, kept until the newer one has worked.
    public var previousRefreshToken: String?
    /// What opens the web services for about an hour.
    public var accessToken: String
    /// When the access token ends, by the clock of this machine.
    public var expires: Instant
    /// From when on a new access token is asked for.
    public var renewal: Instant
    /// The cluster, `twf.clusterUrl`; nil while it is not known.
    public var clusterURL: String?
    /// The organisation, `twf.organisationId`, where it is known.
    public var organisation: String?

    /// Makes a set.
    ///
    /// `renewal` is 60 s before the end, and half-way when the token lives shorter than 2 minutes.
    public init(
        refreshToken: String, previousRefreshToken: String? = nil, accessToken: String,
        obtained: Instant, lifetime seconds: Int64, clusterURL: String? = nil,
        organisation: String? = nil
    ) {
        let lifetime = min(max(seconds, 0), 366 * 86_400) * 1000
        self.refreshToken = refreshToken
        self.previousRefreshToken = previousRefreshToken
        self.accessToken = accessToken
        expires = Instant(milliseconds: obtained.milliseconds + lifetime)
        renewal = Instant(milliseconds: expires.milliseconds - min(60_000, lifetime / 2))
        self.clusterURL = clusterURL
        self.organisation = organisation
    }
}

extension TokenSet {
    /// What of it nobody may see.
    var secrets: [String] {
        [refreshToken, accessToken] + (previousRefreshToken.map { [$0] } ?? [])
    }
}

extension TokenSet: Codable {
    private enum CodingKeys: String, CodingKey {
        case refreshToken, previousRefreshToken, accessToken, expires, renewal, clusterURL
        case organisation
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        refreshToken = try values.decode(String.self, forKey: .refreshToken)
        previousRefreshToken = try values.decodeIfPresent(
            String.self, forKey: .previousRefreshToken)
        accessToken = try values.decode(String.self, forKey: .accessToken)
        expires = Instant(milliseconds: try values.decode(Int64.self, forKey: .expires))
        renewal = Instant(milliseconds: try values.decode(Int64.self, forKey: .renewal))
        clusterURL = try values.decodeIfPresent(String.self, forKey: .clusterURL)
        organisation = try values.decodeIfPresent(String.self, forKey: .organisation)
    }

    /// Writes all of it, tokens too: only for a store that seals it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(refreshToken, forKey: .refreshToken)
        try values.encodeIfPresent(previousRefreshToken, forKey: .previousRefreshToken)
        try values.encode(accessToken, forKey: .accessToken)
        try values.encode(expires.milliseconds, forKey: .expires)
        try values.encode(renewal.milliseconds, forKey: .renewal)
        try values.encodeIfPresent(clusterURL, forKey: .clusterURL)
        try values.encodeIfPresent(organisation, forKey: .organisation)
    }
}

extension TokenSet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Four stars.
    public var description: String { "****" }
    /// Four stars.
    public var debugDescription: String { "****" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
