/// One change of what the login service remembers.
public enum LoginsChange: Sendable, Equatable, Codable {
    /// The tokens of one answer.
    public struct Tokens: Sendable, Equatable, Codable {
        /// The access token.
        public var access: String
        /// The refresh token; nil when the one that was used stays, or none was asked for.
        public var refresh: String?
        /// How long the access token lives.
        public var seconds: Int

        /// Takes the parts.
        public init(access: String, refresh: String?, seconds: Int) {
            self.access = access
            self.refresh = refresh
            self.seconds = seconds
        }
    }

    /// A program is registered, or registered anew: its secret and its addresses change.
    case register(OAuthClient)
    /// A consent page was shown.
    case ask(ConsentRequest)
    /// A person refused.
    case refuse(ticket: String)
    /// A person agreed, and a code was handed out.
    case approve(ticket: String, code: String)
    /// A code was exchanged for tokens.
    case exchange(code: String, Tokens)
    /// A refresh token was used.
    case refresh(old: String, Tokens)
    /// All access tokens end now; refresh tokens stay.
    case expireAccessTokens
    /// All consents are withdrawn: no token works any more.
    case revokeConsents
}
