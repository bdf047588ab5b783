import ArgumentParser
import RuleSyntax

/// The command `ccvmap rules schema`: prints what editors need to know about the keys.
struct RulesSchemaCommand: ParsableCommand {
    /// The kind of file that a schema describes.
    enum File: String, ExpressibleByArgument, CaseIterable {
        case rules, template
    }

    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a rules file or a template.",
        discussion: """
            Example:  ccvmap rules schema template > schemas/template.json

            A file names its schema in a comment, and editors with a YAML language server complete
            and explain its keys:  # yaml-language-server: $schema=../schemas/rules.json
            """)

    @Argument(help: "rules or template.")
    var file = File.rules

    func run() throws {
        let schema =
            switch file {
            case .rules: EditorSchema.rules
            case .template: EditorSchema.template
            }
        try Console.output(Array(schema.utf8)[...])
    }
}
