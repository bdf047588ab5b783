import SimulationAudit
import SimulationSupport
import Testing

@Suite("Simulated days of a shop")
struct SimulationTests {
    /// How many seeds each of the groups has that run side by side.
    private static let groupSize: UInt64 = 50

    @Test(
        "Nothing is booked twice, lost or unexplained, whatever fails", arguments: UInt64(0)..<40)
    func allKept(group: UInt64) async throws {
        for seed in group * Self.groupSize + 1...(group + 1) * Self.groupSize {
            let outcome = try await Simulation.run(Simulation.Setting(seed: seed))
            #expect(outcome.findings.isEmpty, "scripts/simulate --only \(seed)")
        }
    }

    @Test("The process may die at each of its calls", arguments: [UInt64(11), 13])
    func diesAtEachCall(seed: UInt64) async throws {
        var setting = Simulation.Setting(seed: seed)
        setting.isSmall = true
        setting.isCalm = true
        let calls = try await Simulation.run(setting).busyCalls
        #expect(calls > 40)
        for call in 1...calls {
            setting.diesAt = call
            let outcome = try await Simulation.run(setting)
            #expect(outcome.findings.isEmpty, "seed \(seed), call \(call)")
            #expect(outcome.deaths == 1, "seed \(seed), call \(call)")
        }
    }

    @Test("The same seed gives the same run, to the last call")
    func sameSeedSameRun() async throws {
        var digests: Set<UInt64> = []
        for seed in UInt64(1)...5 {
            let first = try await Simulation.run(Simulation.Setting(seed: seed))
            let second = try await Simulation.run(Simulation.Setting(seed: seed))
            #expect(first.digest == second.digest)
            #expect(first.states == second.states)
            digests.insert(first.digest)
        }
        #expect(digests.count == 5)
    }

    @Test("In calm seas everything is booked and reconciled that people left alone")
    func calm() async throws {
        var states: [String: Int] = [:]
        for seed in UInt64(1)...20 {
            var setting = Simulation.Setting(seed: seed)
            setting.isCalm = true
            let outcome = try await Simulation.run(setting)
            #expect(outcome.findings.isEmpty, "seed \(seed)")
            states.merge(outcome.states) { $0 + $1 }
        }
        #expect(states["reconciled", default: 0] > 100)
        #expect(states["posted"] == nil)
        #expect(states["parked"] == nil)
    }
}
