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
    private let room: PageRoom
    private let logger: Logger

    /// Puts the dashboard together; throws when a template is not well-formed.
    public init(
        _ settings: DashboardSettings, _ ports: DashboardPorts, logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.logger = logger
        room = PageRoom(
            settings: settings, views: ports.views, actions: ports.actions,
            sessions: SessionKeeper(basePath: settings.basePath, isSecure: settings.isSecure),
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

    private var router: Router<PageContext> {
        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyHeaders())
        router.add(middleware: FaultPages(room: room))
        router.add(middleware: HostGuard(names: room.settings.hostNames))
        router.add(middleware: room.sessions)
        router.add(middleware: LanguageSwitch(room: room))
        router.add(middleware: FormGuard(sessions: room.sessions, origins: room.settings.origins))
        let pages = router.group(RouterPath(room.settings.basePath))
        addPages(pages)
        addFiles(pages)
        addActs(pages)
        return router
    }

    private func addPages(_ pages: RouterGroup<PageContext>) {
        page(pages, "", keeps: true) { try await FrontPage(room: room, visit: $0).page() }
        for place in [Place.open, .review, .report, .all] {
            page(pages, place.rawValue, keeps: true) {
                try ListPage(room: room, visit: $0, place: place).page()
            }
        }
        page(pages, "fouten", keeps: true) { try ErrorsPage(room: room, visit: $0).page() }
        page(pages, "configuratie", keeps: true) {
            await ConfigurationPage(room: room, visit: $0).page()
        }
        page(pages, "betaling") { try await DetailsPage(room: room, visit: $0).page() }
        page(pages, "melding") { try ProblemPage(room: room, visit: $0).page() }
    }

    private func addFiles(_ pages: RouterGroup<PageContext>) {
        for asset in AssetBook.all {
            pages.get(RouterPath("middelen/" + asset.name)) { _, _ in AssetBook.answer(asset) }
        }
        pages.get("export.csv") { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(.look)
            return try CSVExport(room: room, visit: visit).answer()
        }
        pages.get("melding.txt") { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(.look)
            let page = ProblemPage(room: room, visit: visit)
            let payment = try DetailsPage(room: room, visit: visit).payment()
            let report = page.report(payment, note: ProblemPage.note(visit.query))
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/plain; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"melding.txt\"",
                ],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: report.subject + "\n\n" + report.text + "\n")))
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

    private func page(
        _ pages: RouterGroup<PageContext>, _ path: String, needs permission: Permission = .look,
        keeps: Bool = false,
        _ make: @escaping @Sendable (Visit) async throws -> Page
    ) {
        pages.get(RouterPath(path)) { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(permission)
            return try await room.answer(visit, keeps: keeps, make)
        }
    }

    private func act(
        _ pages: RouterGroup<PageContext>, _ name: String, needs permission: Permission,
        _ work: @escaping @Sendable (FormActs) async throws -> Response
    ) {
        pages.post(RouterPath("acties/" + name)) { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(permission)
            return try await work(FormActs(room: room, visit: visit))
        }
    }
}
