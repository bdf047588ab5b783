import DomainModel
import Scheduling
import Testing

@Suite("The plan of a connection, over simulated weeks by seed")
struct PlannerPropertyTests {
    static let zones = ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe"]
    /// A week before a change to and from summer time.
    static let starts = [
        "2027-03-21T12:00:00Z", "2027-10-25T12:00:00Z", "2027-03-07T12:00:00Z",
        "2027-11-01T12:00:00Z", "2027-09-26T12:00:00Z", "2027-03-28T12:00:00Z",
    ]

    @Test(
        "While the program is up, each calendar night has one night run and no gap exceeds `every`",
        arguments: zones, starts)
    func steady(name: String, start: String) throws {
        for seed in UInt64(1)...4 {
            var world = try SimulatedDays(name, start, seed: seed)
            try world.live(days: 14, trouble: false)
            let schedule = world.schedule
            let nights = world.runs.filter { $0.kind == .night && $0.isComplete }
                .map { schedule.night(at: $0.began.wall) }
            let first = try #require(nights.first)
            #expect(nights == nights.indices.map { first.adding(days: Int32($0)) })
            #expect(nights.count >= 14)
            let late = world.runs.filter { $0.kind == .night && $0.number > 1 }.map { run in
                let due = schedule.beginning(ofNight: schedule.night(at: run.began.wall))
                return run.began.wall.milliseconds - due.milliseconds
            }
            #expect(
                late.max() ?? 0 <= (schedule.jitter + world.longest + .seconds(120)).milliseconds)
            #expect(world.gaps.max() ?? .zero <= schedule.every + world.tick)
        }
    }

    @Test(
        "Whatever clock, sleep, faults and restarts do, no run comes late, twice, or in a storm",
        arguments: zones, starts)
    func trouble(name: String, start: String) throws {
        for seed in UInt64(1)...10 {
            var world = try SimulatedDays(name, start, seed: seed)
            try world.live(days: 10, trouble: true)
            let schedule = world.schedule
            #expect(world.awakeGaps.max() ?? .zero <= schedule.every + world.tick)
            let most = world.elapsed / (schedule.every / 2) + 10 + Double(world.upsets * 3)
            #expect(Double(world.runs.count) <= most)
            #expect(
                zip(world.runs, world.runs.dropFirst())
                    .allSatisfy { $1.began.uptime >= $0.ended.uptime })
            let nights = world.runs.filter { $0.kind == .night && $0.isComplete }.count
            #expect(nights <= 12 + world.jumps)
            #expect(nights >= 8 - world.jumps)
        }
    }
}
