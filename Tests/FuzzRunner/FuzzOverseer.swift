import Foundation
import FuzzSupport

/// Starts workers and watches over them: a worker that crashes or hangs is a finding too.
struct FuzzOverseer {
    let seed: UInt64
    let count: Int
    let slowest: Int
    let folder: FindingFolder
    let source: FuzzSource
    /// A worker that stays at one input for so many seconds hangs.
    private static let patience = 60.0

    /// Runs all inputs and prints what came of them; whether every promise was kept.
    func run() throws -> Bool {
        let path = folder.tallyPath()
        let tally = try FuzzTally(path: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        print("seed \(seed), \(count) inputs, the first \(source.plainCount) as they are")
        fflush(nil)
        let start = Date()
        var next = 0
        while next < count {
            let ending = try work(from: next, path: path, tally: tally)
            guard tally.current < count else { break }
            // Made again from its number: the worker could not save what stopped it.
            let input = source.input(tally.current)
            tally.findings += 1
            print("input \(input.number), \(input.target.rawValue), \(folder.save(input))")
            print("  broken: \(ending)")
            fflush(nil)
            next = input.number + 1
        }
        summarise(tally, seconds: Date().timeIntervalSince(start))
        return tally.findings == 0
    }

    /// Runs one worker to its end; says what ended it.
    private func work(from first: Int, path: String, tally: FuzzTally) throws -> String {
        tally.current = first
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = [
            "--seed", "\(seed)", "--count", "\(count)", "--slowest", "\(slowest)",
            "--first", "\(first)", "--tally", path,
        ]
        try process.run()
        var seen = (number: -1, since: Date())
        var isHanging = false
        while process.isRunning {
            Thread.sleep(forTimeInterval: 0.2)
            if tally.current != seen.number { seen = (tally.current, Date()) }
            if !isHanging, Date().timeIntervalSince(seen.since) > Self.patience {
                isHanging = true
                kill(process.processIdentifier, SIGKILL)
            }
        }
        process.waitUntilExit()
        if isHanging { return "no input hangs: still at it after \(Int(Self.patience)) seconds" }
        return "no input stops the program: it ended with \(process.terminationStatus)"
    }

    private func summarise(_ tally: FuzzTally, seconds: Double) {
        func cell(_ text: String) -> String {
            String(repeating: " ", count: max(1, 10 - text.count)) + text
        }
        func row(_ name: String, _ numbers: [Int], slowest: Int) {
            let label = name + String(repeating: " ", count: max(1, 12 - name.count))
            let cells = (numbers + [numbers.reduce(0, +)]).map { cell("\($0)") }
            print(label + cells.joined() + cell("\(slowest) ms"))
        }
        let outcomes = FuzzOutcome.allCases
        let heads = outcomes.map { cell($0.word) }.joined()
        print("            \(heads)\(cell("all"))\(cell("slowest"))")
        for target in FuzzTarget.allCases {
            row(
                target.rawValue, outcomes.map { tally[target, $0] },
                slowest: tally.slowest(target))
        }
        let sums = outcomes.map { outcome in
            FuzzTarget.allCases.reduce(0) { $0 + tally[$1, outcome] }
        }
        row("all", sums, slowest: FuzzTarget.allCases.map(tally.slowest).max() ?? 0)
        print("\(tally.findings) broken promises, \(Int(seconds)) seconds")
        if tally.findings > 0 {
            print("again:  scripts/fuzz --seed \(seed) --only NUMBER")
        }
    }
}
