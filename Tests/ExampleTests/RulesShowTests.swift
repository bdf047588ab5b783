import Foundation
import SourceDiagnostics
import Testing
import Wording

@Suite("The rules as sentences")
struct RulesShowTests {
    /// Rule sets by the name of their golden file, with the path to give to the program.
    private static let ruleSets = [
        ("shipped", "rules"), ("cards-by-brand", "examples/cards-by-brand/rules"),
        ("office-with-base", "examples/office-with-base/klant/rules"),
    ]

    @Test("Shipped rules and examples read as recorded, in both languages", arguments: ruleSets)
    func sentences(_ name: String, _ path: String) throws {
        for language in OutputLanguage.allCases {
            let run = try Program()(["rules", "show", path, "--lang", language.rawValue])
            #expect(run.code == 0 && run.errors.isEmpty)
            let file = "Tests/Corpus/show/\(name).\(language.rawValue).txt"
            try GoldenFile(path: file).expect(run.output)
        }
    }

    @Test("Rules that do not compile are no sentences")
    func broken() throws {
        let run = try Program()(["rules", "show", "Tests/Corpus/rules/CM0401/rules"])
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("error[CM0401]"))
    }
}
