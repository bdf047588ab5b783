import ConfigurationReading
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
        let blocks = try DocumentBlock.all(in: page)
        for block in blocks { _ = try DocumentBlock.files(block.together(of: blocks)) }
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
        if block.target == .configuration {
            let text = try block.configuration()
            return ConfigurationReader.read(
                SourceText(path: "ccvmap.yaml", bytes: Array(text.utf8)),
                isTimeZone: { TestTimeZone.rules($0) != nil }
            ).diagnostics
        }
        let page = try DocumentBlock.all(in: block.page)
        let (rules, template) = try DocumentBlock.files(block.together(of: page))
        let bases = page.filter { $0.target == .base }.map {
            SourceText(path: $0.name ?? "", bytes: Array($0.yaml.utf8))
        }
        return RuleSetCompiler.compile(
            RuleSetSources(
                root: SourceText(path: "rules.yaml", bytes: Array(rules.utf8)),
                included: bases,
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
