import DomainModel
import Testing

@testable import Scheduling

@Suite("The plan of a connection")
struct PlannerTests {
    private let hour = Duration.seconds(3600)
    private let minute = Duration.seconds(60)

    private func schedule(jitter: Duration = .zero) throws -> Schedule {
        Schedule(
            every: hour, nightlyAt: 150, zone: try zone("Europe/Amsterdam"), jitter: jitter)
    }

    /// Noon in Amsterdam on 20 November 2026, so much later.
    private func moment(_ later: Duration = .zero, wall: Duration? = nil) throws -> Moment {
        let noon = try instant("2026-11-20T11:00:00Z")
        return Moment(
            wall: Instant(milliseconds: noon.milliseconds + (wall ?? later).milliseconds),
            uptime: .seconds(500) + later)
    }

    /// The last night was done; the last run began so long ago.
    private func history(_ age: Duration, isComplete: Bool = true) throws -> RunHistory {
        RunHistory(
            last: RunHistory.Run(
                number: 7, began: try moment(.zero - age).wall, isComplete: isComplete),
            lastNight: try instant("2026-11-20T01:31:00Z"))
    }

    private func planner(
        _ history: RunHistory, jitter: Duration = .zero, seed: UInt64 = 1
    ) throws -> Planner {
        Planner(try schedule(jitter: jitter), seed: seed, history: history, at: try moment())
    }

    @Test("A first start runs at once, and for the night that was never done")
    func first() throws {
        let plan = try planner(RunHistory()).plan(at: try moment())
        #expect(plan == Planner.Plan(kind: .night, wait: .zero))
    }

    @Test("After a restart the next run comes an hour after the last one began")
    func restart() throws {
        let planner = try planner(try history(minute * 20))
        let plan = planner.plan(at: try moment())
        #expect(plan == Planner.Plan(kind: .regular, wait: minute * 40))
    }

    @Test("After a day of downtime there is one run for all that were missed, a night run")
    func downtime() throws {
        var history = try history(hour * 30)
        history.lastNight = try instant("2026-11-19T01:31:00Z")
        var planner = try planner(history)
        #expect(planner.plan(at: try moment()) == Planner.Plan(kind: .night, wait: .zero))
        planner.begin(.night, at: try moment())
        planner.end(.night, RunOutcome(.complete, run: 8), at: try moment(minute))
        let plan = planner.plan(at: try moment(minute))
        #expect(plan == Planner.Plan(kind: .regular, wait: minute * 59))
    }

    @Test("After the sleep of the machine there is one run, and then the hour begins anew")
    func sleep() throws {
        var planner = try planner(try history(.zero))
        let late = hour * 8
        #expect(planner.plan(at: try moment(late)) == Planner.Plan(kind: .regular, wait: .zero))
        planner.begin(.regular, at: try moment(late))
        planner.end(.regular, RunOutcome(.complete, run: 8), at: try moment(late + minute))
        #expect(planner.plan(at: try moment(late + minute)).wait == minute * 59)
    }

    @Test("Setting the clock on the wall neither delays a regular run nor brings one")
    func clock() throws {
        let planner = try planner(try history(.zero))
        for wall in [hour * -5, minute * -1, minute, hour] {
            let plan = planner.plan(at: try moment(minute * 10, wall: wall))
            #expect(plan.wait == minute * 50, "\(wall)")
        }
    }

    @Test("A clock that was ahead at the last run delays nothing after a restart")
    func ahead() throws {
        var history = try history(hour * -24 * 365)
        history.lastNight = history.last?.began
        let plan = try planner(history).plan(at: try moment())
        #expect(plan == Planner.Plan(kind: .night, wait: .zero))
    }

    @Test("A clock set a year back, and right again, brings one night run each, and no storm")
    func farBack() throws {
        var planner = try planner(try history(.zero))
        for (number, wall) in [hour * -24 * 365, hour].enumerated() {
            let now = try moment(minute * 10 * (number + 1), wall: wall)
            let plan = planner.plan(at: now)
            #expect(plan == Planner.Plan(kind: .night, wait: .zero))
            planner.begin(.night, at: now)
            planner.end(.night, RunOutcome(.complete, run: Int64(8 + number)), at: now)
            #expect(planner.plan(at: now).wait == hour)
        }
    }

    @Test("A clock set back over the night brings no second night run")
    func backOverNight() throws {
        var planner = try planner(try history(minute))
        planner.begin(.night, at: try moment(hour * 15))
        planner.end(.night, RunOutcome(.complete, run: 8), at: try moment(hour * 15 + minute))
        for back in [minute * 40, hour * 3, hour * 20] {
            let wall = hour * 15 - back
            let plan = planner.plan(at: try moment(hour * 15 + minute * 2, wall: wall))
            #expect(plan.kind == .regular, "\(back)")
            #expect(plan.wait == minute * 58, "\(back)")
        }
    }

