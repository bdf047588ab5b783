import ConfigurationReading
import DomainModel
import FoundationEssentials
import Logging
import Monitoring
import Scheduling
import ServiceLifecycle
import UnixSignals

/// The program as a service: the schedule, monitoring, and signs of life for systemd.
///
/// What else is to live as long (such as the dashboard) is given to `run`.
struct ScheduledService: Sendable {
    /// The schedule: asks for a run now, and says what was done.
    let schedule: ScheduledRuns
    /// What monitoring tells.
    let facts: ServiceFacts
    private let configuration: Configuration
    private let zone: TimeZoneRules
    private let notifier: SystemdNotifier
    private let logger: Logger

    /// Puts the parts together; throws for settings that cannot work.
    init(
        _ configuration: Configuration, _ chosen: [ConnectionConfiguration], logger: Logger
    ) throws {
        let times = configuration.schedule
        guard let zone = SystemTimeZone.rules(times.timeZone) else {
            throw CommandFault.usage(
                "schedule.time_zone: this system does not know \(times.timeZone)",
                help: "install the package tzdata")
        }
        let notifier = SystemdNotifier(environment: ProcessInfo.processInfo.environment)
        let work = try ConnectionRuns(configuration, chosen, logger: logger, notifier: notifier)
        schedule = ScheduledRuns(
            work,
            Schedule(
                every: times.every, nightlyAt: times.nightlyAt, zone: zone, jitter: times.jitter),
            seed: UInt64.random(in: 0...UInt64.max))
        facts = ServiceFacts(
            database: configuration.database, schedule: schedule, faults: work.faults)
        self.configuration = configuration
        self.zone = zone
        self.notifier = notifier
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT; ends within ten seconds of it.
    func run(with others: [any Service] = []) async throws {
        // What the libraries say is for those who look for a fault in them.
        var quiet = logger
        quiet.logLevel = .critical
        let (gate, ready) = AsyncStream<Void>.makeStream()
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        var services: [any Service] = others
        if let address = configuration.monitoring, let port = address.port {
            let host = address.host.filter { $0 != "[" && $0 != "]" }
            services.append(
                MonitoringServer(facts, host: host, port: port, logger: quiet) { _ in
                    ready.yield()
                })
        } else {
            ready.yield()
        }
        services += [
            LifeSigns(schedule: schedule, notifier: notifier, zone: zone),
            RunOnHangup(schedule: schedule, signals: hangups),
            GatedService(gate: gate, service: Announced(by: self)),
        ]
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        // A question that a service does not answer is given up then; what was perhaps sent is
        // parked, and searched for by the next run.
        group.maximumGracefulShutdownDuration = .seconds(7)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch is CancellationError where StopSignal.wasAsked {
            // Ended by a signal while an answer was slow.
        } catch let fault as MonitoringFault {
            throw CommandFault.failed(
                "monitoring: \(fault.message)",
                help: "another copy of this program may run; or name another monitoring.address")
        }
        logger.info("stopped")
    }

    /// The schedule, announced when it begins.
    private struct Announced: Service {
        let service: ScheduledService

        init(by service: ScheduledService) { self.service = service }

        func run() async throws {
            service.announce()
            try await service.schedule.run()
        }
    }

    private func announce() {
        let times = configuration.schedule
        logger.info(
            "started",
            metadata: [
                "version": "\(CCVMap.number)", "every": "\(times.every.milliseconds / 1000)",
                "nightly_at": "\(Self.clock(times.nightlyAt))", "time_zone": "\(times.timeZone)",
                "monitoring":
                    "\(configuration.monitoring.map { "\($0.host):\($0.port ?? 0)" } ?? "off")",
            ])
        notifier.tell(.ready)
    }

    private static func clock(_ minutes: Int) -> String {
        func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
