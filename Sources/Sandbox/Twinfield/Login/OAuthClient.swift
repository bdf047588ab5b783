/// A program that is registered with the login service, as in Twinfield's developer portal.
public struct OAuthClient: Sendable, Equatable, Codable {
    /// Names the program.
    public var id: String
    /// Proves that it is the program.
    public var secret: String
    /// Where answers may be sent to; compared to the letter (API reference, 1.3).
    public var redirectURIs: [String]

    /// Takes the parts.
    public init(id: String, secret: String, redirectURIs: [String]) {
        self.id = id
        self.secret = secret
        self.redirectURIs = redirectURIs
    }
}
