/// Where a running sandbox is reached, and with which key and secrets: the line on stdout.
public struct SandboxAddresses: Sendable, Hashable, Codable {
    /// The base address of CCV's API, ending in `/api/v1`.
    public var ccv: String
    /// The address of Twinfield's login and of its cluster: the host only.
    public var twinfield: String
    /// The base of the admin address.
    public var admin: String
    /// The key for CCV.
    public var apiKey: String
    /// The client at Twinfield's login.
    public var clientID: String
    /// The secret of that client.
    public var clientSecret: String
    /// The code of the office.
    public var office: String

    private enum CodingKeys: String, CodingKey {
        case ccv, twinfield, admin, office
        case apiKey = "api_key"
        case clientID = "client_id"
        case clientSecret = "client_secret"
    }

    init(port: Int, identity: SandboxIdentity, office: String) {
        let base = Self.base(port: port)
        ccv = base + "/api/v1"
        twinfield = base
        admin = base + "/admin"
        apiKey = identity.apiKey
        clientID = identity.clientID
        clientSecret = identity.clientSecret
        self.office = office
    }

    static func base(port: Int) -> String { "http://127.0.0.1:\(port)" }

    /// One line of JSON, without a line end.
    public var line: String { String(decoding: JSONTree.document(of: self), as: UTF8.self) }
}
