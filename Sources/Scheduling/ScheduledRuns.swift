internal import DomainModel
public import ServiceLifecycle
internal import Synchronization

/// The service that runs all connections when they are due, one after the other, until it is asked
/// to stop.
public actor ScheduledRuns: Service {
    private let work: any ScheduledWork
    private let clock: ScheduleClock
    private let schedule: Schedule
    private let seed: UInt64
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private var planners: [String: Planner] = [:]
    private var asked: Set<String> = []
    private var connections: [ScheduleStatus.Connection]
    private var lastLook: Duration
    private let isStopping = Atomic<Bool>(false)

    /// Makes a service that runs nothing yet.
    ///
    /// `seed` makes the spread of the runs.
    public init(
        _ work: any ScheduledWork, _ schedule: Schedule, seed: UInt64,
        clock: ScheduleClock = .system
    ) {
        self.work = work
        self.schedule = schedule
        self.seed = seed
        self.clock = clock
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let now = clock.now()
        lastLook = now.uptime
        connections = work.connections.map {
            ScheduleStatus.Connection(name: $0, next: now.wall, nextKind: .regular)
        }
    }

    /// Runs what is due until the program is asked to stop.
    public func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                let (wake, tick) = (wake, clock.tick)
                group.addTask {
                    while !Task.isCancelled {
                        wake.yield()
                        try? await Task.sleep(for: tick)
                    }
                }
                for await _ in wakes.cancelOnGracefulShutdown() { await runWhatIsDue() }
                group.cancelAll()
            }
        } onGracefulShutdown: { [weak self] in
            self?.stop()
        }
    }

    /// Asks for a run of a connection, or of all, as soon as none of it goes on.
    ///
    /// Returns at once; asking twice before it begins asks for one run. False for a connection
    /// that is not there.
    @discardableResult
    public func runNow(_ connection: String? = nil) -> Bool {
        let chosen = work.connections.filter { connection == nil || $0 == connection }
        asked.formUnion(chosen)
        wake.yield()
        return !chosen.isEmpty
    }

    /// What was done, and what comes next.
    public var status: ScheduleStatus {
        ScheduleStatus(connections: connections, lastLook: lastLook)
    }

    /// Begins no run any more before the one in hand hears of it: it may end at once.
    private nonisolated func stop() {
        isStopping.store(true, ordering: .sequentiallyConsistent)
        work.stop()
    }

    private var mayBegin: Bool {
        !isStopping.load(ordering: .sequentiallyConsistent) && !Task.isCancelled
    }

    private func runWhatIsDue() async {
        for index in connections.indices {
            guard mayBegin else { return }
            let name = connections[index].name
            await prepare(name)
            guard var planner = planners[name] else { continue }
            if asked.remove(name) != nil { planner.ask() }
            planners[name] = planner
            if planner.plan(at: look(index)).wait <= .zero {
                await learn(name)
                let plan = planners[name]?.plan(at: look(index))
                if let plan, plan.wait <= .zero, mayBegin { await run(index, plan.kind) }
            }
            _ = look(index)
        }
    }

    /// Makes the planner of a connection from what is remembered.
    private func prepare(_ name: String) async {
        guard planners[name] == nil else { return }
        let history = (try? await work.history(of: name)) ?? RunHistory()
        // Connections of one process are spread as those of several are.
        let own = name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }
        planners[name] = Planner(schedule, seed: own, history: history, at: clock.now())
    }

    /// Takes in that another process may have run it; what cannot be read, the run itself reports.
    private func learn(_ name: String) async {
        guard let history = try? await work.history(of: name) else { return }
        planners[name]?.learn(history, at: clock.now())
    }

    /// Notes when the next run is due.
    private func look(_ index: Int) -> Moment {
        let now = clock.now()
        lastLook = now.uptime
        if let plan = planners[connections[index].name]?.plan(at: now) {
            connections[index].next = now.wall(after: plan.wait)
            connections[index].nextKind = plan.kind
        }
        return now
    }

    private func run(_ index: Int, _ kind: RunKind) async {
        let name = connections[index].name
        let begin = clock.now()
        planners[name]?.begin(kind, at: begin)
        connections[index].running = kind
        connections[index].began = begin.wall
        let outcome = await work.run(name, kind)
        let end = clock.now()
        planners[name]?.end(kind, outcome, at: end)
        let took = end.uptime - begin.uptime
        connections[index].running = nil
        connections[index].ended = end.wall
        connections[index].outcome = outcome
        connections[index].endings[.init(kind: kind, result: outcome.result), default: 0] += 1
        connections[index].lastDuration = took
        connections[index].totalDuration += took
    }
}
