import Foundation
import RuleCompilation
import SourceDiagnostics
import Testing

@Suite("The YAML in the documents")
struct DocumentBlockTests {
    static let pages = ["README.md"] + pages(in: "docs") + pages(in: "docs/diagnostics")
    static let blocks = pages.flatMap { (try? DocumentBlock.all(in: $0)) ?? [] }

    @Test("Every announcement of a block is understood", arguments: pages)
    func announcementsAreUnderstood(page: String) throws {
        for block in try DocumentBlock.all(in: page) { _ = try block.file() }
    }

    @Test("Every announced block compiles, or gives the code that it promises", arguments: blocks)
    func blockKeepsItsPromise(block: DocumentBlock) throws {
        let found = try Self.diagnostics(of: block)
        let codes = Set(found.map(\.code.rawValue))
        #expect(codes == block.codes, "\(found.map(\.message))")
    }

    @Test("A page has examples at all", arguments: ["docs/rule-language.md"])
    func pageHasBlocks(page: String) throws {
        #expect(try DocumentBlock.all(in: page).count >= 8)
    }

    private static func pages(in folder: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: projectFolder.appending(path: folder).path)
        return (files ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }

    private static func diagnostics(of block: DocumentBlock) throws -> [Diagnostic] {
        let file = try block.file()
        let rules = try block.target == .rules ? file : projectText("rules/ccv-twinfield.yaml")
        let template =
            try block.target == .template ? file : projectText("templates/memo-payment.yaml")
        return RuleSetCompiler.compile(
            RuleSetSources(
                root: SourceText(path: "rules.yaml", bytes: Array(rules.utf8)),
                templates: [
                    (
                        "memo-payment",
                        SourceText(path: "memo-payment.yaml", bytes: Array(template.utf8))
                    )
                ],
                revision: "sha256:0", timeZone: TestTimeZone.rules)
        ).diagnostics
    }
}
