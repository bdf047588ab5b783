import DomainModel
import Scheduling
import ServiceLifecycle
import UnixSignals

/// Tells systemd that the service is alive, and what it does.
///
/// It is silent when the schedule stands still: then systemd begins the program anew.
struct LifeSigns: Service {
    let schedule: ScheduledRuns
    let notifier: SystemdNotifier
    let zone: TimeZoneRules

    func run() async throws {
        let pause = notifier.watchdog.map { min($0 / 3, .seconds(15)) } ?? .seconds(15)
        await cancelWhenGracefulShutdown {
            while true {
                let status = await schedule.status
                if ServiceFacts.isAlive(status, at: ScheduleClock.system.now()) {
                    notifier.tell(.watchdog, .status(sentence(status)))
                }
                do { try await Task.sleep(for: pause) } catch { return }
            }
        }
    }

    private func sentence(_ status: ScheduleStatus) -> String {
        if let running = status.connections.first(where: { $0.running != nil }) {
            return "running \(running.name)"
        }
        let failing = status.connections.filter {
            $0.outcome?.result == .failed || $0.outcome?.result == .incomplete
        }
        let next = status.connections.min { $0.next < $1.next }
        let words = next.map { "next: \($0.name) at \(zone.isoText(of: $0.next))" } ?? ""
        return failing.isEmpty
            ? words : words + "; not all done: \(failing.map(\.name).joined(separator: ", "))"
    }
}

/// Asks for a run of all connections at SIGHUP.
struct RunOnHangup: Service {
    let schedule: ScheduledRuns
    let signals: UnixSignalsSequence

    func run() async throws {
        for await _ in signals.cancelOnGracefulShutdown() { await schedule.runNow() }
    }
}

/// A service that waits until another one is ready.
struct GatedService: Service {
    let gate: AsyncStream<Void>
    let service: any Service

    func run() async throws {
        for await _ in gate.cancelOnGracefulShutdown() {
            return try await service.run()
        }
    }
}
