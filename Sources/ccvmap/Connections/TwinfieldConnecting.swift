import RuleEngine
import SecretStore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// Connects a shop to Twinfield: a login by the browser, tokens that are stored encrypted, the
/// state noted.
///
/// The command and the dashboard both do it by this.
struct TwinfieldConnecting: Sendable {
    let live: LiveConnection
    /// The page to open, and what must come back from it.
    let request: AuthorizationRequest
    private let office: String
    private let secret: Secret
    private let login: TwinfieldLogin

    /// Begins a login for the office of the rules; throws when the configuration lacks something.
    init(_ live: LiveConnection, office: String, secret: Secret) throws {
        self.live = live
        self.secret = secret
        self.office = office
        let settings = try live.twinfieldSettings(office: office)
        login = live.login(settings, secret: ClientSecret(secret.reveal()))
        request = AuthorizationRequest(settings)
    }

    /// The client secret: the one that was given, else the one that is stored; nil when there is
    /// none.
    static func secret(_ text: String?, of live: LiveConnection) throws -> Secret? {
        if let text, !text.isEmpty { return Secret(text) }
        return try live.secret(.clientSecret)
    }

    /// Gives the code of a redirect for tokens; throws for one that is not of this login.
    func tokens(redirect address: String) async throws -> TokenSet {
        try await login.tokens(redirect: address, of: request)
    }

    /// Stores the tokens, and asks for the office with them.
    func keep(_ tokens: TokenSet) async throws -> Office {
        try live.store(secret, as: .clientSecret)
        try await VaultTokenStore(vault: live.vault, connection: live.name).save(tokens)
        var states = try ConnectionStates(live.configuration)
        do {
            let found = try await live.twinfield(office: office).office()
            try states.note(.connected, of: .twinfield, office: office, for: live.name)
            return found
        } catch let fault as ServiceFault {
            // The login worked, and the office does not let this user in.
            if fault.kind == .refused || fault.kind == .rejected {
                try states.note(
                    .refused, of: .twinfield, office: office, reason: fault.message,
                    for: live.name)
            }
            throw fault
        }
    }
}
