import ArgumentParser
import RuleEngine
import SourceDiagnostics

/// The group of commands `ccvmap rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Check rules and templates.",
        subcommands: [RulesCheckCommand.self])
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
            Example:  ccvmap rules check rules

            Exit codes: 0 the rules compile, 2 they do not.
            """)

    @Argument(help: "A rules file, or the folder of the rules.")
    var path = "rules"

    @Option(help: "text for people, json for editors (LSP diagnostics).")
    var format = Format.text

    func run() throws {
        let loading = try RuleSetLoader(path: path).load()
        switch format {
        case .json:
            let bytes = DiagnosticRenderer.json(loading.diagnostics, sources: loading.sources)
            try Console.output((bytes + [0x0A])[...])
        case .text:
            var text = DiagnosticRenderer.text(
                loading.diagnostics, sources: loading.sources, colour: false)
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += summary(loading) + "\n"
            try Console.output(Array(text.utf8)[...])
        }
        if loading.ruleSet == nil { throw ExitCode.wrongUsage }
    }

    private func summary(_ loading: RuleSetLoader.Loading) -> String {
        let errors = loading.diagnostics.count { $0.severity == .error }
        let warnings = loading.diagnostics.count - errors
        let counts = "\(counted(errors, "error")), \(counted(warnings, "warning"))"
        guard let rules = loading.ruleSet else { return "the rules do not compile: \(counts)" }
        return """
            the rules compile: \(counts)
            name      \(rules.name)
            office    \(rules.office)
            revision  \(loading.revision)
            """
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
