import RunnerCore
import SimulationAudit
import SimulationSupport
import Testing

@Suite("How far a run goes")
struct RunLimitTests {
    private func calm(
        _ change: (inout Simulation.Setting) -> Void
    ) async throws -> Simulation.Outcome {
        var setting = Simulation.Setting(seed: 3)
        setting.isCalm = true
        change(&setting)
        return try await Simulation.run(setting)
    }

    @Test("A run that only fetches decides nothing")
    func fetchesOnly() async throws {
        let outcome = try await calm { $0.until = .fetched }
        #expect(outcome.states == ["open": outcome.payments])
    }

    @Test("A run that only decides, or may not send, writes nothing into the books")
    func writesNothing() async throws {
        let decided = try await calm { $0.until = .decided }
        let held = try await calm { $0.maySend = false }
        for outcome in [decided, held] {
            #expect(outcome.states["due", default: 0] > 3)
            for state in ["intended", "parked", "posted", "reconciled"] {
                #expect(outcome.states[state] == nil)
            }
        }
        let whole = try await calm { _ in }
        #expect(whole.states["reconciled"] == decided.states["due"])
    }

    @Test("A sale that cannot be read holds up no other payment")
    func unreadable() async throws {
        let whole = try await calm { _ in }
        let hindered = try await calm { setting in
            setting.isCalm = false
            var faults = FaultPlan()
            faults.unreadableSale = "202600001"
            setting.faults = faults
            setting.hasPeople = false
        }
        #expect(hindered.states["due"] == 1)
        #expect(hindered.findings.map(\.rule) == ["all done"])
        #expect(
            hindered.states["reconciled", default: 0] == whole.states["reconciled", default: 0] - 1)
    }

    @Test("A limit holds for each run, and the runs after it do the rest")
    func limit() async throws {
        let limited = try await calm { $0.limit = 1 }
        let free = try await calm { _ in }
        #expect(limited.mostSent == 1)
        #expect(free.mostSent > 1)
        #expect(limited.states["reconciled", default: 0] > 3)
    }
}
