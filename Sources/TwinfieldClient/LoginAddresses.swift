/// The addresses of the login service (API reference, 1.1).
struct LoginAddresses: Sendable {
    private let base: String

    /// Takes the host of the settings.
    init(_ settings: TwinfieldSettings) {
        var host = settings.loginURL[...]
        while host.hasSuffix("/") { host = host.dropLast() }
        base = host + "/auth/authentication/connect"
    }

    /// The page that a person opens.
    var authorize: String { base + "/authorize" }

    /// Where codes and refresh tokens are given for access tokens.
    var token: String { base + "/token" }

    /// What an access token is worth; the address holds the token.
    func validation(of accessToken: String) -> String {
        base + "/accesstokenvalidation?" + FormText.encoded([("token", accessToken)])
    }
}
