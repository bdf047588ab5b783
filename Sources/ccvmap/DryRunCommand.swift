import ArgumentParser
import DomainModel
import FoundationEssentials
import RuleEngine

/// The command `ccvmap dry-run`: decides and shows, and sends nothing.
struct DryRunCommand: AsyncParsableCommand {
    /// What stands on stdout.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xml, json, table
    }

    static let configuration = CommandConfiguration(
        commandName: "dry-run",
        abstract: "Show the entries that the rules make of payments; send nothing.",
        discussion: """
            Examples:
              ccvmap dry-run --payments payments.json --open-items open-items.xml
              ccvmap dry-run --connection webshop --since 2026-11-01

            Without files the payments are read from CCV and the rest from Twinfield, and what
            stands in the memo journal already is skipped. The entries (Twinfield XML) go to
            stdout or to --output, the summary to stderr.
            Exit codes: 0 all well, 1 a file cannot be read or written, 2 wrong usage or rules,
            3 done, but some payments need a person.
            """)

    @OptionGroup var inputs: DecisionInputs

    @Option(help: "Write the entries to this file instead of stdout.")
    var output: String?

    @Option(help: "Write the decisions to this file, one JSON object a payment.")
    var decisions: String?

    @Option(help: "What to print on stdout: xml, json (the decisions) or table.")
    var format = Format.xml

    @Option(help: "At most this many entries a file: OUTPUT becomes OUTPUT-0001, -0002, …")
    var split: Int?

    @Option(help: "How many threads may work at once. (default: as many as there are cores)")
    var workers: Int?

    @Flag(help: "Print to stderr how long each stage took.")
    var timings = false

    func validate() throws {
        if let workers, workers < 1 || workers > 256 {
            throw ValidationError("--workers takes a number from 1 to 256")
        }
        if let split, split < 1 || split > 10_000 {
            throw ValidationError("--split takes a number from 1 to 10000")
        }
        if split != nil, output == nil {
            throw ValidationError("--split needs --output, the name to number")
        }
        try validateTargets(inputs: inputs.paths)
    }

    /// Nothing that is read may be written over, by whatever path it is named.
    private func validateTargets(inputs: [String]) throws {
        let targets = [output, decisions].compactMap(\.self)
        let read = inputs.filter { $0 != "-" }.map { FilePlace($0) }
        for target in targets {
            if target == "-" {
                throw ValidationError(
                    "- names no file to write; without --output the entries go to stdout, and"
                        + " with --format json the decisions do")
            }
            let place = FilePlace(target)
            if read.contains(where: { $0.isSame(as: place) }) {
                throw ValidationError("\(target) is an input; it would be overwritten")
            }
        }
        if targets.count == 2, FilePlace(targets[0]).isSame(as: FilePlace(targets[1])) {
            throw ValidationError("--output and --decisions name the same file")
        }
    }

    func run() async throws {
        var times = StageTimes()
        let progress = ProgressLine()
        let crew = Threads.crew(workers ?? ProcessInfo.processInfo.activeProcessorCount)
        let prepared = try await inputs.engine(crew: crew, progress: progress, times: &times)
        var engine = prepared.engine
        let total = engine.payments.rows.count
        engine.run { progress.show("deciding", done: $0, of: total) }
        times.end("decide")
        try DryRunOutput(
            engine: engine, format: format, output: output, decisions: decisions, split: split,
            crew: crew, progress: progress
        ).write()
        times.end("render")
        progress.clear()
        if timings { Console.error(times.text) }
        let summary = DecisionSummary(engine)
        Console.error(
            SummaryText(engine: engine, summary: summary, remarks: prepared.remarks).text)
        if summary.needsPerson { throw ExitCode.needsPerson }
    }
}
