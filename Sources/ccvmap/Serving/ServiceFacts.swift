import DomainModel
import LedgerStore
import Logging
import Monitoring
import RunnerCore
import Scheduling

/// What monitoring tells, from the schedule and from the ledger, which is read now and then.
actor ServiceFacts: MonitoringSource {
    /// What the ledger said of a connection.
    private struct Standing {
        var tallies: [MonitoredConnection.Tally] = []
        var lastFetch: Instant?
    }

    /// The ledger is not asked again before.
    private static let patience = Duration.seconds(10)
    /// A schedule that nobody looked at for longer stands still.
    private static let longestSilence = Duration.seconds(120)

    private let database: String
    private let schedule: ScheduledRuns
    private let faults: FaultCounts
    private let clock: ScheduleClock
    private let started: Instant
    private var standings: [String: Standing] = [:]
    private var ledgerFault: String?
    private var asked: Duration?

    init(
        database: String, schedule: ScheduledRuns, faults: FaultCounts,
        clock: ScheduleClock = .system
    ) {
        self.database = database
        self.schedule = schedule
        self.faults = faults
        self.clock = clock
        started = clock.now().wall
    }

    func state() async -> MonitoredState {
        let status = await schedule.status
        look(into: status.connections.map(\.name))
        let now = clock.now()
        return MonitoredState(
            now: now.wall, started: started, version: CCVMap.number, ledgerFault: ledgerFault,
            isAlive: Self.isAlive(status, at: now),
            connections: status.connections.map(monitored))
    }

    /// Whether the schedule goes on: it is looked at, or waits for a run.
    static func isAlive(_ status: ScheduleStatus, at now: Moment) -> Bool {
        status.connections.contains { $0.running != nil }
            || now.uptime - status.lastLook < longestSilence
    }

    private func look(into connections: [String]) {
        let now = clock.now().uptime
        if let asked, now - asked < Self.patience { return }
        asked = now
        do {
            let ledger = try LedgerStore(path: database, options: .looking)
            for connection in connections {
                standings[connection] = Standing(
                    tallies: try ledger.standing(of: connection).map {
                        MonitoredConnection.Tally(
                            state: $0.state.rawValue, currency: $0.currency, count: $0.count,
                            amount: $0.amount)
                    }, lastFetch: try ledger.runTimes(of: connection).lastFetch)
            }
            ledgerFault = nil
        } catch let fault as LedgerFault where fault.reason == .noneYet {
            ledgerFault = nil
            standings = [:]
        } catch {
            ledgerFault = (error as? LedgerFault)?.reason.rawValue ?? "unreadable"
            standings = [:]
        }
    }

    private func monitored(_ status: ScheduleStatus.Connection) -> MonitoredConnection {
        var connection = MonitoredConnection(name: status.name)
        connection.tallies = standings[status.name]?.tallies ?? []
        connection.lastFetch = standings[status.name]?.lastFetch
        connection.lastRun = status.ended
        connection.lastResult = status.outcome?.result.rawValue
        connection.isRunning = status.running != nil
        connection.nextRun = status.next
        connection.runs = status.endings.map {
            MonitoredConnection.Runs(
                kind: $0.key.kind.rawValue, result: $0.key.result.rawValue, count: $0.value)
        }
        connection.totalDuration = status.totalDuration
        connection.lastDuration = status.ended == nil ? nil : status.lastDuration
        connection.faults = faults.counts(of: status.name).map {
            MonitoredConnection.Faults(
                service: $0.key.service, kind: $0.key.kind, count: $0.value)
        }
        connection.problems = faults.problems(of: status.name)
        return connection
    }
}
