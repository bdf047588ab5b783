internal import ByteText
internal import ServiceHTTP

/// Keeps the tokens of one connection fresh, for all who ask at once.
///
/// However many ask, one refresh runs at a time, and its tokens are in the store before anybody
/// gets them. Other processes may use the same store: it is read before each refresh, and again
/// when a refresh token is refused.
actor TokenKeeper {
    /// What a request needs: a token, and where to send it.
    struct Access: Sendable {
        var token: String
        var cluster: String
        /// Takes all secrets of the connection out of texts.
        var redaction: Redaction
    }

    private let login: TwinfieldLogin
    private let store: any TokenStore
    private var tokens: TokenSet? { didSet { remember(tokens) } }
    /// The secrets of the last few sets of tokens: an answer may come late.
    private var secrets: [String] = []
    /// Tokens that could not be saved: never used, and saved first when anybody asks again.
    private var unsaved: TokenSet? { didSet { remember(unsaved) } }
    private var refusedToken: String?
    private var work: Task<Result<Access, ServiceFault>, Never>?

    /// Makes a keeper of what a store holds.
    init(login: TwinfieldLogin, store: any TokenStore) {
        self.login = login
        self.store = store
    }

    /// A token that is good for a minute or more, and the cluster.
    ///
    /// `refused` is a token that the web services did not take: another one is given, by a refresh
    /// unless somebody has refreshed since.
    func access(insteadOf refused: String? = nil) async throws(ServiceFault) -> Access {
        while let work {
            let result = await work.value
            if case .success(let access) = result, access.token == refused { continue }
            return try result.get()
        }
        if let access = usable(tokens, insteadOf: refused) { return access }
        let task = Task { await self.renew(insteadOf: refused) }
        work = task
        return try await task.value.get()
    }

    /// Notes that the web services did not take a token: nobody gets it any more.
    func refuse(_ token: String) { refusedToken = token }

    /// Forgets where the cluster is: it may have moved (API reference, 10, row 32).
    func forgetCluster(_ cluster: String) {
        if tokens?.clusterURL == cluster { tokens?.clusterURL = nil }
    }

    private func renew(insteadOf refused: String?) async -> Result<Access, ServiceFault> {
        defer { work = nil }
        do throws(ServiceFault) {
            if let pending = unsaved { try await keep(pending) }
            let forgotten = tokens.map { $0.clusterURL == nil } ?? false
            guard var current = try await stored() else { throw notConnected }
            if forgotten, current.accessToken == tokens?.accessToken { current.clusterURL = nil }
            tokens = current
            if let access = usable(current, insteadOf: refused) { return .success(access) }
            var isFresh = false
            if isDue(current) || isRefused(current, refused) {
                try await refresh(current)
                isFresh = true
            }
            return .success(try await located(isFresh: isFresh))
        } catch {
            return .failure(error)
        }
    }

    /// The tokens with their cluster; asks for it when it is not known.
    private func located(isFresh: Bool) async throws(ServiceFault) -> Access {
        guard var current = tokens else { throw notConnected }
        if let access = access(of: current) { return access }
        switch try await login.validate(current.accessToken) {
        case .claims(let claims):
            let cluster = try login.cluster(
                of: claims, redaction: login.redaction(secrets))
            if let other = try await stored(), other.accessToken != current.accessToken {
                // Another process has refreshed meanwhile; its tokens must not be overwritten.
                current = other
            }
            current.clusterURL = cluster
            current.organisation = claims.organisation ?? current.organisation
            try await keep(current)
            return try await located(isFresh: true)
        case .invalid:
            guard !isFresh else {
                throw ServiceFault(
                    .refused, "Twinfield does not know the token that it has just given",
                    help: login.settings.connectHelp)
            }
            try await refresh(current)
            return try await located(isFresh: true)
        }
    }

    /// Refreshes by the newest refresh token that is accepted, and keeps the result.
    private func refresh(_ current: TokenSet) async throws(ServiceFault) {
        var base = current
        var tried: [String] = []
        while true {
            tried.append(base.refreshToken)
            if case .tokens(let answer) = try await login.refresh(
                base.refreshToken, redaction: login.redaction(secrets))
            {
                guard let next = login.tokens(from: answer, after: base) else {
                    throw notConnected
                }
                try await keep(next)
                refusedToken = nil
                return
            }
            if let other = try await stored(), other.accessToken != current.accessToken,
                !tried.contains(other.refreshToken)
            {
                // Another process was faster; its tokens are as good as ours would have been.
                tokens = other
                if !isDue(other) { return }
                base = other
            } else if let previous = base.previousRefreshToken, !tried.contains(previous) {
                base.refreshToken = previous
                base.previousRefreshToken = nil
            } else {
                throw ServiceFault(
                    .refused,
                    "Twinfield does not accept the login any more (invalid_grant): the access was"
                        + " withdrawn, or the user or the client secret was changed",
                    help: login.settings.connectHelp)
            }
        }
    }

    /// Saves tokens, and only then uses them.
    private func keep(_ next: TokenSet) async throws(ServiceFault) {
        unsaved = next
        do { try await store.save(next) } catch {
            throw ServiceFault(
                .notConnected,
                "the tokens of Twinfield cannot be saved, so they are not used: "
                    + described(error),
                help: "mend what keeps the file of the secrets from being written")
        }
        unsaved = nil
        tokens = next
    }

    private func stored() async throws(ServiceFault) -> TokenSet? {
        do { return try await store.load() } catch {
            throw ServiceFault(
                .notConnected,
                "the tokens of Twinfield cannot be read: \(described(error))",
                help: "mend what keeps the file of the secrets from being read")
        }
    }

    private func described(_ error: any Error) -> String {
        login.redaction(secrets).shown(String(describing: error))
    }

    private func remember(_ tokens: TokenSet?) {
        for secret in tokens?.secrets ?? [] where !secrets.contains(secret) {
            secrets.append(secret)
        }
        if secrets.count > 20 { secrets.removeFirst(secrets.count - 20) }
    }

    private func usable(_ tokens: TokenSet?, insteadOf refused: String?) -> Access? {
        guard let tokens, !isDue(tokens), !isRefused(tokens, refused), unsaved == nil else {
            return nil
        }
        return access(of: tokens)
    }

    private func access(of tokens: TokenSet) -> Access? {
        guard let text = tokens.clusterURL, let address = ServiceAddress(text),
            address.isAllowed(hostSuffix: login.settings.allowedHostSuffix)
        else { return nil }
        return Access(
            token: tokens.accessToken, cluster: address.text,
            redaction: login.redaction(secrets))
    }

    private func isRefused(_ tokens: TokenSet, _ refused: String?) -> Bool {
        tokens.accessToken == refused || tokens.accessToken == refusedToken
    }

    private func isDue(_ tokens: TokenSet) -> Bool { login.clock.now() >= tokens.renewal }

    private var notConnected: ServiceFault {
        ServiceFault(
            .notConnected, "this connection is not connected to Twinfield",
            help: login.settings.connectHelp)
    }
}
