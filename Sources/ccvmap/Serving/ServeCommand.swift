import ArgumentParser
import ConfigurationReading
import Dashboard
import DomainModel
import FoundationEssentials
import Hummingbird
import LedgerStore
import Logging
import NIOCore
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

            Once the dashboard listens its address is printed on stdout. It listens on this machine
            only, on dashboard.address of the configuration; a web server before it is named by
            dashboard.public_url. Everything else is as with  ccvmap run --scheduled.
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
        let logger = LineLog.logger(log, level: logLevel.level)
        let service =
            try pagesOnly
            ? nil : ScheduledService(configuration, configuration.connections, logger: logger)
        var quiet = logger
        quiet.logLevel = .error
        let dashboard = try Dashboard(
            place.settings,
            DashboardPorts(
                views: LedgerReading(ledger) { AsOf.now },
                actions: ServingActions(configuration, ledger, schedule: service?.schedule)),
            logger: quiet, now: { AsOf.now })
        let wanted = port ?? configuration.dashboard.port ?? 8080
        let pages = try dashboard.application(
            host: place.host, port: wanted, certificate: place.certificate
        ) { port in
            try? Console.output(Array("dashboard: \(place.address(port))\n".utf8)[...])
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

extension ScheduledRuns: ServingSchedule {
    func nextRun() -> Instant? { status.connections.map(\.next).min() }
}
