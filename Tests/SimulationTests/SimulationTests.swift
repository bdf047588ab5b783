import SimulationAudit
import SimulationSupport
import Testing

@Suite("Simulated days of a shop")
struct SimulationTests {
    /// How many seeds each of the groups has that run side by side.
    private static let groupSize: UInt64 = 50

    @Test(
        "Nothing is booked twice, lost or unexplained, whatever fails", arguments: UInt64(0)..<40)
    func allKept(group: UInt64) async {
        for seed in group * Self.groupSize + 1...(group + 1) * Self.groupSize {
            let outcome = await Simulation.run(Simulation.Setting(seed: seed))
            #expect(outcome.findings.isEmpty, "scripts/simulate --only \(seed)")
        }
    }

    @Test("The process may die at each of its calls", arguments: [UInt64(11), 12, 13])
    func diesAtEachCall(seed: UInt64) async {
        var setting = Simulation.Setting(seed: seed)
        setting.isSmall = true
        setting.isCalm = true
        let calls = await Simulation.run(setting).calls
        #expect(calls > 60)
        for call in 1...calls {
            setting.diesAt = call
            let outcome = await Simulation.run(setting)
            #expect(outcome.findings.isEmpty, "seed \(seed), call \(call)")
            #expect(outcome.deaths == 1, "seed \(seed), call \(call)")
        }
    }

    @Test("The same seed gives the same run, to the last call")
    func sameSeedSameRun() async {
        var digests: Set<UInt64> = []
        for seed in UInt64(1)...5 {
            let first = await Simulation.run(Simulation.Setting(seed: seed))
            let second = await Simulation.run(Simulation.Setting(seed: seed))
            #expect(first.digest == second.digest)
            #expect(first.states == second.states)
            digests.insert(first.digest)
        }
        #expect(digests.count == 5)
    }

    @Test("In calm seas everything is booked and reconciled that people left alone")
    func calm() async {
        var states: [String: Int] = [:]
        for seed in UInt64(1)...20 {
            var setting = Simulation.Setting(seed: seed)
            setting.isCalm = true
            let outcome = await Simulation.run(setting)
            #expect(outcome.findings.isEmpty, "seed \(seed)")
            states.merge(outcome.states) { $0 + $1 }
        }
        #expect(states["reconciled", default: 0] > 100)
        #expect(states["posted"] == nil)
        #expect(states["parked"] == nil)
    }
}
