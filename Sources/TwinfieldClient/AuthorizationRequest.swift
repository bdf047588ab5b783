internal import ByteText
internal import ServiceHTTP

/// The first half of a login: the page on which a person lets us in, and what must come back.
///
/// Code flow with state and nonce, both mandatory (API reference, 1.3), and PKCE when it is asked.
public struct AuthorizationRequest: Sendable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// What is asked for (API reference, 1.2).
    static let scope = "openid twf.user twf.organisation twf.organisationUser offline_access"

    /// The page to open in a browser.
    public let url: String
    /// What the redirect must bring back.
    public let state: String
    /// What the identity token must hold.
    let nonce: String
    /// The verifier of PKCE; nil without it.
    let verifier: String?

    /// Makes a request with fresh secrets.
    public init(_ settings: TwinfieldSettings) {
        var generator = SystemRandomNumberGenerator()
        self.init(settings, using: &generator)
    }

    /// Makes a request with the secrets that a generator gives.
    public init(_ settings: TwinfieldSettings, using generator: inout some RandomNumberGenerator) {
        state = Self.secret(using: &generator)
        nonce = Self.secret(using: &generator)
        verifier = settings.usesPKCE ? Self.secret(using: &generator) : nil
        var pairs = [
            ("response_type", "code"), ("client_id", settings.clientID),
            ("redirect_uri", settings.redirectURI), ("scope", Self.scope), ("state", state),
            ("nonce", nonce),
        ]
        if let verifier {
            pairs += [
                ("code_challenge", PKCE.challenge(of: verifier)), ("code_challenge_method", "S256"),
            ]
        }
        url = LoginAddresses(settings).authorize + "?" + FormText.encoded(pairs)
    }

    /// The code in the address that the browser was sent to: whole, or from its path or query on.
    ///
    /// Throws when the person or Twinfield said no, and when the answer is for another request.
    func code(fromRedirect address: String) throws(ServiceFault) -> String {
        let unfit = ServiceFault(
            .notUnderstood, "the redirect address has no code of Twinfield",
            help: "paste the whole address the browser ended on, from http to its last character")
        var query = address.drop { $0.isWhitespace }
        if let mark = query.firstIndex(of: "?") { query = query[query.index(after: mark)...] }
        if let end = query.firstIndex(where: { $0 == "#" || $0.isWhitespace }) {
            query = query[..<end]
        }
        guard let pairs = FormText.decoded(query) else { throw unfit }
        if pairs["code"] == nil && pairs["error"] == nil { throw unfit }
        guard pairs["state"] == state else {
            throw ServiceFault(
                .rejected, "the redirect does not belong to this login (its state differs)",
                help: "open the address printed last, and use the redirect that it leads to")
        }
        if let error = pairs["error"] { throw Self.denial(error, pairs["error_description"]) }
        guard let code = pairs["code"], !code.isEmpty else { throw unfit }
        return code
    }

    private static func denial(_ error: String, _ description: String?) -> ServiceFault {
        let text = ShownText.oneLine((description ?? "").prefix(200))
        return ServiceFault(
            .refused,
            "Twinfield did not let us in: \(ShownText.oneLine(error.prefix(60)))"
                + (text.isEmpty ? "" : " (\(text))"),
            help: "log in as a user that may use this administration, and allow the access")
    }

    /// 256 bits as base64: 43 characters, as PKCE wants them.
    private static func secret(using generator: inout some RandomNumberGenerator) -> String {
        Base64URL.encoded((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// Four stars: the address holds the state.
    public var description: String { "****" }
    /// Four stars.
    public var debugDescription: String { "****" }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
