import DomainModel
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Scheduling

@Suite("The service that runs the schedule")
struct ScheduledRunsTests {
    private func service(
        _ work: RecordedWork, _ hand: HandClock = HandClock()
    ) throws -> ScheduledRuns {
        let schedule = Schedule(
            every: .seconds(3600), nightlyAt: 150, zone: try zone("Europe/Amsterdam"),
            jitter: .zero)
        return ScheduledRuns(
            work, schedule, seed: 1, clock: hand.clock)
    }

    /// Lives as long as the body, and then stops as on SIGTERM.
    private func living(
        _ service: ScheduledRuns, _ body: () async throws -> Void
    ) async throws {
        let group = ServiceGroup(
            services: [service],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let life = Task { try await group.run() }
        do { try await body() } catch {
            life.cancel()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await life.value
    }

    @Test(
        "Every connection runs once at the start, one after the other, also behind one that fails")
    func order() async throws {
        let work = RecordedWork(["a", "b", "c"])
        work.plan("b", .failed)
        let service = try service(work)
        try await living(service) { try await work.waits(for: 3) }
        #expect(work.done == ["a night", "b night", "c night"])
        #expect(!work.overlapped)
        let status = await service.status
        let failed = ScheduleStatus.Ending(kind: .night, result: .failed)
        #expect(status.connections[1].endings == [failed: 1])
        #expect(status.connections.allSatisfy { $0.running == nil && $0.ended != nil })
    }

    @Test("When an hour has passed each runs again, and not before")
    func hourly() async throws {
        let work = RecordedWork(["a", "b"])
        let hand = HandClock()
        let service = try service(work, hand)
        try await living(service) {
            try await work.waits(for: 2)
            hand.pass(.seconds(3590))
            try await Task.sleep(for: .milliseconds(100))
            #expect(work.done.count == 2)
            hand.pass(.seconds(20))
            try await work.waits(for: 4)
        }
        #expect(work.done == ["a night", "b night", "a regular", "b regular"])
    }

    @Test("Asking while a run goes on gives one more run, however often it is asked")
    func asking() async throws {
        let work = RecordedWork(["a", "b"])
        work.hold()
        let service = try service(work)
        try await living(service) {
            try await work.begins(1)
            for _ in 0..<5 {
                let isThere = await service.runNow("a")
                #expect(isThere)
            }
            let isThere = await service.runNow("nobody")
            #expect(!isThere)
            work.release()
            try await work.waits(for: 3)
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(work.done == ["a night", "b night", "a regular"])
    }

    @Test("To stop asks the run in hand to stop, waits for it, and begins no other")
    func stopping() async throws {
        let work = RecordedWork(["a", "b"])
        work.hold()
        let service = try service(work)
        try await living(service) { try await work.begins(1) }
        #expect(work.wasStopped)
        #expect(work.done == ["a night"])
    }

    @Test("The run of another process is not done again")
    func others() async throws {
        let work = RecordedWork(["a"])
        let hand = HandClock()
        let service = try service(work, hand)
        try await living(service) {
            try await work.waits(for: 1)
            hand.pass(.seconds(3590))
            let now = hand.clock.now().wall
            work.remember(
                RunHistory(
                    last: RunHistory.Run(number: 9, began: now, isComplete: true),
                    lastNight: now))
            hand.pass(.seconds(20))
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(work.done.count == 1)
        let next = await service.status.connections[0].next.milliseconds
        #expect(next - hand.clock.now().wall.milliseconds > 3_500_000)
    }
}

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)

    func pass(_ span: Duration) { time.withLock { $0 += span } }

    var clock: ScheduleClock {
        ScheduleClock(tick: .milliseconds(5)) { [self] in
            let passed = time.withLock { $0 }
            // Noon in Amsterdam on 20 November 2026.
            return Moment(
                wall: Instant(milliseconds: 1_795_172_400_000 + passed.milliseconds),
                uptime: .seconds(50) + passed)
        }
    }
}

/// Runs that do nothing but note that they were asked for.
final class RecordedWork: ScheduledWork {
    private struct State {
        var done: [String] = []
        var begun = 0
        var atWork = 0
        var overlapped = false
        var isHeld = false
        var wasStopped = false
        var results: [String: RunOutcome.Result] = [:]
        var history = RunHistory()
    }

    let connections: [String]
    private let state = Mutex(State())

    init(_ connections: [String]) { self.connections = connections }

    var done: [String] { state.withLock { $0.done } }
    var overlapped: Bool { state.withLock { $0.overlapped } }
    var wasStopped: Bool { state.withLock { $0.wasStopped } }

    func plan(_ connection: String, _ result: RunOutcome.Result) {
        state.withLock { $0.results[connection] = result }
    }
    func remember(_ history: RunHistory) { state.withLock { $0.history = history } }
    func hold() { state.withLock { $0.isHeld = true } }
    func release() { state.withLock { $0.isHeld = false } }
    func stop() {
        state.withLock {
            $0.wasStopped = true
            $0.isHeld = false
        }
    }

    func history(of connection: String) async throws -> RunHistory {
        state.withLock { $0.history }
    }

    func run(_ connection: String, _ kind: RunKind) async -> RunOutcome {
        state.withLock {
            $0.begun += 1
            $0.atWork += 1
            if $0.atWork > 1 { $0.overlapped = true }
        }
        while state.withLock({ $0.isHeld }) { try? await Task.sleep(for: .milliseconds(2)) }
        return state.withLock {
            $0.atWork -= 1
            $0.done.append("\(connection) \(kind)")
            return RunOutcome($0.results[connection] ?? .complete, run: Int64($0.done.count))
        }
    }

    func waits(for count: Int) async throws {
        while done.count < count { try await Task.sleep(for: .milliseconds(2)) }
    }

    func begins(_ count: Int) async throws {
        while state.withLock({ $0.begun }) < count { try await Task.sleep(for: .milliseconds(2)) }
    }
}
