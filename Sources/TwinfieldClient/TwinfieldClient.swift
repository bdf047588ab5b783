internal import DomainModel
public import ServiceHTTP
internal import TwinfieldXML

/// Twinfield's web services, for one connection and one administration.
///
/// Reads are asked again when that may help; whatever changes the books is sent once, except when
/// it is certain that Twinfield did not look at it. Languages of messages never matter.
public actor TwinfieldClient {
    let settings: TwinfieldSettings
    let keeper: TokenKeeper
    let transport: any ServiceTransport
    let queue: RequestQueue
    let retrying: Retrying
    let clock: TwinfieldClock
    /// The longest answer that is read of a browse or of all customers.
    var longLimit = 1 << 28
    /// The definitions of browses that were read, by code.
    var definitions: [String: BrowseDefinition] = [:]
    /// Filters that Twinfield did not take, by browse: not sent again.
    var refusedFilters: [String: Set<String>] = [:]
    /// The administrations of this user, once they were needed.
    var knownOffices: [Office]?
    /// Takes the secrets of the tokens used last out of texts.
    var redaction = Redaction([])
    /// The `Date` header of the last answer.
    var lastServerDate: Instant?

    /// Makes a client.
    ///
    /// `queue` is shared by all clients of one organisation; `store` keeps the tokens that
    /// `TwinfieldLogin` gave first.
    public init(
        login: TwinfieldLogin, store: any TokenStore, transport: any ServiceTransport,
        queue: RequestQueue, retrying: Retrying
    ) {
        settings = login.settings
        clock = login.clock
        keeper = TokenKeeper(login: login, store: store)
        self.transport = transport
        self.queue = queue
        self.retrying = retrying
    }
}
