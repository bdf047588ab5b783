/// What a secret is for.
public enum SecretKind: String, Sendable, CaseIterable {
    /// The key of CCV's API.
    case apiKey = "api_key"
    /// The client secret of Twinfield.
    case clientSecret = "client_secret"
    /// Twinfield's tokens, as the client writes them.
    case tokens
    /// The key that seals the second factors of people.
    case peopleKey = "people_key"
}
