import SimulationAudit
import SimulationSupport

@main
struct SimulateCommand {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let first = arguments.first ?? 1
        let count = arguments.dropFirst().first ?? 1
        var states: [String: Int] = [:]
        var deaths = 0
        var calls = 0
        var bad = 0
        for seed in first..<first + count {
            var setting = Simulation.Setting(seed: seed)
            setting.keepsLog = count == 1
            let outcome = try await Simulation.run(setting)
            for line in outcome.log { print(line) }
            for finding in outcome.findings {
                print("seed \(seed): \(finding.rule): \(finding.text)")
            }
            states.merge(outcome.states) { $0 + $1 }
            deaths += outcome.deaths
            calls += outcome.calls
            bad += outcome.findings.isEmpty ? 0 : 1
        }
        print("bad seeds \(bad) of \(count), calls \(calls), deaths \(deaths)")
        for (state, count) in states.sorted(by: { $0.key < $1.key }) { print(state, count) }
    }
}
