import CCVClient
import ConfigurationReading
import FoundationEssentials
import RuleEngine
import SecretStore
import ServiceHTTP
import TwinfieldClient

/// One connection of the configuration, with what is needed to talk to its services.
struct LiveConnection: Sendable {
    let configuration: Configuration
    let connection: ConnectionConfiguration
    let vault: SecretVault
    let transport: NetworkTransport
    let retrying: Retrying

    var name: String { connection.name }

    init(_ connection: ConnectionConfiguration, of configuration: Configuration) throws {
        self.configuration = configuration
        self.connection = connection
        vault = SecretVault(configuration)
        do {
            transport = try NetworkTransport(
                timeout: configuration.http.timeout,
                certificateAuthorities: configuration.http.certificateAuthorities)
        } catch {
            throw CommandFault.usage(error.message, help: "look at http.certificate_authorities")
        }
        retrying = Retrying(
            policy: RetryPolicy(
                retries: configuration.http.retries, backoff: configuration.http.backoff))
    }

    /// The rules of the connection; diagnostics go to stderr, and errors end the command.
    func rules() throws -> CompiledRuleSet {
        try RuleSetLoader(path: connection.rules).loadOrExplain()
    }

    /// The client of CCV with the stored key.
    func ccv() throws -> CCVClient {
        guard let secret = try secret(.apiKey) else {
            throw CommandFault.failed(
                "\(shownName) is not connected to CCV",
                help: "ccvmap connect ccv --connection \(name)")
        }
        guard let key = APIKey(secret.reveal()) else {
            throw CommandFault.failed(
                "\(shownName): the stored API key cannot be used",
                help: "ccvmap connect ccv --connection \(name)")
        }
        return ccv(key: key)
    }

    /// The mode of the stored key; nil when there is none.
    func keyMode() throws -> APIKey.Mode? {
        try secret(.apiKey).flatMap { APIKey($0.reveal())?.mode }
    }

    /// The client of CCV with a key.
    func ccv(key: APIKey) -> CCVClient {
        CCVClient(
            settings: ccvSettings, key: key, transport: ReadOnlyTransport(transport),
            retrying: retrying)
    }

    private var ccvSettings: CCVSettings {
        CCVSettings(
            connection: name, baseURL: connection.ccv.baseURL.text,
            timestamps: TimestampForm(rawValue: connection.ccv.timestamps.rawValue) ?? .ms)
    }

    /// How to reach Twinfield for an office; throws when the configuration lacks something.
    func twinfieldSettings(office: String) throws -> TwinfieldSettings {
        let twinfield = connection.twinfield
        guard let clientID = twinfield.clientID, let redirectURI = twinfield.redirectURI else {
            let missing = twinfield.clientID == nil ? "client_id" : "redirect_uri"
            throw CommandFault.usage(
                "\(shownName): twinfield.\(missing) is not configured",
                help: "put it under  twinfield:  of this connection, as it is registered in the"
                    + " developer portal of Twinfield")
        }
        return TwinfieldSettings(
            connection: name, loginURL: twinfield.loginURL.text, clientID: clientID,
            redirectURI: redirectURI, usesPKCE: twinfield.usesPKCE,
            creditsPerMinute: twinfield.creditsPerMinute,
            allowedHostSuffix: twinfield.allowedHostSuffix, office: office)
    }

    /// The login service with a client secret.
    func login(_ settings: TwinfieldSettings, secret: ClientSecret) -> TwinfieldLogin {
        TwinfieldLogin(settings, secret: secret, transport: transport, retrying: retrying)
    }

    /// The client of Twinfield with the stored tokens.
    func twinfield(office: String) throws -> TwinfieldClient {
        guard let secret = try secret(.clientSecret), try self.secret(.tokens) != nil else {
            throw CommandFault.failed(
                "\(shownName) is not connected to Twinfield",
                help: "ccvmap connect twinfield --connection \(name)")
        }
        let settings = try twinfieldSettings(office: office)
        return TwinfieldClient(
            login: login(settings, secret: ClientSecret(secret.reveal())),
            store: VaultTokenStore(vault: vault, connection: name), transport: transport,
            queue: SharedQueues.queue(of: settings, retrying),
            retrying: retrying)
    }

    /// A stored secret; nil when there is none.
    func secret(_ kind: SecretKind) throws -> Secret? {
        do { return try vault.secret(kind, of: name) } catch { throw CommandFault(error) }
    }

    /// Stores a secret, or forgets it.
    func store(_ secret: Secret?, as kind: SecretKind) throws {
        do { try vault.store(secret, as: kind, of: name) } catch { throw CommandFault(error) }
    }

    var shownName: String { TerminalCell.clean(name) }
}

extension CommandFault {
    /// A service that gave nothing that can be used: exit 1.
    init(_ fault: ServiceFault) {
        let tries = fault.attempts > 1 ? " (tried \(fault.attempts) times)" : ""
        self = .failed(fault.message + tries, help: fault.help)
    }
}
