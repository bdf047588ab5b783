import ArgumentParser
import ConfigurationReading
import Dashboard
import DashboardStore
import DomainModel
import FoundationEssentials
import Hummingbird
import LedgerStore
import Logging
import NIOCore
import People
import Scheduling
import ServiceLifecycle
import UnixSignals

/// The command `ccvmap serve`: the scheduled runs, with the dashboard.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run by the schedule, and show the dashboard in a browser.",
        discussion: """
            Examples:
              ccvmap serve
              ccvmap serve --port 8090
              ccvmap serve --pages-only

            Once the dashboard listens its address is printed on stdout; while nobody can sign in
            yet, the link by which the first administrator does so is on the next line. It listens
            on dashboard.address of the configuration; a web server with https before it is named
            by dashboard.public_url. Everything else is as with  ccvmap run --scheduled.
            Ctrl-C or SIGTERM ends it.
            Exit codes: 0 ended, 1 it cannot listen or the ledger cannot be used, 2 wrong
            configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "The port, instead of that of dashboard.address; 0 is any that is free.")
    var port: Int?

    @Flag(help: "Show the dashboard alone; another process runs by the schedule.")
    var pagesOnly = false

    @Option(help: "How the log is written.")
    var log = LogRecord.Form.text

    @Option(help: "Which records it has: debug names payments by their references.")
    var logLevel = LogDetail.info

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("--port takes a number from 0 to 65535")
        }
    }

    func run() async throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let place = try DashboardPlace(configuration)
        let ledger = try CommandFault.ofLedger { try LedgerStore(path: configuration.database) }
        let people = try PeopleDesk(configuration)
        let logger = LineLog.logger(log, level: logLevel.level)
        let service =
            try pagesOnly
            ? nil : ScheduledService(configuration, configuration.connections, logger: logger)
        let rules = RuleDesk(configuration, ledger, people.store) { AsOf.now }
        try rules.mend()
        var quiet = logger
        quiet.logLevel = .error
        let own = OwnAddresses(configuration)
        let reading = LedgerReading(ledger) { AsOf.now }
        let dashboard = try Dashboard(
            place.settings,
            DashboardPorts(
                views: reading,
                actions: ServingActions(configuration, ledger, schedule: service?.schedule),
                people: people.store, rules: rules,
                connecting: ServingConnections(
                    configuration, place.settings, own, people.store, reading)),
            logger: quiet, now: { AsOf.now })
        let wanted = port ?? configuration.dashboard.port ?? 8080
        let pages = try dashboard.application(
            host: place.host, port: wanted, certificate: place.certificate
        ) { port in
            own.listens(on: port)
            Self.greet(place, people, port)
        }
        do {
            if let service {
                try await service.run(with: [pages])
            } else {
                try await pages.runService(gracefulShutdownSignals: [.sigterm, .sigint])
            }
        } catch let error as IOError {
            throw CommandFault.failed(
                "the dashboard cannot listen on \(place.host):\(wanted): \(error.description)",
                help: "is the port in use? try  ccvmap serve --port 8090")
        }
    }
}

extension ServeCommand {
    /// Prints the address, and the way in while nobody can sign in.
    ///
    /// The link is made now and not before: another process that has the port may have printed one,
    /// which a new one would end.
    private static func greet(_ place: DashboardPlace, _ people: PeopleDesk, _ port: Int) {
        var lines = "dashboard: \(place.address(port))\n"
        do {
            if let token = try people.firstInvitation()?.token {
                lines +=
                    "first administrator: \(place.publicAddress(port))uitnodiging?bon=\(token)\n"
            }
        } catch let fault as CommandFault {
            Console.error("ccvmap: nobody can be let in: \(fault.message)")
            if !fault.help.isEmpty { Console.error("help: \(fault.help)") }
        } catch {
            Console.error("ccvmap: nobody can be let in: \(error)")
        }
        try? Console.output(Array(lines.utf8)[...])
    }
}

extension ScheduledRuns: ServingSchedule {
    func nextRun() -> Instant? { status.connections.map(\.next).min() }
}
