import ArgumentParser
import SourceDiagnostics
import Wording

/// The group of commands `ccvmap rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Check rules and templates, and help editors with them.",
        subcommands: [RulesCheckCommand.self, RulesSchemaCommand.self, RulesShowCommand.self])
}

/// The command `ccvmap rules check`: compiles and reports.
struct RulesCheckCommand: ParsableCommand {
    /// How the diagnostics are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compile rules and templates and report what is wrong.",
        discussion: """
            Examples:
              ccvmap rules check rules
              ccvmap rules check rules --strict --lang nl

            Every code is explained in docs/diagnostics.
            Exit codes: 0 the rules compile, 2 they do not, or --strict and there is a warning.
            """)

    @Argument(help: "A rules file, or the folder of the rules.")
    var path = "rules"

    @Option(help: "text for people, json for editors (LSP diagnostics).")
    var format = Format.text

    @Option(help: "The language of the messages: en or nl.")
    var lang = Language.en

    @Flag(help: "Make every warning an error.")
    var strict = false

    func run() throws {
        var loading = try RuleSetLoader(path: path).load()
        if strict, loading.diagnostics.contains(where: { $0.severity == .warning }) {
            for index in loading.diagnostics.indices {
                loading.diagnostics[index].severity = .error
            }
            loading.ruleSet = nil
        }
        switch format {
        case .json:
            let bytes = DiagnosticRenderer.json(
                loading.diagnostics, sources: loading.sources, language: lang.output)
            try Console.output((bytes + [0x0A])[...])
        case .text:
            var text = DiagnosticRenderer.text(
                loading.diagnostics, sources: loading.sources, colour: false, language: lang.output)
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += RulesCheckSummary(loading: loading).phrase.text(in: lang.output) + "\n"
            try Console.output(Array(text.utf8)[...])
        }
        if loading.ruleSet == nil { throw ExitCode.wrongUsage }
    }
}
