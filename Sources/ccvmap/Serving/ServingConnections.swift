import CCVClient
import ConfigurationReading
import Dashboard
import DashboardStore
import DomainModel
import Hummingbird
import LedgerStore
import NIOCore
import People
import RuleEngine
import SecretStore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML
import Wording

/// Connects services from the pages, as the commands `connect` and `status` do.
struct ServingConnections: ConnectingActions {
    let redirectPaths: Set<String>
    private let configuration: ConfigurationReading.Configuration
    private let settings: DashboardSettings
    private let own: OwnAddresses
    private let store: DashboardStore
    private let ledger: LedgerReading
    private let desk = LoginDesk()
    private let accountsDesk = AccountsDesk()

    init(
        _ configuration: ConfigurationReading.Configuration, _ settings: DashboardSettings,
        _ own: OwnAddresses, _ store: DashboardStore, _ ledger: LedgerReading
    ) {
        self.ledger = ledger
        self.configuration = configuration
        self.settings = settings
        self.own = own
        self.store = store
        redirectPaths = Set(
            configuration.connections.compactMap(\.twinfield.redirectURI)
                .compactMap(OwnAddresses.path))
    }

    func connectCCV(_ connection: String, key: String, by who: String) async -> ActOutcome {
        guard let live = live(connection) else { return .refused(ConnectingWords.noConnection) }
        guard APIKey(key) != nil else { return .refused(ConnectingWords.noKey) }
        do {
            let found = try await CCVConnecting(live).connect(key)
            try note("ccv.connected", "\(connection): \(found.mode.rawValue) key", who)
            return .done(1, Self.connected(found))
        } catch {
            refused("ccv.refused", connection, error, who)
            return .refused(ConnectingWords.phrase(error, service: .ccv))
        }
    }

    func beginTwinfield(
        _ connection: String, clientSecret: String?, by browser: LoginBrowser
    ) async -> LoginStart {
        guard let live = live(connection) else { return .refused(ConnectingWords.noConnection) }
        guard let rules = live.quietRules else { return .refused(ConnectingWords.noRules) }
        do {
            let redirectURI = try live.twinfieldSettings(office: rules.office).redirectURI
            guard let secret = try TwinfieldConnecting.secret(clientSecret, of: live) else {
                return .refused(ConnectingWords.noClientSecret)
            }
            let connecting = try TwinfieldConnecting(live, office: rules.office, secret: secret)
            if let refusal = await wait(for: connecting, redirectURI, browser) {
                return .refused(refusal)
            }
            try note("twinfield.begun", connection, browser.who)
            return .leadsTo(connecting.request.url)
        } catch {
            return .refused(ConnectingWords.phrase(error, service: .twinfield))
        }
    }

    func landing(_ answer: LoginAnswer) async -> LoginLanding {
        guard !answer.state.isEmpty else { return .goesOn(origin: nil) }
        let envelope = LoginEnvelope(state: answer.state)
        if let sealed = envelope.seal(answer.query),
            (try? store.handOver(sealed, to: envelope.id, at: AsOf.now)) == true
        {
            return .handedOver
        }
        return .goesOn(origin: await desk.origin(of: answer.state))
    }

    func endTwinfield(_ answer: LoginAnswer, by browser: LoginBrowser) async -> ActOutcome {
        let pending: LoginDesk.Pending
        do {
            pending = try await desk.take(answer.state, session: browser.session)
        } catch {
            return .refused(
                error == .unknown ? ConnectingWords.unknownLogin : ConnectingWords.otherBrowser)
        }
        let connection = pending.connecting.live.name
        do {
            let tokens = try await pending.connecting.tokens(redirect: "?" + answer.query)
            let office = try await pending.connecting.keep(tokens)
            await accountsDesk.outdate(connection)
            try note(
                "twinfield.connected", "\(connection): office \(office.code)", browser.who)
            return .done(
                1,
                Phrase(
                    en: "Connected to Twinfield: \(office.code) \(office.name).",
                    nl: "Verbonden met Twinfield: \(office.code) \(office.name)."))
        } catch {
            refused("twinfield.refused", connection, error, browser.who)
            if answer.error == "access_denied" { return .refused(ConnectingWords.denied) }
            return .refused(ConnectingWords.phrase(error, service: .twinfield))
        }
    }

    func check(_ connection: String?, by who: String) async -> ActOutcome {
        let chosen = configuration.connections.filter { connection == nil || $0.name == connection }
        guard !chosen.isEmpty else { return .refused(ConnectingWords.noConnection) }
        do {
            var isAllWell = true
            for own in chosen {
                let live = try LiveConnection(own, of: configuration)
                var states = try ConnectionStates(configuration)
                let report = try await ConnectionReport(
                    of: live, states: &states, office: live.quietRules?.office)
                if !report.isConnected { isAllWell = false }
            }
            return .done(
                1,
                isAllWell
                    ? Phrase(
                        en: "Asked just now: everything is connected.",
                        nl: "Zojuist gevraagd: alles is verbonden.")
                    : Phrase(
                        en: "Asked just now: not everything is connected; the lights say what.",
                        nl: "Zojuist gevraagd: niet alles is verbonden; de lampjes zeggen wat."))
        } catch {
            return .refused(ConnectingWords.phrase(error, service: .twinfield))
        }
    }
}

