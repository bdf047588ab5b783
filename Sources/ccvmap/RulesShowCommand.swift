import ArgumentParser
import RuleCompilation
import SourceDiagnostics
import Wording

/// The command `ccvmap rules show`: the rules as sentences.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print rules and templates as sentences to read and sign.",
        discussion: """
            Example:  ccvmap rules show rules --lang nl

            Exit codes: 0 done, 2 the rules do not compile.
            """)

    @Argument(help: "A rules file, or the folder of the rules.")
    var path = "rules"

    @Option(help: "The language of the sentences: en or nl.")
    var lang = Language.en

    func run() throws {
        let loading = try RuleSetLoader(path: path).load()
        guard let rules = loading.ruleSet else {
            Console.error(
                DiagnosticRenderer.text(
                    loading.diagnostics, sources: loading.sources, colour: Console.hasColour,
                    language: lang.output))
            throw CommandFault.usage(
                "the rules do not compile", help: "mend what is reported above")
        }
        let text = RuleSentences(rules, methods: loading.methods).text(in: lang.output)
        try Console.output(Array(text.utf8)[...])
    }
}
