internal import Crypto
internal import DomainModel

/// Hands out tokens for codes and refresh tokens (API reference, 1.4 and 1.5).
enum TokenEndpoint {
    private struct Answer: Encodable {
        var accessToken: String
        var seconds: Int
        var type = "Bearer"
        var refreshToken: String?
        var identityToken: String?

        enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case seconds = "expires_in"
            case type = "token_type"
            case refreshToken = "refresh_token"
            case identityToken = "id_token"
        }
    }

    /// Answers a request for tokens.
    ///
    /// What goes wrong answers with 400 and an OAuth error, with 401 when the program cannot prove
    /// itself; the real errors were never recorded, so both are guesses from RFC 6749.
    static func answer(
        _ request: WireRequest, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        guard let form = LoginForm(request), !form.repeatsAField else {
            return JSONAnswer.error("invalid_request")
        }
        let client: OAuthClient
        switch ClientProof.client(request, form, world.logins) {
        case .known(let found): client = found
        case .unknown:
            var answer = JSONAnswer.error("invalid_client", status: 401)
            answer.headers.append(.init("WWW-Authenticate", "Basic realm=\"Twinfield\""))
            return answer
        case .ambiguous: return JSONAnswer.error("invalid_request")
        }
        switch form["grant_type"] {
        case "authorization_code":
            return exchange(
                form, client, issuer: LoginClaims.issuer(request.baseURL), world: &world, now: now,
                random: &random)
        case "refresh_token":
            return refresh(form, client, world: &world, now: now, random: &random)
        case nil: return JSONAnswer.error("invalid_request")
        default: return JSONAnswer.error("unsupported_grant_type")
        }
    }

    private static func exchange(
        _ form: LoginForm, _ client: OAuthClient, issuer: String, world: inout World,
        now: Instant, random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        guard let text = form["code"] else { return JSONAnswer.error("invalid_request") }
        guard let code = world.logins.usableCode(text, at: now),
            code.request.clientID == client.id,
            code.request.redirectURI == form["redirect_uri"],
            isProven(code.request.codeChallenge, by: form["code_verifier"])
        else { return JSONAnswer.error("invalid_grant") }
        let isOffline = code.request.scopes.contains("offline_access")
        let tokens = LoginsChange.Tokens(
            access: LoginService.token(&random),
            refresh: isOffline ? LoginService.token(&random) : nil,
            seconds: world.twinfieldMood.accessTokenSeconds)
        world.changeLogins(.exchange(code: text, tokens), at: now)
        let identity = IdentityToken.text(
            for: code.request, client: client, organisation: world.organisation,
            issuer: issuer, now: now)
        return JSONAnswer.of(
            Answer(
                accessToken: tokens.access, seconds: tokens.seconds,
                refreshToken: tokens.refresh, identityToken: identity))
    }

    private static func refresh(
        _ form: LoginForm, _ client: OAuthClient, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        guard let old = form["refresh_token"] else { return JSONAnswer.error("invalid_request") }
        guard let grant = world.logins.grant(ofRefreshToken: old), grant.clientID == client.id
        else { return JSONAnswer.error("invalid_grant") }
        let rotates = world.twinfieldMood.rotatesRefreshTokens
        let tokens = LoginsChange.Tokens(
            access: LoginService.token(&random),
            refresh: rotates ? LoginService.token(&random) : nil,
            seconds: world.twinfieldMood.accessTokenSeconds)
        world.changeLogins(.refresh(old: old, tokens), at: now)
        return JSONAnswer.of(
            Answer(
                accessToken: tokens.access, seconds: tokens.seconds,
                refreshToken: tokens.refresh ?? old))
    }

    /// Whether the verifier of PKCE fits; without a challenge there must be none (RFC 7636, 4.6).
    private static func isProven(_ challenge: String?, by verifier: String?) -> Bool {
        guard let challenge else { return verifier == nil }
        guard let verifier, (43...128).contains(verifier.utf8.count) else { return false }
        return Base64.urlText(of: SHA256.hash(data: Array(verifier.utf8))) == challenge
    }
}
