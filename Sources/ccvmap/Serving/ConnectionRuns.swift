import ConfigurationReading
import Dispatch
import DomainModel
import Glibc
import LedgerStore
import Logging
import RunnerCore
import Scheduling
import SourceDiagnostics

/// The runs of a service: of each connection with its rules of now, told to the log.
///
/// The log has counts, codes and times. What payments and people are called stays in the ledger;
/// only its debug records name payments, by CCV's references.
final class ConnectionRuns: ScheduledWork {
    let connections: [String]
    /// The faults of the services since the program began.
    let faults = FaultCounts()
    private let lives: [String: LiveConnection]
    private let database: String
    private let logger: Logger
    private let notifier: SystemdNotifier

    /// A connection whose settings cannot work at all is a fault of the configuration.
    init(
        _ configuration: Configuration, _ chosen: [ConnectionConfiguration], logger: Logger,
        notifier: SystemdNotifier
    ) throws {
        connections = chosen.map(\.name)
        database = configuration.database
        self.logger = logger
        self.notifier = notifier
        var lives: [String: LiveConnection] = [:]
        for connection in chosen {
            lives[connection.name] = try LiveConnection(connection, of: configuration)
        }
        self.lives = lives
    }

    func history(of connection: String) async throws -> RunHistory {
        let times = try LedgerStore(path: database, options: .looking).runTimes(of: connection)
        return RunHistory(
            last: times.last.map {
                RunHistory.Run(number: $0.run.value, began: $0.began, isComplete: $0.isComplete)
            }, lastNight: times.lastNight)
    }

    func run(_ connection: String, _ kind: RunKind) async -> RunOutcome {
        guard let live = lives[connection] else { return RunOutcome(.failed) }
        var log = RunLog(logger, connection: connection, kind: kind)
        log.begins()
        do {
            let loading = try RuleSetLoader(path: live.connection.rules).load()
            guard let rules = loading.ruleSet else {
                log.rulesRefused(loading)
                return log.ends(RunOutcome(.failed))
            }
            let report = try await RunnerShop(
                live: live,
                warn: { [logger] in logger.warning("it went on", metadata: ["why": "\($0)"]) }
            ).cycle(rules, loading.sources, isNight: kind == .night)
            faults.count(report)
            return log.ends(report, wasStopped: StopSignal.wasAsked)
        } catch let fault as LedgerFault where fault.reason == .locked {
            return log.ends(RunOutcome(.held))
        } catch {
            if StopSignal.wasAsked { return log.ends(RunOutcome(.stopped)) }
            faults.count(error, of: connection)
            log.failed(error)
            return log.ends(RunOutcome(.failed))
        }
    }

    /// Asks for the end; a step that takes longer than systemd waits is left as a crash would
    /// leave it, which the next run mends.
    func stop() {
        StopSignal.ask()
        notifier.tell(.stopping)
        logger.info("stopping after the step in hand")
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(9500)) { [logger] in
            logger.error("ended in the middle of a step; the next run goes on from the ledger")
            _exit(1)
        }
    }
}

extension LedgerStore.Options {
    /// For a look: runs check the pages.
    static let looking = LedgerStore.Options(
        checksPages: false, patience: 2, makesNew: false)
}
