import ArgumentParser
import Foundation
import FuzzSupport

/// The command `fuzz`: many damaged files, each read as the program would read it.
@main
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Read damaged YAML, JSON and XML, and check what the program promises.",
        discussion: "docs/fuzzing.md says what is checked. Exit codes: 0 all kept, 1 one broken.")

    @Option(help: "The seed; the same seed makes the same inputs.")
    var seed: UInt64 = 1

    @Option(help: "How many inputs.")
    var count = 200_000

    @Option(help: "Run this input alone, save it and say what came of it.")
    var only: Int?

    @Option(help: "How long an input may take, in milliseconds.")
    var slowest = 3000

    @Option(help: .hidden)
    var first = 0

    @Option(help: .hidden)
    var tally: String?

    func run() throws {
        let corpus = try FuzzCorpus(project: FuzzCorpus.project)
        let makeRun = {
            try FuzzRun(seed: seed, slowest: .milliseconds(slowest), corpus: corpus)
        }
        if let only { return try runAlone(only, of: makeRun()) }
        let folder = try FindingFolder(seed: seed)
        if let tally {
            let worker = FuzzWorker(
                run: try makeRun(), tally: try FuzzTally(path: tally), folder: folder)
            return worker.run(first..<count)
        }
        let overseer = FuzzOverseer(
            seed: seed, count: count, slowest: slowest, folder: folder,
            source: FuzzSource(seed: seed, corpus: corpus))
        guard try overseer.run() else { throw ExitCode(1) }
    }

    private func runAlone(_ number: Int, of run: FuzzRun) throws {
        let folder = try FindingFolder(seed: seed)
        let input = run.source.input(number)
        print("input \(number), \(input.target.rawValue): \(folder.save(input))")
        switch run.run(number).result {
        case .done(let outcome): print(outcome.word)
        case .finding(let finding):
            print("broken: \(finding)")
            throw ExitCode(1)
        }
    }
}
