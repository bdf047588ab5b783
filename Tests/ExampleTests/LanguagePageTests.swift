import ConfigurationReading
import Foundation
import RuleEngine
import RuleSyntax
import Testing

@Suite("The page of the rules language")
struct LanguagePageTests {
    static let path = "docs/rule-language.md"

    @Test("Its tables of keys are those of the declarations")
    func tablesAreFresh() throws {
        var page = try projectText(Self.path)
        for (name, root) in [("rules", RuleKeys.root), ("template", TemplateKeys.root)] {
            page = try Self.replacing(name, in: page, with: KeyTables.markdown(root))
        }
        try GoldenFile(path: Self.path).expect(page)
    }

    @Test("The tables of the page of the configuration are those of the declarations")
    func configurationTablesAreFresh() throws {
        let path = "docs/configuration.md"
        let page = try Self.replacing(
            "configuration", in: projectText(path), with: KeyTables.markdown(ConfigurationKeys.root)
        )
        try GoldenFile(path: path).expect(page)
    }

    @Test("Every field and amount of templates is explained")
    func fieldsAreExplained() throws {
        let page = try projectText(Self.path)
        let names =
            CompiledTemplate.Field.allCases.map(\.rawValue)
            + CompiledTemplate.Amount.allCases.map(\.rawValue)
        for name in names { #expect(page.contains("\n| `\(name)` |"), "\(name)") }
    }

    @Test("A table that is stale is noticed")
    func staleTableIsNoticed() throws {
        let page = "a\n<!-- keys:begin rules -->\nold\n<!-- keys:end rules -->\nb\n"
        let fresh = try Self.replacing("rules", in: page, with: "\nnew\n")
        #expect(fresh == "a\n<!-- keys:begin rules -->\n\nnew\n\n<!-- keys:end rules -->\nb\n")
    }

    private static func replacing(
        _ name: String, in page: String, with tables: String
    ) throws -> String {
        let begin = "<!-- keys:begin \(name) -->\n"
        let end = "<!-- keys:end \(name) -->"
        let start = try #require(page.range(of: begin))
        let stop = try #require(page.range(of: end))
        return page[..<start.upperBound] + tables + "\n" + page[stop.lowerBound...]
    }
}