    @Test("What fails is tried again after 5, 10, 20, 40 minutes, and never later than hourly")
    func failures() throws {
        var planner = try planner(try history(hour))
        var now = Duration.zero
        var waits: [Duration] = []
        for _ in 0..<6 {
            planner.begin(.regular, at: try moment(now))
            planner.end(.regular, RunOutcome(.failed), at: try moment(now))
            let wait = planner.plan(at: try moment(now)).wait
            waits.append(wait)
            now += wait
        }
        #expect(waits == [5, 10, 20, 40, 60, 60].map { minute * $0 })
        planner.begin(.regular, at: try moment(now))
        planner.end(.regular, RunOutcome(.complete, run: 9), at: try moment(now))
        #expect(planner.plan(at: try moment(now)).wait == hour)
    }

    @Test("A run that did not end before the restart is done again after five minutes")
    func killed() throws {
        let plan = try planner(try history(minute, isComplete: false)).plan(at: try moment())
        #expect(plan == Planner.Plan(kind: .regular, wait: minute * 4))
    }

    @Test("When another run holds the connection it is tried again a minute later")
    func held() throws {
        var planner = try planner(try history(hour))
        planner.begin(.regular, at: try moment())
        planner.end(.regular, RunOutcome(.held), at: try moment())
        #expect(planner.plan(at: try moment()).wait == minute)
        planner.ask()
        #expect(planner.plan(at: try moment()).wait == minute)
    }

    @Test("The run of another process counts as ours; one that failed or goes on does not")
    func others() throws {
        var planner = try planner(try history(hour))
        let run = RunHistory.Run(
            number: 8, began: try moment(.zero - minute * 10).wall,
            isComplete: false)
        planner.learn(RunHistory(last: run), at: try moment())
        #expect(planner.plan(at: try moment()).wait == .zero)
        var done = run
        done.isComplete = true
        planner.learn(RunHistory(last: done), at: try moment())
        #expect(planner.plan(at: try moment()).wait == minute * 50)
    }

    @Test("A night that another process did is not done again")
    func nightOfOthers() throws {
        var history = try history(hour)
        history.lastNight = nil
        var planner = try planner(history)
        #expect(planner.plan(at: try moment()).kind == .night)
        history.lastNight = try instant("2026-11-20T01:40:00Z")
        planner.learn(history, at: try moment())
        #expect(planner.plan(at: try moment()).kind == .regular)
    }

    @Test("Who asks gets a run at once, and asking twice gets one")
    func asked() throws {
        var planner = try planner(try history(.zero))
        planner.ask()
        planner.ask()
        #expect(planner.plan(at: try moment()) == Planner.Plan(kind: .regular, wait: .zero))
        planner.begin(.regular, at: try moment())
        planner.end(.regular, RunOutcome(.complete, run: 8), at: try moment())
        #expect(planner.plan(at: try moment()).wait == hour)
    }

    @Test("A night that fails is tried three times; the next one begins anew")
    func nightTries() throws {
        var planner = try planner(try history(.zero))
        var now = hour * 15
        for number in 1...3 {
            #expect(planner.plan(at: try moment(now)).kind == .night, "\(number)")
            planner.begin(.night, at: try moment(now))
            planner.end(.night, RunOutcome(.incomplete), at: try moment(now))
            let wait = planner.plan(at: try moment(now)).wait
            #expect(wait >= minute * 5)
            now += wait
        }
        #expect(planner.plan(at: try moment(now)).kind == .regular)
        #expect(planner.plan(at: try moment(hour * 39)).kind == .night)
    }

    @Test("Jitter makes regular runs earlier and night runs later, within its limit")
    func jitter() throws {
        var waits: Set<Duration> = []
        for seed in 0..<200 {
            let planner = try planner(
                try history(.zero), jitter: minute * 5, seed: UInt64(seed))
            let regular = planner.plan(at: try moment()).wait
            #expect((minute * 55...hour).contains(regular))
            waits.insert(regular)
            // A minute before 02:30 nothing is due yet by the calendar; at 02:35 all is.
            let early = planner.plan(at: try moment(.seconds(1), wall: hour * 14 + minute * 29))
            #expect((minute...minute * 6).contains(early.wait) && early.kind == .night)
            let late = planner.plan(at: try moment(.seconds(1), wall: hour * 14 + minute * 36))
            #expect(late == Planner.Plan(kind: .night, wait: .zero))
        }
        #expect(waits.count > 150)
    }
}
