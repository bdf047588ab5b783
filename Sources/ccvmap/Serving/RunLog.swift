import DomainModel
import LedgerStore
import Logging
import RunnerCore
import Scheduling
import SourceDiagnostics

/// The records of one run: an id in each, so that they can be found together.
struct RunLog {
    private var logger: Logger
    private let began = ScheduleClock.system.now().uptime

    init(_ logger: Logger, connection: String, kind: RunKind) {
        self.logger = logger
        let id = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        self.logger[metadataKey: "id"] = "\(String(repeating: "0", count: 8 - id.utf8.count) + id)"
        self.logger[metadataKey: "connection"] = "\(connection)"
        self.logger[metadataKey: "kind"] = "\(kind.rawValue)"
    }

    func begins() { logger.info("run begins") }

    /// What is wrong with the rules; the run books nothing.
    func rulesRefused(_ loading: RuleSetLoader.Loading) {
        let lines = Dictionary(
            loading.sources.map { ($0.path, LineIndex($0)) }, uniquingKeysWith: { $1 })
        for found in loading.diagnostics where found.severity == .error {
            let line = lines[found.range.path]?.position(of: found.range.lower).line ?? 1
            logger.error(
                "the rules do not compile",
                metadata: [
                    "code": "\(found.code.rawValue)", "file": "\(found.range.path)",
                    "line": "\(line)", "reason": "\(found.message)",
                ])
        }
    }

    /// What ended the run before its end.
    func failed(_ error: any Error) {
        switch error {
        case let fault as LedgerFault:
            logger.error(
                "the ledger cannot be used",
                metadata: ["code": "\(fault.reason.rawValue)", "help": "\(fault.help)"])
        case let fault as PortFault:
            logger.error(
                "the run was broken off", metadata: ["code": "\(fault.port.rawValue)_\(fault.kind)"]
            )
        case let fault as CommandFault:
            logger.error(
                "the run cannot begin",
                metadata: ["reason": "\(fault.message)", "help": "\(fault.help)"])
        default:
            logger.error("the run was broken off", metadata: ["code": "\(type(of: error))"])
        }
    }

    /// The end of a run that did not get to a report.
    mutating func ends(_ outcome: RunOutcome) -> RunOutcome {
        let level: Logger.Level = outcome.result == .failed ? .error : .info
        logger.log(
            level: level, "run ended",
            metadata: ["result": "\(outcome.result.rawValue)", "seconds": "\(seconds)"])
        return outcome
    }

    /// The end of a run with its report.
    mutating func ends(_ report: RunReport, wasStopped: Bool) -> RunOutcome {
        let result: RunOutcome.Result =
            wasStopped ? .stopped : report.isIncomplete ? .incomplete : .complete
        logger[metadataKey: "run"] = "\(report.run.value)"
        for problem in report.problems {
            if let reference = problem.reference {
                logger.debug(
                    "payment needs attention",
                    metadata: ["code": "\(problem.code)", "reference": "\(reference)"])
            } else {
                logger.warning("problem", metadata: Self.metadata(of: problem))
            }
        }
        let states = report.states.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        let codes = Dictionary(grouping: report.problems, by: \.code).mapValues { "\($0.count)" }
        logger.log(
            level: result == .incomplete ? .warning : .info, "run ended",
            metadata: [
                "result": "\(result.rawValue)", "seconds": "\(seconds)",
                "fetched": "\(report.fetched)",
                "states": "\(Self.list(states.map { ($0.0, "\($0.1.count)") }))",
                "problems": "\(Self.list(codes.sorted { $0.key < $1.key }))",
            ])
        return RunOutcome(result, run: report.run.value)
    }

    /// Problems whose words are ours, with nothing but times and counts in them.
    private static let ownWords: Set = ["test_key", "no_complete_fetch", "match_share_fell"]

    /// What may be told of a problem: the words of a service may name people, so only those that
    /// are ours are told.
    private static func metadata(of problem: RunReport.Problem) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["code": "\(problem.code)"]
        let kind = PortFault.words(of: problem.code)?.kind
        if kind == "unreachable" || kind == "not_connected" || ownWords.contains(problem.code) {
            metadata["reason"] = "\(problem.text)"
        }
        return metadata
    }

    private static func list(_ values: [(key: String, value: String)]) -> String {
        values.map { "\($0.key):\($0.value)" }.joined(separator: ",")
    }

    /// Seconds with three decimals since it began.
    private var seconds: String {
        let time = (ScheduleClock.system.now().uptime - began).milliseconds
        return "\(time / 1000).\(String(1000 + time % 1000).dropFirst())"
    }
}
