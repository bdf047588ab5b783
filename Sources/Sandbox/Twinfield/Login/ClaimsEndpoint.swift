internal import BooksModel
internal import DomainModel

/// Tells what an access token stands for, and where the web services are (API reference, 1.6).
enum ClaimsEndpoint {
    private struct Refusal: Encodable {
        var message: String

        enum CodingKeys: String, CodingKey {
            case message = "Message"
        }
    }

    private struct Person: Encodable {
        var sub: String
        var name: String
        var organisationUserCode: String?
        var organisationId: String?

        enum CodingKeys: String, CodingKey {
            case sub, name
            case organisationUserCode = "twf.organisationUserCode"
            case organisationId = "twf.organisationId"
        }
    }

    /// Answers `accesstokenvalidation?token=…`; 400 with a `Message` for a token that is not valid.
    ///
    /// Some clients post the token, without saying that the body is a form.
    static func validation(_ request: WireRequest, world: World, now: Instant) -> WireAnswer {
        let shown = request.queryValue("token") ?? LoginForm(body: request.body)["token"]
        guard let shown, let token = world.logins.validAccessToken(shown, at: now) else {
            return JSONAnswer.of(Refusal(message: "Invalid token"), status: 400)
        }
        let isSilent = world.twinfieldMood.withoutClusterURL
        var claims = LoginClaims(
            organisation: world.organisation, scopes: token.grant.scopes,
            baseURL: isSilent ? nil : request.baseURL)
        claims.iss = LoginClaims.issuer(request.baseURL)
        claims.aud = LoginClaims.issuer(request.baseURL) + "/resources"
        claims.nbf = String(token.issued.seconds)
        claims.exp = String(token.expires.seconds)
        claims.clientID = token.grant.clientID
        claims.scope = token.grant.scopes
        claims.authTime = String(token.grant.authTime.seconds)
        return JSONAnswer.of(claims)
    }

    /// Answers `userinfo` for the bearer of a token.
    static func userInfo(_ request: WireRequest, world: World, now: Instant) -> WireAnswer {
        let parts = (request.header("authorization") ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let token = world.logins.validAccessToken(String(parts[1]), at: now)
        else {
            var answer = JSONAnswer.error("invalid_token", status: 401)
            answer.headers.append(.init("WWW-Authenticate", "Bearer error=\"invalid_token\""))
            return answer
        }
        let organisation = world.organisation
        let isUser = token.grant.scopes.contains("twf.user")
        return JSONAnswer.of(
            Person(
                sub: organisation.id, name: organisation.userName,
                organisationUserCode: isUser ? organisation.userCode : nil,
                organisationId: isUser ? organisation.id : nil))
    }
}
