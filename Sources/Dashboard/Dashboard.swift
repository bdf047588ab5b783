public import DomainModel
import HTTPTypes
public import Hummingbird
import HummingbirdTLS
public import Logging
import NIOCore
import People
import Wording

/// The dashboard: pages that are rendered here and work without script, and what their forms do.
public struct Dashboard: Sendable {
    let room: PageRoom
    /// Who may ask for which route.
    let routes = RouteBook()
    private let logger: Logger

    /// Puts the dashboard together; throws when a template is not well-formed.
    public init(
        _ settings: DashboardSettings, _ ports: DashboardPorts, logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.logger = logger
        room = PageRoom(
            settings: settings, views: ports.views, actions: ports.actions, rules: ports.rules,
            people: ports.people, connecting: ports.connecting,
            sessions: SessionKeeper(settings, people: ports.people, now: now),
            tickets: TicketBook(), templates: try TemplateBook(), now: now)
    }

    /// The server of the pages, by https when there is a certificate; `whenListening` gets the port
    /// once it listens.
    public func application(
        host: String, port: Int, certificate: ServerCertificate? = nil,
        whenListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        Application(
            router: router,
            server: try certificate.map { try .tls(tlsConfiguration: $0.configuration) }
                ?? .http1(),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? port) },
            logger: logger)
    }

    var router: Router<PageContext> {
        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyHeaders(isSecure: room.settings.isSecure))
        router.add(middleware: FaultPages(room: room))
        router.add(middleware: HostGuard(names: room.settings.hostNames))
        router.add(middleware: RedirectLanding(room: room))
        router.add(middleware: room.sessions)
        router.add(middleware: LanguageSwitch(room: room))
        router.add(middleware: FaultPages(room: room))
        router.add(middleware: RateGuard(room: room))
        router.add(middleware: SignInGuard(room: room, routes: routes))
        router.add(
            middleware: FormGuard(
                sessions: room.sessions, origins: room.settings.origins,
                largePath: room.settings.basePath + "/acties/regels/"))
        let pages = router.group(RouterPath(room.settings.basePath))
        addPages(pages)
        addFiles(pages)
        addActs(pages)
        addPeople(pages)
        addRules(pages)
        addConnecting(pages)
        return router
    }

    private func addPages(_ pages: RouterGroup<PageContext>) {
        page(pages, "", keeps: .minute) { try await FrontPage(room: room, visit: $0).page() }
        for place in [Place.open, .review, .report, .all] {
            page(pages, place.rawValue, keeps: .minute) {
                try ListPage(room: room, visit: $0, place: place).page()
            }
        }
        page(pages, "fouten", keeps: .minute) { try ErrorsPage(room: room, visit: $0).page() }
        page(pages, "configuratie", keeps: .second) {
            await ConfigurationPage(room: room, visit: $0).page()
        }
        page(pages, "betaling") { try await DetailsPage(room: room, visit: $0).page() }
        page(pages, "melding") { try ProblemPage(room: room, visit: $0).page() }
    }

    private func addFiles(_ pages: RouterGroup<PageContext>) {
        for asset in AssetBook.all {
            file(pages, "middelen/" + asset.name, .everybody) { _ in AssetBook.answer(asset) }
        }
        // What browsers ask for by themselves where a page names no icon.
        file(pages, "favicon.ico", .everybody) { _ in AssetBook.answer(AssetBook.icon) }
        file(pages, "export.csv", .holder(.look)) { visit in
            let answer = try CSVExport(room: room, visit: visit).answer()
            try room.note(visit, "export.made", visit.query.text)
            return answer
        }
        file(pages, "melding.txt", .holder(.look)) { visit in
            try ProblemPage(room: room, visit: visit).download()
        }
    }

    private func addActs(_ pages: RouterGroup<PageContext>) {
        act(pages, "kies", needs: .decide) { try await $0.choose() }
        act(pages, "verwerk", needs: .decide) { try await $0.process() }
        act(pages, "groep", needs: .decide) { try await $0.processGroup() }
        act(pages, "negeer", needs: .decide) { try await $0.ignore() }
        act(pages, "opgelost", needs: .decide) { try await $0.resolve() }
        act(pages, "draai", needs: .decide) { try await $0.run() }
        act(pages, "melding", needs: .look) { try await $0.report() }
    }
}
