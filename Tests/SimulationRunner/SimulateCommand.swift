import ArgumentParser
import SimulationAudit
import SimulationSupport

/// The command `simulate`: many shops, each with the real runner in a world that fails.
@main
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the runner through simulated days in which everything fails.",
        discussion: """
            docs/simulation.md says what is simulated and what must hold. Exit codes: 0 all kept, \
            1 one broken.

            EXAMPLE: scripts/simulate --only 17 --log
            """)

    @Option(help: "How many seeds.")
    var seeds: UInt64 = 100_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "Run this seed alone.")
    var only: UInt64?

    @Option(help: "Let the process die once, at this call, and nothing else go wrong.")
    var diesAt: Int?

    @Option(help: "Make the runner worse, to see whether it is noticed: \(Self.canaries).")
    var canary: Canary?

    @Option(help: "How many seeds run side by side.")
    var workers = 2

    @Flag(help: "Print everything that happens.")
    var log = false

    private static let canaries = Canary.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
        let last = only ?? (first + max(seeds, 1) - 1)
        let start = only ?? first
        var tally = SimulationTally()
        await withTaskGroup(of: (UInt64, Simulation.Outcome?).self) { group in
            var next = start
            func add() {
                guard next <= last else { return }
                let setting = self.setting(next)
                group.addTask { (setting.seed, try? await Simulation.run(setting)) }
                next += 1
            }
            for _ in 0..<max(1, workers) { add() }
            for await (seed, outcome) in group {
                add()
                tally.note(seed, outcome)
                for line in (outcome?.log ?? []) + tell(seed, outcome) { print(line) }
            }
        }
        print(tally.text)
        if tally.broken > 0 { throw ExitCode(1) }
    }

    private func setting(_ seed: UInt64) -> Simulation.Setting {
        var setting = Simulation.Setting(seed: seed)
        setting.canary = canary
        setting.diesAt = diesAt
        setting.isCalm = diesAt != nil
        setting.isSmall = diesAt != nil
        setting.keepsLog = log
        return setting
    }

    /// What was found, and the command that shows it again.
    private func tell(_ seed: UInt64, _ outcome: Simulation.Outcome?) -> [String] {
        guard let outcome else { return ["seed \(seed): the ledger gave nothing"] }
        guard !outcome.findings.isEmpty else { return [] }
        let more =
            (canary.map { " --canary \($0.rawValue)" } ?? "")
            + (diesAt.map { " --dies-at \($0)" } ?? "")
        return outcome.findings.map { "seed \(seed): \($0.rule): \($0.text)" }
            + ["again: scripts/simulate --only \(seed)\(more) --log"]
    }
}

extension Canary: ExpressibleByArgument {}
