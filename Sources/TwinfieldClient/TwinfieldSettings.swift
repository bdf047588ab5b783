/// How to reach Twinfield, without secrets.
public struct TwinfieldSettings: Sendable, Hashable {
    /// The name of the connection, for what messages tell people to type.
    public var connection: String
    /// The login service: scheme and host, such as `https://login.twinfield.com`.
    public var loginURL: String
    /// The client id of the developer portal.
    public var clientID: String
    /// The redirect address, exactly as it is registered in the developer portal.
    public var redirectURI: String
    /// Whether the login uses PKCE (S256); Twinfield documents nothing about it.
    public var usesPKCE: Bool
    /// How many credits may be spent a minute; nil means that this side does not count.
    public var creditsPerMinute: Int?
    /// How the host of a cluster must end, with its dot, such as `.twinfield.com`.
    public var allowedHostSuffix: String
    /// The administration, `CompanyCode`.
    public var office: String

    /// Makes settings; the defaults are those of Twinfield itself and of an uncertified client.
    public init(
        connection: String, loginURL: String = "https://login.twinfield.com", clientID: String,
        redirectURI: String, usesPKCE: Bool = false, creditsPerMinute: Int? = 25,
        allowedHostSuffix: String = ".twinfield.com", office: String
    ) {
        self.connection = connection
        self.loginURL = loginURL
        self.clientID = clientID
        self.redirectURI = redirectURI
        self.usesPKCE = usesPKCE
        self.creditsPerMinute = creditsPerMinute
        self.allowedHostSuffix = allowedHostSuffix
        self.office = office
    }

    /// What to type to log in anew.
    var connectHelp: String { "ccvmap connect twinfield --connection \(connection)" }
}
