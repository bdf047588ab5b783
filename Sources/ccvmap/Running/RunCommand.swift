import ArgumentParser
import ConfigurationReading
import Crypto
import DomainModel
import FoundationEssentials
import Glibc
import LedgerStore
import RuleEngine
import RunnerCore

/// The command `ccvmap run`: one cycle of each connection.
struct RunCommand: AsyncParsableCommand {
    /// How far a run goes.
    enum Stage: String, ExpressibleByArgument, CaseIterable {
        case fetched, decided
    }

    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Fetch, decide, book, reconcile: one cycle.",
        discussion: """
            Examples:
              ccvmap run
              ccvmap run --connection webshop --until decided
              ccvmap run --json
              ccvmap run --scheduled --log json

            Every entry gets its intent in the ledger before it is sent, and nothing whose outcome
            is unknown is sent again blindly. One run at a time goes on a connection. SIGTERM ends
            it after the step in hand; what a service has not answered by then is given up after
            seven seconds.
            With --scheduled it stays: it runs each connection at least as often as `schedule.every`
            asks and once a night, writes a log to stderr, and answers /healthz and /metrics on
            `monitoring.address`. SIGHUP asks for a run now. It ends with 0 when it is asked to.
            Exit codes: 0 all well, 1 a service or the disk failed or another run holds the
            connection, 2 wrong configuration or rules, 3 done, but some payments need a person.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "Only this connection.")
    var connection: String?

    @Option(help: "Stop when the payments are fetched, or decided; nothing is booked then.")
    var until: Stage?

    @Option(help: "Book at most so many payments.")
    var limit: Int?

    @Flag(help: "Read back every entry of ours too, as --scheduled does each night.")
    var night = false

    @Flag(help: "Print a JSON object for each connection.")
    var json = false

    @Flag(help: "Stay, and run by the schedule of the configuration.")
    var scheduled = false

    @Option(help: "How the log of --scheduled is written.")
    var log = LogRecord.Form.text

    @Option(help: "Which records it has: debug names payments by their references.")
    var logLevel = LogDetail.info

    func validate() throws {
        if scheduled, until != nil || limit != nil || json || night {
            throw ValidationError("--until, --limit, --night and --json are for a single run")
        }
        if night, until != nil { throw ValidationError("--night is for a whole run") }
        if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 up") }
    }

    func run() async throws {
        guard let configuration = try options.readOrExplain().configuration else { return }
        let chosen = configuration.connections.filter { connection == nil || $0.name == connection }
        guard !chosen.isEmpty else {
            throw CommandFault.usage("there is no connection of this name")
        }
        if scheduled {
            // Until the service listens, it asks for nothing.
            signal(SIGHUP, SIG_IGN)
            return try await ScheduledService(
                configuration, chosen, logger: LineLog.logger(log, level: logLevel.level)
            ).run()
        }
        StopSignal.listen()
        var worst = ExitCode.success
        for connection in chosen {
            if StopSignal.wasAsked { break }
            let live = try LiveConnection(connection, of: configuration)
            let report = try await StopSignal.bounded {
                try await RunnerShop(live: live).cycle(
                    until: stage, limit: limit, isNight: night)
            }
            let bytes = json ? RunReportText.json(report) : Array(RunReportText.table(report).utf8)
            try Console.output(bytes[...])
            if report.isIncomplete {
                worst = ExitCode(1)
            } else if worst == .success, report.needsPerson {
                worst = .needsPerson
            }
        }
        if worst != .success { throw worst }
    }

    private var stage: RunnerSettings.Stage {
        switch until {
        case nil: .reconciled
        case .fetched: .fetched
        case .decided: .decided
        }
    }
}

extension RunReport {
    private static let alarms: Set = ["changed_after_booking", "drifted", "match_share_fell"]

    /// Whether a payment of this run is in review or failed, or a person must know of something.
    var needsPerson: Bool {
        (states[.review]?.count ?? 0) + (states[.failed]?.count ?? 0)
            + (states[.parked]?.count ?? 0)
            > 0 || problems.contains { Self.alarms.contains($0.code) }
    }
}
