public import DomainModel

/// What the login service of the sandbox remembers: programs, consents and tokens.
public struct Logins: Sendable, Equatable, Codable {
    /// What a person agreed to, and when; it lasts until it is withdrawn.
    public struct Grant: Sendable, Equatable, Codable {
        /// The program that may act.
        public var clientID: String
        /// What it may do.
        public var scopes: [String]
        /// When the person logged in.
        public var authTime: Instant
    }

    /// A code that may be exchanged for tokens once, within five minutes.
    struct Code: Sendable, Equatable, Codable {
        var request: ConsentRequest
        var issued: Instant
        var isUsed = false
    }

    /// A token for the web services.
    struct AccessToken: Sendable, Equatable, Codable {
        var grant: Grant
        var issued: Instant
        var expires: Instant
    }

    /// How long a code may be exchanged, in milliseconds; a guess.
    static let codeLifetime: Int64 = 300_000
    /// How long a consent page may stand open, in milliseconds; a guess.
    static let requestLifetime: Int64 = 3_600_000

    /// The programs that may ask for consent.
    public private(set) var clients: [OAuthClient]
    private var requests: [String: Pending] = [:]
    private var codes: [String: Code] = [:]
    private var accessTokens: [String: AccessToken] = [:]
    private var refreshTokens: [String: Grant] = [:]

    private struct Pending: Sendable, Equatable, Codable {
        var request: ConsentRequest
        var asked: Instant
    }

    /// Knows these programs; nobody has agreed to anything yet.
    public init(clients: [OAuthClient] = []) { self.clients = clients }

    /// The program of this id.
    public func client(_ id: String) -> OAuthClient? { clients.first { $0.id == id } }

    /// The request that a consent page was shown for, while it may be answered.
    func request(_ ticket: String, at now: Instant) -> ConsentRequest? {
        guard let pending = requests[ticket],
            now.milliseconds - pending.asked.milliseconds <= Self.requestLifetime
        else { return nil }
        return pending.request
    }

    /// The code, when it may be exchanged.
    func usableCode(_ code: String, at now: Instant) -> Code? {
        guard let found = codes[code], !found.isUsed,
            now.milliseconds - found.issued.milliseconds <= Self.codeLifetime
        else { return nil }
        return found
    }

    /// The access token, when it is valid.
    func validAccessToken(_ token: String, at now: Instant) -> AccessToken? {
        guard let found = accessTokens[token], now < found.expires else { return nil }
        return found
    }

    /// What a refresh token stands for, when it is valid; it has no end (25 years).
    public func grant(ofRefreshToken token: String) -> Grant? { refreshTokens[token] }

    /// Makes a change.
    public mutating func apply(_ change: LoginsChange, at now: Instant) {
        switch change {
        case .register(let client):
            clients.removeAll { $0.id == client.id }
            clients.append(client)
        case .ask(let request):
            requests = requests.filter {
                now.milliseconds - $0.value.asked.milliseconds <= Self.requestLifetime
            }
            requests[request.ticket] = Pending(request: request, asked: now)
        case .refuse(let ticket): requests[ticket] = nil
        case .approve(let ticket, let code):
            guard let pending = requests.removeValue(forKey: ticket) else { return }
            codes[code] = Code(request: pending.request, issued: now)
        case .exchange(let code, let tokens): exchange(code, for: tokens, at: now)
        case .refresh(let old, let tokens):
            guard let grant = refreshTokens[old] else { return }
            if tokens.refresh != nil { refreshTokens[old] = nil }
            issue(tokens, for: grant, at: now)
        case .expireAccessTokens: accessTokens = [:]
        case .revokeConsents:
            accessTokens = [:]
            refreshTokens = [:]
        }
    }

    private mutating func exchange(
        _ code: String, for tokens: LoginsChange.Tokens, at now: Instant
    ) {
        guard let found = codes[code] else { return }
        codes[code]?.isUsed = true
        let request = found.request
        let grant = Grant(
            clientID: request.clientID, scopes: request.scopes, authTime: found.issued)
        issue(tokens, for: grant, at: now)
    }

    private mutating func issue(
        _ tokens: LoginsChange.Tokens, for grant: Grant, at now: Instant
    ) {
        accessTokens = accessTokens.filter { now < $0.value.expires }
        let end = Instant(milliseconds: now.milliseconds + Int64(tokens.seconds) * 1000)
        accessTokens[tokens.access] = AccessToken(grant: grant, issued: now, expires: end)
        if let refresh = tokens.refresh { refreshTokens[refresh] = grant }
    }
}
