import CCVClient
import ConfigurationReading
import Crypto
import DomainModel
import FoundationEssentials
import LedgerStore
import RuleEngine
import RunnerCore
import ServiceHTTP
import SourceDiagnostics

/// Puts the parts of a run together for one connection: rules, services, ledger.
struct RunnerShop {
    let live: LiveConnection
    /// Takes what went wrong without an effect on the run.
    var warn: @Sendable (String) -> Void = { Console.error("warning: " + $0) }

    /// Runs one cycle; holds the connection as long as it goes on.
    func cycle(
        until: RunnerSettings.Stage, limit: Int?, isNight: Bool = false
    ) async throws -> RunReport {
        let (rules, texts) = try RuleSetLoader(path: live.connection.rules)
            .loadOrExplainWithTexts()
        do {
            return try await cycle(rules, texts, until: until, limit: limit, isNight: isNight)
        } catch let fault as LedgerFault {
            throw CommandFault(fault)
        } catch let fault as ServiceFault {
            throw CommandFault(fault)
        }
    }

    /// The same with rules that are compiled; what is thrown is as the parts throw it.
    func cycle(
        _ rules: CompiledRuleSet, _ texts: [SourceText],
        until: RunnerSettings.Stage = .reconciled, limit: Int? = nil, isNight: Bool = false
    ) async throws -> RunReport {
        let ledger = try LedgerStore(path: live.configuration.database)
        let lock = try ledger.lock(live.name, since: AsOf.now)
        defer { withExtendedLifetime(lock) {} }
        let isTest = try live.keyMode() == .test
        let maySend = !isTest || live.connection.ccv.allowsTest
        let settings = RunnerSettings(
            connection: live.name, rules: rules,
            ruleTexts: texts.map {
                RunStart.RuleText(path: $0.path, bytes: $0.bytes)
            }, until: until, limit: limit, probeGrace: live.configuration.probeGrace,
            maySend: maySend, overlapHours: try overlapHours(ledger, isNight: isNight),
            isNight: isNight,
            readBackDays: live.configuration.readBack.components.seconds / 86_400)
        var report = try await Runner(settings, try await ports(rules, ledger)).cycle()
        await notify(of: report, ledger)
        if isTest { report.problems.append(Self.testKey(maySend)) }
        return report
    }

    /// Where no night looked far back since yesterday, each run does.
    private func overlapHours(_ ledger: LedgerStore, isNight: Bool) throws -> Int64 {
        let now = AsOf.now
        let yesterday = Instant(milliseconds: now.milliseconds - 30 * 3_600_000)
        guard !isNight, let night = try ledger.runTimes(of: live.name).lastNightFetch,
            yesterday < night, night <= now
        else { return RunnerSettings.nightOverlapHours }
        return RunnerSettings.regularOverlapHours
    }

    private func ports(
        _ rules: CompiledRuleSet, _ ledger: LedgerStore
    ) async throws -> RunnerPorts {
        RunnerPorts(
            payments: CCVPayments(client: try live.ccv()),
            books: TwinfieldBooks(
                client: try live.twinfield(office: rules.office), office: rules.office),
            ledger: ledger, now: { AsOf.now },
            digest: { text in
                "sha256:"
                    + SHA256.hash(data: Array(text.utf8)).map { byte in
                        (byte < 16 ? "0" : "") + String(byte, radix: 16)
                    }.joined()
            }, pastRules: { try RuleSetLoader.compiled($0, in: ledger) },
            shouldStop: { StopSignal.wasAsked })
    }

    /// Tells the program of the configuration what the last run did not say already.
    private func notify(of report: RunReport, _ ledger: LedgerStore) async {
        guard let command = live.configuration.notificationCommand else { return }
        do {
            let told = Set(
                try ledger.problems(beforeRun: report.run, of: live.name).map(Notifier.Topic.init))
            let news = report.problems.filter { !told.contains(Notifier.Topic($0)) }
            if news.isEmpty { return }
            try await Notifier(command: command).tell(news, of: report)
        } catch {
            warn("notifications.command: \(error)")
        }
    }

    private static func testKey(_ maySend: Bool) -> RunReport.Problem {
        RunReport.Problem(
            code: "test_key",
            text: maySend
                ? "the API key is a test key, and ccv.allow_test books its payments"
                : "the API key is a test key: nothing was booked")
    }
}

extension CommandFault {
    /// A ledger that cannot be used: exit 1.
    init(_ fault: LedgerFault) { self = .failed(fault.message, help: fault.help) }
}
