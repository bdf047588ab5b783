import ArgumentParser
import ConfigurationReading
import Dashboard
import DomainModel
import FoundationEssentials
import Hummingbird
import LedgerStore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The command `ccvmap serve`: the dashboard.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the dashboard in a browser.",
        discussion: """
            Examples:
              ccvmap serve
              ccvmap serve --port 8090

            Once it listens it prints the address of the dashboard on stdout. It listens on
            this machine only, on dashboard.address of the configuration; a web server before it
            is named by dashboard.public_url. Ctrl-C or SIGTERM ends it.
            Exit codes: 0 ended, 1 it cannot listen or the ledger cannot be used, 2 wrong
            configuration.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "The port, instead of that of dashboard.address; 0 is any that is free.")
    var port: Int?

    func run() async throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let host = try DashboardPlace(configuration).host
        let ledger = try CommandFault.ofLedger { try LedgerStore(path: configuration.database) }
        var logger = Logger(label: "ccvmap.dashboard")
        logger.logLevel = .error
        let dashboard = try Dashboard(
            DashboardPlace(configuration).settings,
            views: LedgerReading(ledger) { AsOf.now },
            actions: ServingActions(configuration, ledger), logger: logger, now: { AsOf.now })
        let address = DashboardPlace.shownAddress(configuration)
        let application = dashboard.application(
            host: host, port: port ?? configuration.dashboard.port ?? 8080
        ) { port in
            let line = "dashboard: " + address(port) + "\n"
            try? Console.output(Array(line.utf8)[...])
        }
        do {
            try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
        } catch let error as IOError {
            throw CommandFault.failed(
                "\(host):\(port ?? configuration.dashboard.port ?? 8080): \(error.description)",
                help: "is the port in use? try  ccvmap serve --port 8090")
        }
    }
}

/// Where the dashboard is, by the configuration.
struct DashboardPlace {
    /// The host to listen on; an IPv6 address without its brackets.
    let host: String
    /// How it is reached.
    let settings: DashboardSettings

    /// Takes a configuration; throws for an address that others could reach.
    init(_ configuration: Configuration) throws {
        let address = configuration.dashboard
        // Until people have names and roles, whoever reaches the pages may do everything.
        guard WebAddress("http://" + address.host)?.isLoopback == true else {
            throw CommandFault.usage(
                "dashboard.address \(TerminalCell.clean(address.host)) can be reached by others,"
                    + " and the dashboard has no users yet",
                help: "write  address: \"127.0.0.1:\(address.port ?? 8080)\"  under  dashboard:  and"
                    + " put a web server that asks for a password before it")
        }
        let publicURL = configuration.pages.publicURL
        host = address.host.filter { $0 != "[" && $0 != "]" }
        var names: Set<String> = ["127.0.0.1", "localhost", "[::1]", address.host]
        if let publicURL { names.insert(publicURL.host) }
        let environment = ProcessInfo.processInfo.environment
        settings = DashboardSettings(
            basePath: publicURL?.path ?? "", hostNames: names,
            origins: publicURL.map { [Self.origin($0)] } ?? [],
            isSecure: publicURL?.isSecure ?? false,
            zone: SystemTimeZone.rules(configuration.schedule.timeZone) ?? .utc,
            who: environment["SUDO_USER"] ?? environment["USER"] ?? "dashboard",
            version: CCVMap.configuration.version)
    }

    /// The address that people type, by the port that is listened on.
    static func shownAddress(_ configuration: Configuration) -> @Sendable (Int) -> String {
        let host = configuration.dashboard.host
        let path = configuration.pages.publicURL?.path ?? ""
        return { port in "http://\(host):\(port)\(path)/" }
    }

    private static func origin(_ address: WebAddress) -> String {
        (address.isSecure ? "https://" : "http://") + address.host
            + (address.port.map { ":\($0)" } ?? "")
    }
}
