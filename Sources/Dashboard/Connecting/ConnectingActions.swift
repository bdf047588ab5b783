public import Wording

/// Connects the services of a connection and reads its accounts, for the tab Configuratie; the
/// composition root does it.
///
/// Nothing here throws: what went wrong is said in the outcome, in words for a bookkeeper. No
/// secret that is given comes back in any of them.
public protocol ConnectingActions: Sendable {
    /// The paths of the configured redirect addresses: a browser that comes from Twinfield to one
    /// of them is led on.
    var redirectPaths: Set<String> { get }

    /// Tries a key of CCV, and stores it when it works.
    func connectCCV(_ connection: String, key: String, by who: String) async -> ActOutcome
    /// Begins a login at Twinfield; nil keeps the client secret that is stored.
    func beginTwinfield(
        _ connection: String, clientSecret: String?, by browser: LoginBrowser
    ) async -> LoginStart
    /// Where a browser goes that was sent here with a query of Twinfield.
    ///
    /// Strangers reach this, so nothing but the way on may be told.
    func landing(_ query: LoginAnswer) async -> LoginLanding
    /// Ends a login that the same browser began: each works once, and for ten minutes.
    func endTwinfield(_ query: LoginAnswer, by browser: LoginBrowser) async -> ActOutcome
    /// Asks both services whether they let us in, of one connection or of all.
    func check(_ connection: String?, by who: String) async -> ActOutcome
    /// The accounts of a connection as they were read last; when that is long ago they are read
    /// again, and the page does not wait for it.
    func accounts(of connection: String) async -> AccountsView
    /// Reads the accounts again, however short it is ago.
    func readAccounts(of connection: String) async -> ActOutcome
}

/// The browser in which somebody logs in at Twinfield.
public struct LoginBrowser: Sendable, Hashable {
    /// Its session.
    public var session: String
    /// How it reaches the dashboard: scheme, host and port, such as `http://127.0.0.1:8080`.
    public var origin: String
    /// The name of the person.
    public var who: String

    /// Names a browser.
    public init(session: String, origin: String, who: String) {
        self.session = session
        self.origin = origin
        self.who = who
    }
}

/// What Twinfield lets a browser bring back (RFC 6749, 4.1.2).
public struct LoginAnswer: Sendable, Hashable, CustomStringConvertible {
    /// Its fields: `code`, `state`, `error`, `error_description`; nothing else is taken.
    public var query: String
    /// What tells the logins apart; empty when the browser brings none.
    public var state: String
    /// Why the person or Twinfield said no, as a word of OAuth; nil when a code came.
    public var error: String?

    /// Takes the fields of a query.
    init(_ fields: FormFields) {
        var own = FormFields()
        for name in ["code", "state", "error", "error_description"] {
            own[name] = fields[name].map { String($0.prefix(2_000)) } ?? ""
        }
        query = own.text
        state = own["state"] ?? ""
        error = own["error"]
    }

    /// Takes a query as a browser writes it.
    public init(query: String) { self.init(FormFields(query.utf8)) }

    /// Four stars: it holds a code.
    public var description: String { "****" }
}

/// How a login begins.
public enum LoginStart: Sendable, Hashable {
    /// The page of Twinfield, made from the configured `login_url`.
    case leadsTo(String)
    /// It does not, and why.
    case refused(Phrase)
}

/// Where a browser goes that comes from Twinfield.
public enum LoginLanding: Sendable, Hashable {
    /// Another program waited for it, and goes on.
    case handedOver
    /// On to the page that ends the login, by the address at which the browser began; nil for the
    /// one by which it came.
    case goesOn(origin: String?)
}

/// How a connection can be connected, for its forms.
public struct ConnectingFacts: Sendable, Hashable {
    /// What the configuration lacks for Twinfield; nil when it is whole.
    public var twinfieldLack: Phrase?
    /// Whether a client secret is stored.
    public var hasClientSecret = false
    /// The redirect address; empty when none is configured.
    public var redirectURI = ""
    /// Why no run of the connection can work; nil when nothing is known to be in the way.
    public var standstill: Phrase?

    /// Nothing is known.
    public init() {}
}
