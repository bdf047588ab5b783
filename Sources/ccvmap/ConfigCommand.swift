import ArgumentParser
import ConfigurationReading
import RuleSyntax
import SourceDiagnostics
import Wording

/// The group of commands `ccvmap config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show and check the configuration.",
        subcommands: [
            ConfigShowCommand.self, ConfigCheckCommand.self, ConfigSchemaCommand.self,
        ])
}

/// The command `ccvmap config check`: reports what is wrong.
struct ConfigCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report what is wrong with the configuration.",
        discussion: """
            Example:  ccvmap config check --config books/ccvmap.yaml --lang nl

            The environment and --set count as well. Every code is explained in docs/diagnostics.
            Exit codes: 0 nothing is wrong, 2 something is.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "text for people, json for editors (LSP diagnostics).")
    var format = RulesCheckCommand.Format.text

    @Option(help: "The language of the messages: en or nl.")
    var lang = Language.en

    func run() throws {
        let reading = try options.read()
        switch format {
        case .json:
            try Console.output(
                DiagnosticRenderer.json(
                    reading.diagnostics, sources: reading.sources, language: lang.output)[...])
        case .text:
            var text = DiagnosticRenderer.text(
                reading.diagnostics, sources: reading.sources, colour: false, language: lang.output)
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            let count = DiagnosticList.sorted(reading.diagnostics).count
            let summary =
                count == 0
                ? Phrase(
                    en: "the configuration can be used", nl: "de configuratie is bruikbaar")
                : Phrase(
                    en: "the configuration cannot be used: \(count) error\(count == 1 ? "" : "s")",
                    nl: "de configuratie is niet bruikbaar: \(count) fout\(count == 1 ? "" : "en")")
            text += summary.text(in: lang.output) + "\n"
            try Console.output(Array(text.utf8)[...])
        }
        if reading.configuration == nil { throw ExitCode.wrongUsage }
    }
}

/// The command `ccvmap config schema`: prints what editors need to know about the keys.
struct ConfigSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of ccvmap.yaml.",
        discussion: "Example:  ccvmap config schema > schemas/configuration.json")

    func run() throws {
        try Console.output(Array(EditorSchema.configuration.utf8)[...])
    }
}
