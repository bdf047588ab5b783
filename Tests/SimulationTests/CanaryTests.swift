import SimulationAudit
import SimulationSupport
import Testing

@Suite("The auditor notices a runner that is made worse")
struct CanaryTests {
    /// What the auditor finds in so many seeds, or until it finds what is looked for.
    private func rulesBroken(
        by canary: Canary?, seeds: UInt64, until rule: String? = nil,
        _ change: (inout FaultPlan) -> Void
    ) async throws -> Set<String> {
        var broken: Set<String> = []
        for seed in 1...seeds {
            var setting = Simulation.Setting(seed: seed)
            setting.canary = canary
            var faults = FaultPlan()
            change(&faults)
            setting.faults = faults
            let outcome = try await Simulation.run(setting)
            broken.formUnion(outcome.findings.map(\.rule))
            if let rule, broken.contains(rule) { break }
        }
        return broken
    }

    private static func faults(_ canary: Canary) -> (inout FaultPlan) -> Void {
        switch canary {
        case .retriesAtOnce: { $0.answerLost = 200 }
        case .forgetsIntents: { $0.crash = 20 }
        case .trustsCutLists:
            {
                $0.answerLost = 500
                $0.incomplete = 350
            }
        case .neverReadsAgain: { $0.race = 60 }
        case .neverReadsBack: { _ in }
        }
    }

    @Test(
        "It is found out", .timeLimit(.minutes(5)),
        arguments: [
            (Canary.retriesAtOnce, "booked once"), (.forgetsIntents, "booked once"),
            (.trustsCutLists, "ledger knows"), (.neverReadsAgain, "drift is true"),
            (.neverReadsBack, "drift seen"),
        ])
    func canaryIsCaught(canary: Canary, rule: String) async throws {
        let broken = try await rulesBroken(
            by: canary, seeds: 300, until: rule, Self.faults(canary))
        #expect(broken.contains(rule), "\(broken)")
    }

    @Test("The runner itself breaks nothing under the same faults", arguments: Canary.allCases)
    func runnerIsNot(canary: Canary) async throws {
        #expect(try await rulesBroken(by: nil, seeds: 30, Self.faults(canary)).isEmpty)
    }

    @Test("Books that execute later than the grace would be found out: that is the assumption")
    func graceIsNeeded() async throws {
        var broken: Set<String> = []
        for seed in UInt64(1)...200 {
            var setting = Simulation.Setting(seed: seed)
            var faults = FaultPlan()
            faults.late = 300
            faults.latest = 3000
            setting.faults = faults
            broken.formUnion(try await Simulation.run(setting).findings.map(\.rule))
            if broken.contains("booked once") { return }
        }
        Issue.record("nobody noticed")
    }
}
