internal import BooksModel
internal import DomainModel

/// Asks a person whether a program may act in the books (API reference, 1.3).
enum ConsentEndpoint {
    /// The scopes that exist here; those of REST resources do not.
    private static let scopes: Set = [
        "openid", "twf.user", "twf.organisation", "twf.organisationUser", "offline_access",
    ]

    /// Shows the consent page, or says what is wrong with the request.
    ///
    /// Nothing is sent to an address that is not registered. The form holds only a ticket; what it
    /// stands for stays here, so that nobody can change it on the way.
    static func ask(
        _ request: WireRequest, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        let names = request.query.map(\.name)
        guard Set(names).count == names.count else {
            return ConsentPage.error("invalid_request", world.twinfieldMood.language)
        }
        guard let clientID = request.queryValue("client_id"),
            let client = world.logins.client(clientID)
        else { return ConsentPage.error("unauthorized_client", world.twinfieldMood.language) }
        guard let redirect = request.queryValue("redirect_uri"),
            client.accepts(redirect: redirect)
        else { return ConsentPage.error("invalid_redirect_uri", world.twinfieldMood.language) }
        let state = request.queryValue("state")
        if let problem = problem(in: request) {
            return back(to: redirect, [("error", problem), ("state", state)])
        }
        let consent = ConsentRequest(
            ticket: LoginService.token(&random), clientID: clientID, redirectURI: redirect,
            scopes: scopes(of: request), state: state, nonce: request.queryValue("nonce") ?? "",
            codeChallenge: request.queryValue("code_challenge"))
        world.changeLogins(.ask(consent), at: now)
        return ConsentPage.question(consent, organisation: world.organisation.name)
    }

    /// Takes what the person decided on the page, once.
    static func decide(
        _ request: WireRequest, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        let language = world.twinfieldMood.language
        guard let form = LoginForm(request), let ticket = form["ticket"],
            let consent = world.logins.request(ticket, at: now)
        else { return ConsentPage.error("invalid_request", language) }
        switch form["decision"] {
        case "approve":
            let code = LoginService.token(&random)
            world.changeLogins(.approve(ticket: ticket, code: code), at: now)
            return back(to: consent.redirectURI, [("code", code), ("state", consent.state)])
        case "refuse":
            world.changeLogins(.refuse(ticket: ticket), at: now)
            return back(
                to: consent.redirectURI, [("error", "access_denied"), ("state", consent.state)])
        default: return ConsentPage.error("invalid_request", language)
        }
    }

    private static func scopes(of request: WireRequest) -> [String] {
        (request.queryValue("scope") ?? "").split(separator: " ").map(String.init)
    }

    /// The OAuth word for what is wrong, in the order in which it is checked; a guess.
    private static func problem(in request: WireRequest) -> String? {
        guard let type = request.queryValue("response_type") else { return "invalid_request" }
        guard type == "code" else { return "unsupported_response_type" }
        guard let nonce = request.queryValue("nonce"), !nonce.isEmpty else {
            return "invalid_request"
        }
        let asked = scopes(of: request)
        guard asked.contains("openid"), asked.allSatisfy(scopes.contains) else {
            return "invalid_scope"
        }
        let challenge = request.queryValue("code_challenge")
        let method = request.queryValue("code_challenge_method")
        switch (challenge, method) {
        case (nil, nil): return nil
        case (let challenge?, "S256"): return challenge.utf8.count == 43 ? nil : "invalid_request"
        default: return "invalid_request"
        }
    }

    /// Sends the browser back to the program.
    private static func back(
        to address: String, _ values: [(name: String, value: String?)]
    ) -> WireAnswer {
        let query = values.compactMap { name, value in
            value.map { name + "=" + LoginForm.encoded($0) }
        }
        let joint = address.contains("?") ? "&" : "?"
        return WireAnswer(
            status: 302,
            headers: [
                .init("Location", address + joint + query.joined(separator: "&")),
                .init("Cache-Control", "no-store"),
            ])
    }
}
