import DomainModel
import Scheduling

/// A machine on which a connection runs by its plan, with or without trouble.
struct SimulatedDays {
    struct Run {
        let number: Int64
        let kind: RunKind
        let began: Moment
        var ended: Moment
        var isComplete: Bool
    }

    let schedule: Schedule
    let tick = Duration.seconds(60)
    let longest = Duration.seconds(400)
    private(set) var runs: [Run] = []
    /// From the beginning of each run to that of the next.
    private(set) var gaps: [Duration] = []
    /// The same, where nothing but the plan made it wait.
    private(set) var awakeGaps: [Duration] = []
    /// How often the clock was set.
    private(set) var jumps = 0
    /// How often anything went wrong.
    private(set) var upsets = 0
    private var random: Seeded
    private var now: Moment
    private var beginning: Duration
    private var planner: Planner
    private var wasDisturbed = false
    private let seed: UInt64

    init(_ name: String, _ start: String, seed: UInt64) throws {
        random = Seeded(state: seed)
        self.seed = seed
        let minutes = [90, 105, 135, 150, 180][Int.random(in: 0..<5, using: &random)]
        schedule = Schedule(
            every: .seconds(Int.random(in: 900...3600, using: &random)), nightlyAt: minutes,
            zone: try zone(name), jitter: .seconds(Int.random(in: 0...600, using: &random)))
        now = Moment(wall: try instant(start), uptime: .seconds(100))
        beginning = now.uptime
        planner = Planner(schedule, seed: seed, history: RunHistory(), at: now)
    }

    var elapsed: Duration { now.uptime - beginning }

    mutating func live(days: Int, trouble: Bool) throws {
        while elapsed < .seconds(days * 86_400) {
            if planner.plan(at: now).wait <= .zero { run(trouble: trouble) }
            pass(tick)
            if trouble, Int.random(in: 0..<500, using: &random) == 0 { upset() }
        }
    }

    private mutating func run(trouble: Bool) {
        planner.learn(history, at: now)
        let plan = planner.plan(at: now)
        guard plan.wait <= .zero else { return }
        let began = now
        if let last = runs.last {
            gaps.append(began.uptime - last.began.uptime)
            if !wasDisturbed { awakeGaps.append(began.uptime - last.began.uptime) }
        }
        wasDisturbed = false
        planner.begin(plan.kind, at: now)
        pass(.seconds(Int.random(in: 0...400, using: &random)))
        let fails = trouble && Int.random(in: 0..<8, using: &random) == 0
        if fails { upsets += 1 }
        let number = Int64(runs.count + 1)
        runs.append(
            Run(number: number, kind: plan.kind, began: began, ended: now, isComplete: !fails))
        planner.end(plan.kind, RunOutcome(fails ? .incomplete : .complete, run: number), at: now)
    }

    /// The clock is set, the machine sleeps, or the program ends and begins.
    private mutating func upset() {
        upsets += 1
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            jumps += 1
            let shift = [600, 7200, 90_000, 400_000][Int.random(in: 0..<4, using: &random)]
            let sign = Bool.random(using: &random) ? 1 : -1
            now.wall.milliseconds += Int64(shift * sign * 1000)
        case 1:
            wasDisturbed = true
            pass(.seconds(Int.random(in: 60...40_000, using: &random)))
        default:
            wasDisturbed = true
            pass(.seconds(Int.random(in: 0...3000, using: &random)))
            planner = Planner(schedule, seed: seed, history: history, at: now)
        }
    }

    private var history: RunHistory {
        RunHistory(
            last: runs.last.map {
                RunHistory.Run(
                    number: $0.number, began: $0.began.wall, isComplete: $0.isComplete)
            }, lastNight: runs.last { $0.kind == .night && $0.isComplete }?.began.wall)
    }

    private mutating func pass(_ time: Duration) {
        now.uptime += time
        now.wall.milliseconds += time.milliseconds
    }
}

/// Chance by seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
