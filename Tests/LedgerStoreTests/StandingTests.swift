import DomainModel
import RunnerCore
import Testing

@testable import LedgerStore

@Suite("What the ledger tells the schedule and monitoring")
struct StandingTests {
    @Test("A run is complete when it ended and did everything, and each connection has its own")
    func runs() throws {
        let scene = try Scene()
        #expect(try scene.ledger.runTimes(of: "shop") == RunTimes())
        let first = try scene.run()
        let began = Instant(milliseconds: scene.clock)
        let killed = try #require(try scene.ledger.runTimes(of: "shop").last)
        #expect(killed.run == first && killed.began == began && !killed.isComplete)
        var report = RunReport(connection: "shop", run: first)
        report.isIncomplete = true
        try scene.ledger.end(first, report, at: scene.now)
        #expect(try scene.ledger.runTimes(of: "shop").last?.isComplete == false)
        let second = try scene.run()
        try scene.ledger.end(second, RunReport(connection: "shop", run: second), at: scene.now)
        let done = try #require(try scene.ledger.runTimes(of: "shop").last)
        #expect(done.run == second && done.isComplete)
        try scene.run("other")
        #expect(try scene.ledger.runTimes(of: "shop").last?.run == second)
    }

    @Test("The last complete fetch is the last that was kept, whenever its payments are from")
    func fetches() throws {
        let scene = try Scene()
        let run = try scene.run()
        #expect(try scene.ledger.runTimes(of: "shop").lastFetch == nil)
        try scene.keep([.example("P1")], in: run, until: Instant(milliseconds: 5))
        let first = Instant(milliseconds: scene.clock)
        #expect(try scene.ledger.runTimes(of: "shop").lastFetch == first)
        // A shop without a new payment was fetched all the same.
        let next = try scene.run()
        try scene.keep([], in: next, until: Instant(milliseconds: 5))
        let second = Instant(milliseconds: scene.clock)
        #expect(try scene.ledger.runTimes(of: "shop").lastFetch == second)
        try scene.run()
        #expect(try scene.ledger.runTimes(of: "shop").lastFetch == second)
        #expect(try scene.ledger.runTimes(of: "other").lastFetch == nil)
    }

    @Test("The last night is the last that was done, and not the last that was begun")
    func nights() throws {
        let scene = try Scene()
        let run = try scene.run()
        let began = Instant(milliseconds: scene.clock)
        #expect(try scene.ledger.runTimes(of: "shop").lastNight == nil)
        try scene.ledger.keep(
            NightRead(since: Instant(milliseconds: 1), entries: 1), in: run, at: scene.now)
        try scene.run()
        #expect(try scene.ledger.runTimes(of: "shop").lastNight == began)
        #expect(try scene.ledger.runTimes(of: "other").lastNight == nil)
    }

    @Test("Payments are counted and summed by state and currency, of this connection only")
    func tallies() throws {
        let scene = try Scene()
        let run = try scene.run()
        try scene.keep([.example("P1"), .example("P2"), .example("P3")], in: run)
        try scene.decide(
            [.example("P1", .review, "several_fit"), .example("P2", .review, "several_fit")],
            in: run)
        let other = try scene.run("other")
        try scene.keep([.example("P4")], in: other)
        try scene.decide([.example("P4", .review, "several_fit")], in: other)
        let tallies = try scene.ledger.standing(of: "shop")
        let review = try #require(tallies.first { $0.state == .review })
        #expect(review.currency == "EUR" && review.count == 2 && review.amount == 23_800)
        #expect(try scene.ledger.standing(of: "nobody").isEmpty)
    }
}
