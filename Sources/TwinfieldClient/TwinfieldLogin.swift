internal import FoundationEssentials
public import ServiceHTTP

/// The login service of Twinfield: codes and refresh tokens to access tokens, tokens to clusters.
public struct TwinfieldLogin: Sendable {
    /// The longest answer that is read.
    private static let answerLimit = 1 << 20

    let settings: TwinfieldSettings
    private let secret: ClientSecret
    private let transport: any ServiceTransport
    private let retrying: Retrying
    let clock: TwinfieldClock
    private var addresses: LoginAddresses { LoginAddresses(settings) }

    /// What became of a refresh token.
    enum Refreshed: Sendable {
        case tokens(TokenAnswer)
        /// `invalid_grant`: this refresh token is worth nothing.
        case refused
    }

    /// What the login service knows of an access token.
    enum Validated: Sendable {
        case claims(TokenClaims)
        /// The token is not known, or not valid any more.
        case invalid
    }

    /// Makes a login.
    public init(
        _ settings: TwinfieldSettings, secret: ClientSecret, transport: any ServiceTransport,
        retrying: Retrying, clock: TwinfieldClock = .system
    ) {
        self.settings = settings
        self.secret = secret
        self.transport = transport
        self.retrying = retrying
        self.clock = clock
    }

    /// The second half of a login: the tokens, with their cluster, ready to be saved.
    ///
    /// `address` is where the browser was sent to, or its path and query. A code can be used once:
    /// when the answer is lost the person logs in again.
    public func tokens(
        redirect address: String, of request: AuthorizationRequest
    ) async throws(ServiceFault) -> TokenSet {
        let code = try request.code(fromRedirect: address)
        var form = [
            ("grant_type", "authorization_code"), ("code", code),
            ("redirect_uri", settings.redirectURI),
        ]
        if let verifier = request.verifier { form.append(("code_verifier", verifier)) }
        guard
            case .tokens(let answer) = try await ask(
                form, isRepeatable: false, redaction(form.map(\.1)))
        else {
            throw ServiceFault(
                .refused, "Twinfield does not accept the code of this login",
                help: "a code works once and for a short time; log in again: "
                    + settings.connectHelp)
        }
        if let nonce = answer.nonce, nonce != request.nonce {
            throw ServiceFault(
                .rejected, "the answer belongs to another login (its nonce differs)",
                help: settings.connectHelp)
        }
        guard var tokens = tokens(from: answer, after: nil) else {
            throw ServiceFault(
                .notUnderstood, "Twinfield gave no refresh token",
                help: "the client needs the scope offline_access in the developer portal")
        }
        guard case .claims(let claims) = try await validate(tokens.accessToken) else {
            throw ServiceFault(
                .refused, "Twinfield does not know the token that it has just given",
                help: settings.connectHelp)
        }
        tokens.clusterURL = try cluster(of: claims, redaction: redaction(tokens.secrets))
        tokens.organisation = claims.organisation
        return tokens
    }

    /// Gives a refresh token for new tokens; asks again when the service does not answer.
    func refresh(
        _ refreshToken: String, redaction: Redaction
    ) async throws(ServiceFault) -> Refreshed {
        try await ask(
            [("grant_type", "refresh_token"), ("refresh_token", refreshToken)],
            isRepeatable: true, redaction)
    }

    /// The tokens of an answer; nil when it has no refresh token and none is known.
    ///
    /// The refresh token may be another one each time, the same, or left out (API reference, 1.5).
    func tokens(from answer: TokenAnswer, after used: TokenSet?) -> TokenSet? {
        guard let next = answer.refreshToken ?? used?.refreshToken,
            let accessToken = answer.accessToken
        else { return nil }
        let isNew = next != used?.refreshToken
        return TokenSet(
            refreshToken: next, previousRefreshToken: isNew ? used?.refreshToken : nil,
            accessToken: accessToken, obtained: clock.now(), lifetime: answer.lifetime,
            clusterURL: used?.clusterURL, organisation: used?.organisation)
    }

    /// Asks what an access token is worth.
    func validate(_ accessToken: String) async throws(ServiceFault) -> Validated {
        try checkAddress()
        return try await retrying.run { () async throws(ServiceFault) in
            try await validateOnce(accessToken)
        }
    }

    /// The cluster that a token is for, when requests may go there (API reference, 1.6).
    func cluster(
        of claims: TokenClaims, redaction: Redaction
    ) throws(ServiceFault) -> String {
        guard let text = claims.clusterURL else {
            throw ServiceFault(
                .refused, "Twinfield does not say on which cluster the organisation is",
                help: "the client needs the scope twf.organisation in the developer portal; then: "
                    + settings.connectHelp)
        }
        guard let address = ServiceAddress(text),
            address.isAllowed(hostSuffix: settings.allowedHostSuffix)
        else {
            throw ServiceFault(
                .refused,
                "the cluster \(redaction.shown(text, limit: 100)) is not a host that tokens may"
                    + " be sent to (https and \(settings.allowedHostSuffix))",
                help: "if it is right, set twinfield.allowed_host_suffix")
        }
        return address.text
    }

