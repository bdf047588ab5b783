import ArgumentParser
import LedgerSamples
import LedgerStore
import RunnerCore

/// The command `ledger-bench`: big ledgers, and how long what people and runs ask of them takes.
@main
struct LedgerBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger-bench",
        abstract: "Fill big ledgers and measure what is asked of them.",
        discussion: "Benchmarks/ledger runs it at three sizes and prints ratios.",
        subcommands: [Fill.self, Measure.self])

    /// Adds payments to a ledger.
    struct Fill: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add payments by the calls that a run makes; a RAM disk makes it quick.")

        @Argument(help: "The file of the ledger.")
        var path: String

        @Argument(help: "How many payments it shall hold.")
        var count: Int

        @Option(help: "How many of them a run brings.")
        var perRun = 5000

        func run() throws {
            let ledger = try LedgerStore(
                path: path, options: .init(checksPages: false, minimumFree: 0))
            let known = try ledger.tallies(of: "shop").values.reduce(0) { $0 + $1.count }
            var sample = SampleLedger(ledger)
            // A payment that was not decided yet is in no state.
            try sample.fill(known * 200 / 199..<count, perRun: perRun)
        }
    }

    /// Measures the calls.
    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print for each call its median, its 99th percentile and its worst, in ms.")

        @Argument(help: "The file of the ledger.")
        var path: String

        @Option(help: "How often each call is made.")
        var rounds = 50

        @Option(help: "How many readers ask for first pages at once.")
        var readers = 50

        @Flag(help: "Leave out the calls of runs, which write.")
        var onlyViews = false

        func run() throws {
            let ledger = try LedgerStore(
                path: path, options: .init(checksPages: false, minimumFree: 0))
            let calls = BenchCalls(ledger)
            for (name, call) in calls.views { try BenchTimes.of(rounds, call).print(name) }
            if !onlyViews {
                for (name, call) in calls.runs {
                    try BenchTimes.of(max(rounds / 10, 3), call).print(name)
                }
            }
            try BenchTimes.parallel(readers, rounds, calls.firstPages)
                .print("\(readers) readers: tabs and a page")
            print("memory \(BenchTimes.peakMemory) MiB")
        }
    }
}