extension ServingConnections {
    func accounts(of connection: String) async -> AccountsView {
        await accounts(of: connection, isWanted: false)
    }

    func readAccounts(of connection: String) async -> ActOutcome {
        let view = await accounts(of: connection, isWanted: true)
        if view.isReading {
            return .done(
                1,
                Phrase(
                    en: "The accounts are being read; load the page again in a moment.",
                    nl: "De rekeningen worden gelezen; laad de pagina zo dadelijk opnieuw."))
        }
        if let fault = view.fault { return .refused(fault) }
        return view.readAt == nil
            ? .refused(
                Phrase(
                    en: "Connect Twinfield first; the rules must compile too.",
                    nl: "Verbind eerst Twinfield; ook moeten de regels kloppen."))
            : .done(1, Phrase(en: "The accounts were read.", nl: "De rekeningen zijn gelezen."))
    }

    /// Nothing is asked while the connection has no login, or its rules do not compile.
    private func accounts(of connection: String, isWanted: Bool) async -> AccountsView {
        guard let live = live(connection), let rules = live.quietRules,
            (try? live.secret(.tokens)) != nil
        else { return AccountsView() }
        return await accountsDesk.view(
            connection, revision: rules.revision, isWanted: isWanted
        ) { [ledger] in
            let booked = try ledger.bookedEntries(of: rules.office)
            return try await AccountsReading(live: live, rules: rules, booked: booked).read()
        }
    }

    /// Makes sure that the redirect will be answered; says why not when it will not.
    private func wait(
        for connecting: TwinfieldConnecting, _ redirectURI: String, _ browser: LoginBrowser
    ) async -> Phrase? {
        let isOwn = own.own(redirectURI)
        let server = RedirectServer(redirectURI)
        guard isOwn || server != nil else { return ConnectingWords.foreignRedirect }
        await desk.expect(connecting, redirectURI, browser)
        guard !isOwn, let server else { return nil }
        do {
            try await desk.listen(server, redirectURI) { await visit($0) }
            return nil
        } catch {
            await desk.drop(connecting.request.state)
            return ConnectingWords.portInUse(server)
        }
    }

    /// What a browser gets that Twinfield sent to an address of this machine beside the dashboard.
    private func visit(_ address: String) async -> Response {
        let query = address.firstIndex(of: "?").map { String(address[address.index(after: $0)...]) }
        let answer = LoginAnswer(query: query ?? "")
        switch await landing(answer) {
        case .handedOver: return WayPage.handedOver.response
        case .goesOn(let origin?):
            return WayPage.onward(to: answer.way(to: origin, settings)).response
        case .goesOn(nil):
            return WayPage(
                title: Phrase(en: "Not connected", nl: "Niet verbonden"),
                text: ConnectingWords.unknownLogin
            ).response
        }
    }

    private func live(_ connection: String) -> LiveConnection? {
        configuration.connections.first { $0.name == connection }.flatMap {
            try? LiveConnection($0, of: configuration)
        }
    }

    private func note(_ deed: String, _ detail: String, _ who: String) throws {
        try store.note(AuditRecord(at: AsOf.now, who: who, deed: deed, detail: detail))
    }

    /// Notes that it did not work; the sentences of the services hold no secret.
    private func refused(
        _ deed: String, _ connection: String, _ error: any Error, _ who: String
    ) {
        let why =
            switch error {
            case let fault as ServiceFault: fault.message
            case let fault as CommandFault: fault.message
            case let fault as SecretFault: fault.message
            default: "it did not work"
            }
        try? note(deed, "\(connection): \(why)", who)
    }

    private static func connected(_ found: CCVConnecting.Connected) -> Phrase {
        let methods = found.methods.joined(separator: ", ")
        let connected = Phrase(
            en: "Connected to CCV, with the methods \(methods).",
            nl: "Verbonden met CCV, met de methoden \(methods).")
        guard found.mode == .test else { return connected }
        return connected
            + (found.isNeverBooked
                ? Phrase(
                    en: " This is a test key: its payments are shown and never booked.",
                    nl: " Dit is een testsleutel: die betalingen worden getoond en nooit geboekt.")
                : Phrase(
                    en: " This is a test key, and ccv.allow_test lets its payments be booked.",
                    nl: " Dit is een testsleutel, en door ccv.allow_test worden die betalingen wel"
                        + " geboekt."))
    }
}

extension LiveConnection {
    /// The rules, when they compile; nothing is said about those that do not.
    var quietRules: CompiledRuleSet? {
        try? RuleSetLoader(path: connection.rules).load().ruleSet
    }
}
