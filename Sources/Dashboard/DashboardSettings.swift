public import DomainModel

/// How the dashboard is reached.
public struct DashboardSettings: Sendable {
    /// The path before every address, such as `/ccvmap`; empty for none, without a `/` at its end.
    public var basePath: String
    /// The names by which browsers may call it, in lower case and without a port.
    public var hostNames: Set<String>
    /// What the header `Origin` of a form may be besides the address that was called: the public
    /// one, such as `https://books.example`.
    public var origins: Set<String>
    /// Whether browsers reach it by https.
    public var isSecure: Bool
    /// The zone of the days and times on the pages.
    public var zone: TimeZoneRules
    /// Whether a web server stands before it, whose word on addresses is believed.
    public var isBehindServer: Bool
    /// The version of the program, for reports.
    public var version: String

    /// Says how it is reached.
    public init(
        basePath: String, hostNames: Set<String>, origins: Set<String>, isSecure: Bool,
        isBehindServer: Bool, zone: TimeZoneRules, version: String
    ) {
        self.basePath = basePath
        self.hostNames = hostNames
        self.origins = origins
        self.isSecure = isSecure
        self.isBehindServer = isBehindServer
        self.zone = zone
        self.version = version
    }
}