    /// Takes what this side knows as secret out of texts.
    func redaction(_ tokens: [String]) -> Redaction {
        Redaction([secret.text, basicPair] + tokens)
    }

    /// Client id and secret as the header wants them (API reference, 1.4).
    private var basicPair: String {
        Data((settings.clientID + ":" + secret.text).utf8).base64EncodedString()
    }
}

extension TwinfieldLogin {
    private typealias Step<Value: Sendable> = Retrying.Attempt<Value>

    private func ask(
        _ form: [(String, String)], isRepeatable: Bool, _ redaction: Redaction
    ) async throws(ServiceFault) -> Refreshed {
        try checkAddress()
        let request = ServiceRequest(
            .post(
                contentType: "application/x-www-form-urlencoded",
                body: Array(FormText.encoded(form).utf8)),
            url: addresses.token,
            headers: [("Authorization", "Basic " + basicPair), ("Accept", "application/json")])
        return try await retrying.run { () async throws(ServiceFault) in
            try await askOnce(request, isRepeatable: isRepeatable, redaction)
        }
    }

    private func askOnce(
        _ request: ServiceRequest, isRepeatable: Bool, _ redaction: Redaction
    ) async throws(ServiceFault) -> Retrying.Attempt<Refreshed> {
        let head: AnswerHead
        let body: [UInt8]
        do {
            let answer = try await transport.send(request)
            head = answer.head
            body = try await answer.bytes(atMost: Self.answerLimit)
        } catch {
            let fault = unreachable(error)
            guard error.isPassing, isRepeatable || error.isSurelyUnsent else { throw fault }
            return .again(fault)
        }
        let answer = TokenAnswer(body)
        switch head.status {
        case 200:
            if let answer, answer.isBearer { return .done(.tokens(answer)) }
            let fault = ServiceFault(
                .notUnderstood, "the login service of Twinfield gave no token in its answer")
            guard isRepeatable else { throw fault }
            return .again(fault)
        case 429: return .again(unavailable(429), after: head.retryAfter)
        case 500...:
            guard isRepeatable else { throw unavailable(head.status) }
            return .again(unavailable(head.status), after: head.retryAfter)
        case 400 where answer?.error == "invalid_grant": return .done(.refused)
        case _ where head.status == 401 || answer?.error == "invalid_client":
            throw ServiceFault(
                .refused, "Twinfield does not accept the client id or the client secret",
                help: "look them up in the developer portal, then: " + settings.connectHelp)
        default: throw refusal(head, answer?.error.map { redaction.shown($0, limit: 60) })
        }
    }

    private func validateOnce(
        _ accessToken: String
    ) async throws(ServiceFault) -> Retrying.Attempt<Validated> {
        let head: AnswerHead
        let body: [UInt8]
        do {
            let answer = try await transport.send(
                ServiceRequest(
                    url: addresses.validation(of: accessToken),
                    headers: [("Accept", "application/json")]))
            head = answer.head
            body = try await answer.bytes(atMost: Self.answerLimit)
        } catch {
            guard error.isPassing else { throw unreachable(error) }
            return .again(unreachable(error))
        }
        switch head.status {
        case 200:
            if let claims = TokenClaims(body) { return .done(.claims(claims)) }
            return .again(
                ServiceFault(
                    .notUnderstood, "the login service of Twinfield does not answer with JSON"))
        case 400, 401: return .done(.invalid)
        case 429, 500...: return .again(unavailable(head.status), after: head.retryAfter)
        default: throw refusal(head, nil)
        }
    }

    private func checkAddress() throws(ServiceFault) {
        guard ServiceAddress(settings.loginURL)?.isPrivate == true else {
            throw ServiceFault(
                .notConnected, "twinfield.login_url is no https address",
                help: "leave it out, or write https://login.twinfield.com")
        }
    }

    private func unreachable(_ fault: TransportFault) -> ServiceFault {
        if fault.kind == .cancelled { return .stopping }
        return ServiceFault(
            fault.kind == .tooLong ? .notUnderstood : .unreachable,
            "the login service of Twinfield: \(fault.message)")
    }

    private func unavailable(_ status: Int) -> ServiceFault {
        ServiceFault(.unavailable, "the login service of Twinfield answers \(status)")
    }

    private func refusal(_ head: AnswerHead, _ error: String?) -> ServiceFault {
        let isRedirect = (300..<400).contains(head.status)
        let code = error.map { " (\($0))" } ?? ""
        return ServiceFault(
            isRedirect ? .notUnderstood : .refused,
            "the login service of Twinfield answers \(head.status)\(code)",
            help: isRedirect ? "look at twinfield.login_url" : settings.connectHelp)
    }
}
