import Foundation
import SourceDiagnostics
import Testing

@Suite("The pages of the diagnostics")
struct DiagnosticPageTests {
    /// Codes that no block of YAML in a page can show: bytes, sizes, folders.
    static let beyondBlocks: Set<DiagnosticCode> = [
        .notUTF8, .tooDeep, .tooLarge, .emptyFile, .forbiddenCharacter, .fileUnreadable, .rootFile,
    ]

    @Test("Every code has a page with its name and severity", arguments: DiagnosticCode.allCases)
    func codeHasPage(code: DiagnosticCode) throws {
        let page = try projectText("docs/diagnostics/\(code.rawValue).md")
        #expect(page.hasPrefix("# \(code.rawValue): "))
        let severity = code.severity == .error ? "Error." : "Warning."
        #expect(page.contains("\n\(severity) "))
        for heading in ["Wrong", "Right", "Why"] { #expect(page.contains("\n## \(heading)\n")) }
    }

    @Test(
        "The wrong example of a page gives its code",
        arguments: DiagnosticCode.allCases.filter { !beyondBlocks.contains($0) })
    func wrongExampleGivesCode(code: DiagnosticCode) throws {
        let blocks = try DocumentBlock.all(in: "docs/diagnostics/\(code.rawValue).md")
        #expect(blocks.contains { $0.codes == [code.rawValue] })
        #expect(blocks.contains { $0.codes.isEmpty }, "the right example")
    }

    @Test("The index links every page, and no page is of an unknown code")
    func indexIsComplete() throws {
        let index = try projectText("docs/diagnostics/README.md")
        for code in DiagnosticCode.allCases {
            #expect(index.contains("[\(code.rawValue)](\(code.rawValue).md)"))
        }
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: projectFolder.appending(path: "docs/diagnostics").path)
        let known = Set(DiagnosticCode.allCases.map { "\($0.rawValue).md" } + ["README.md"])
        #expect(Set(pages) == known)
    }
}
