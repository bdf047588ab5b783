import ArgumentParser
import Foundation
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
        subcommands: [Fill.self, Change.self, Measure.self])

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

        @Option(help: "How many connections share them by turns.")
        var connections = 1

        @Option(help: "How many of the newest are as they came; of older ones nearly all are done.")
        var unsettled: Int?

        func run() throws {
            let ledger = try LedgerStore(
                path: path, options: .init(checksPages: false, minimumFree: 0))
            let known = try ledger.tallies(of: "shop").values.reduce(0) { $0 + $1.count }
            // A thousand payments a day, and the newest of today.
            let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
            let start =
                unsettled == nil
                ? SampleLedger<LedgerStore>.start : milliseconds - Int64(count) * 86_400
            let settled = unsettled.map { count - $0 } ?? 0
            var samples = (0..<connections).map { place in
                SampleLedger(
                    ledger, connection: place == 0 ? "shop" : "shop-\(place + 1)",
                    share: (place, connections), settledBelow: settled, start: start)
            }
            // A payment that was not decided yet is in no state.
            var next = known * connections * 200 / 199
            while next < count {
                let end = min(next + perRun, count)
                for place in samples.indices {
                    try samples[place].fill(next..<end, perRun: perRun)
                }
                next = end
            }
        }
    }

    /// Keeps changing a ledger, as a run does while people look.
    struct Change: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write an entry time after time, until it is ended or the time is up.")

        @Argument(help: "The file of the ledger.")
        var path: String

        @Option(help: "How many milliseconds lie between two entries.")
        var every = 200

        @Option(help: "For how many seconds.")
        var seconds = 15

        func run() throws {
            let ledger = try LedgerStore(
                path: path, options: .init(checksPages: false, minimumFree: 0))
            var sample = SampleLedger(ledger)
            let end = Date().addingTimeInterval(Double(seconds))
            try sample.beginChanging()
            while Date() < end {
                try sample.change()
                Thread.sleep(forTimeInterval: Double(every) / 1000)
            }
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
