import DomainModel
import ServiceHTTP
import Testing

@testable import TwinfieldClient

/// A login: the address a person opens, what comes back, and the tokens.
@Suite struct LoginTests {
    private struct Counter: RandomNumberGenerator {
        var value: UInt64 = 1
        mutating func next() -> UInt64 {
            value &+= 0x9E37_79B9_7F4A_7C15
            return value
        }
    }

    private func settings(
        _ address: String = "https://login.twinfield.com", usesPKCE: Bool = false
    ) -> TwinfieldSettings {
        TwinfieldSettings(
            connection: "shop", loginURL: address, clientID: "client & co",
            redirectURI: "http://localhost:8765/callback", usesPKCE: usesPKCE, office: "NL01")
    }

    private func query(of request: AuthorizationRequest) throws -> [String: String] {
        let query = try #require(request.url.split(separator: "?").last)
        return try #require(FormText.decoded(query))
    }

    @Test func theAddressAsksForACodeWithStateAndNonce() throws {
        var generator = Counter()
        let request = AuthorizationRequest(settings(), using: &generator)
        let pairs = try query(of: request)
        #expect(
            request.url.hasPrefix(
                "https://login.twinfield.com/auth/authentication/connect/authorize?"))
        #expect(pairs["response_type"] == "code")
        #expect(pairs["client_id"] == "client & co")
        #expect(pairs["redirect_uri"] == "http://localhost:8765/callback")
        #expect(
            pairs["scope"]
                == "openid twf.user twf.organisation twf.organisationUser offline_access")
        #expect(pairs["state"]?.count == 43)
        #expect(pairs["nonce"]?.count == 43)
        #expect(pairs["state"] != pairs["nonce"])
        #expect(pairs["code_challenge"] == nil)
    }

    @Test func theChallengeOfPKCEIsTheDigestOfTheVerifier() throws {
        // RFC 7636, appendix B.
        #expect(
            PKCE.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        let request = AuthorizationRequest(settings(usesPKCE: true))
        let pairs = try query(of: request)
        #expect(pairs["code_challenge_method"] == "S256")
        let verifier = try #require(request.verifier)
        #expect(pairs["code_challenge"] == PKCE.challenge(of: verifier))
    }

    @Test func twoRequestsShareNoSecret() {
        let one = AuthorizationRequest(settings())
        let other = AuthorizationRequest(settings())
        #expect(one.state != other.state)
        #expect(one.nonce != other.nonce)
    }

    @Test(arguments: ["http://localhost:8765/callback?", "/callback?", "?", "", "  \n?"])
    func theCodeIsFoundInWhatAPersonPastes(_ start: String) throws {
        let request = AuthorizationRequest(settings())
        let code = try request.code(
            fromRedirect: start + "code=a%2Bb&state=\(request.state)#here \n")
        #expect(code == "a+b")
    }

    @Test(arguments: [
        "code=a&state=other", "code=a", "error=access_denied&state=other", "code=&state=STATE",
        "code=a&code=b&state=STATE", "", "hello", "state=STATE", "code=%zz&state=STATE",
    ])
    func whatIsNoAnswerToThisRequestIsRefused(_ query: String) {
        let request = AuthorizationRequest(settings())
        let text = "http://localhost/cb?" + query.replacing("STATE", with: request.state)
        let fault = #expect(throws: ServiceFault.self) { try request.code(fromRedirect: text) }
        #expect(fault?.message.contains(request.state) == false)
    }

    @Test func aPersonWhoSaysNoIsQuoted() {
        let request = AuthorizationRequest(settings())
        let fault = #expect(throws: ServiceFault.self) {
            try request.code(
                fromRedirect: "/cb?error=access_denied&error_description=No%0Away"
                    + "&state=\(request.state)")
        }
        #expect(fault?.kind == .refused)
        #expect(fault?.message.contains("access_denied") == true)
        #expect(fault?.message.contains("\n") == false)
    }

    @Test func aCodeBecomesTokensWithTheirCluster() async throws {
        try await withLogin { double, login, server in
            let request = AuthorizationRequest(login.settings)
            let tokens = try await login.tokens(
                redirect: "?code=code-1&state=\(request.state)", of: request)
            #expect(tokens.accessToken == "access-1")
            #expect(tokens.refreshToken == "refresh-1")
            #expect(tokens.clusterURL == server.address)
            #expect(tokens.organisation == "org-1")
            #expect(tokens.expires.milliseconds == TestTime.start + 3_600_000)
            #expect(tokens.renewal.milliseconds == TestTime.start + 3_540_000)
            let asked = try #require(server.seen.first)
            #expect(asked.method == "POST")
            #expect(asked.headers["authorization"] == "Basic Y2xpZW50ICYgY286czNjcjN0LXM=")
            let form = try #require(FormText.decoded(asked.body))
            #expect(form["grant_type"] == "authorization_code")
            #expect(form["redirect_uri"] == "http://localhost:8765/callback")
            #expect(form["code_verifier"] == nil)
            #expect(!asked.body.contains("s3cr3t"))
        }
    }

    @Test func anIdentityOfAnotherLoginIsRefused() async throws {
        try await withLogin { double, login, _ in
            let claims = Base64URL.encoded(Array(#"{"nonce":"another"}"#.utf8))
            double.set { $0.identityToken = "e30.\(claims).x" }
            let request = AuthorizationRequest(login.settings)
            let fault = await #expect(throws: ServiceFault.self) {
                try await login.tokens(
                    redirect: "?code=code-1&state=\(request.state)", of: request)
            }
            #expect(fault?.kind == .rejected)
        }
    }

    @Test func theIdentityOfThisLoginIsTaken() async throws {
        try await withLogin { double, login, _ in
            let request = AuthorizationRequest(login.settings)
            let claims = Base64URL.encoded(Array(#"{"nonce":"\#(request.nonce)"}"#.utf8))
            double.set { $0.identityToken = "e30.\(claims).x" }
            let tokens = try await login.tokens(
                redirect: "?code=code-1&state=\(request.state)", of: request)
            #expect(tokens.accessToken == "access-1")
        }
    }

    @Test func aUsedCodeAndAWrongSecretSayWhatToDo() async throws {
        try await withLogin { double, login, server in
            let request = AuthorizationRequest(login.settings)
            let used = await #expect(throws: ServiceFault.self) {
                try await login.tokens(
                    redirect: "?code=code-9&state=\(request.state)", of: request)
            }
            #expect(used?.kind == .refused)
            #expect(used?.help.contains("ccvmap connect twinfield --connection shop") == true)
            double.set {
                $0.instead = [.json(#"{"error":"invalid_client"}"#, status: 400)]
            }
            let wrong = await #expect(throws: ServiceFault.self) {
                try await login.tokens(
                    redirect: "?code=code-1&state=\(request.state)", of: request)
            }
            #expect(wrong?.kind == .refused)
            #expect(wrong?.message.contains("client secret") == true)
            #expect(server.seen.count == 2)
        }
    }

    @Test func aCodeIsNotSentTwiceWhenItsAnswerIsLost() async throws {
        try await withLogin { double, login, server in
            let request = AuthorizationRequest(login.settings)
            double.set { $0.instead = [.text("", status: 502)] }
            await #expect(throws: ServiceFault.self) {
                try await login.tokens(
                    redirect: "?code=code-1&state=\(request.state)", of: request)
            }
            #expect(server.seen.count == 1)
        }
    }

    @Test(arguments: [
        "", "https://accounting.example.com", "http://accounting.twinfield.com",
        "https://accounting.twinfield.com.example.com", "https://example.com/.twinfield.com",
        "https://example.com#.twinfield.com", "https://a@example.com:443/x.twinfield.com",
        "https://accounting.twinfield.com@example.com", "https://example.com?.twinfield.com",
        "https://eviltwinfield.com", "ftp://a.twinfield.com", "https://127.0.0.1.example.com",
        "https://.twinfield.com", "https://exa mple.twinfield.com", "//a.twinfield.com",
        #"https://example.com\\.twinfield.com"#, "http://127.0.0.1@example.com",
    ])
    func aClusterThatTokensMayNotGoToIsRefused(_ cluster: String) async throws {
        try await withLogin { double, login, server in
            double.set { $0.cluster = cluster }
            let request = AuthorizationRequest(login.settings)
            let fault = await #expect(throws: ServiceFault.self) {
                try await login.tokens(
                    redirect: "?code=code-1&state=\(request.state)", of: request)
            }
            #expect(fault?.kind == .refused)
            #expect(fault?.help.isEmpty == false)
            #expect(server.seen.count == 2)
        }
    }

    @Test(arguments: [
        ("https://accounting2.twinfield.com/", "https://accounting2.twinfield.com"),
        ("https://API.accounting.twinfield.com", "https://API.accounting.twinfield.com"),
        ("https://a.twinfield.com:8443", "https://a.twinfield.com:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("http://localhost/books", "http://localhost/books"),
    ])
    func aClusterOfTwinfieldOrOfThisMachineIsTaken(_ text: String, _ result: String) throws {
        let address = try #require(ServiceAddress(text))
        #expect(address.isAllowed(hostSuffix: ".twinfield.com"))
        #expect(address.text == result)
    }

    private func withLogin(
        _ test: (LoginDouble, TwinfieldLogin, LocalServer) async throws -> Void
    ) async throws {
        let double = LoginDouble()
        let time = TestTime()
        let transport = try TestNetwork.transport()
        let server = LocalServer { seen, server in
            double.reply(seen, server) ?? .text("", status: 404)
        }
        try await server.run { server in
            let login = TwinfieldLogin(
                settings(server.address), secret: ClientSecret("s3cr3t-s"), transport: transport,
                retrying: time.retrying(), clock: time.clock)
            try await test(double, login, server)
        }
    }
}
