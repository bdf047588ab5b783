/// What a program asks a person to agree to (API reference, 1.3).
public struct ConsentRequest: Sendable, Equatable, Codable {
    /// The unguessable name of this request; the consent page sends nothing else back.
    public var ticket: String
    /// The program that asks.
    public var clientID: String
    /// Where the answer goes.
    public var redirectURI: String
    /// What is asked for, such as `openid` and `offline_access`.
    public var scopes: [String]
    /// Comes back unchanged with the answer.
    public var state: String?
    /// Comes back in the identity token.
    public var nonce: String
    /// The S256 challenge of PKCE, when the program uses it.
    public var codeChallenge: String?
}
