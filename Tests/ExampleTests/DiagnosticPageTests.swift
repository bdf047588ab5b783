import Foundation
import SourceDiagnostics
import Testing

@Suite("The pages of the diagnostics")
struct DiagnosticPageTests {
    /// Codes that no block of YAML in a page can show: bytes, sizes, folders.
    static let beyondBlocks: Set<DiagnosticCode> = [
        .notUTF8, .tooDeep, .tooLarge, .emptyFile, .forbiddenCharacter, .fileUnreadable, .rootFile,
        .templateTwice, .unknownSetting,
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

    @Test("The index is made from the pages, and no page is of an unknown code")
    func indexIsFresh() throws {
        let path = "docs/diagnostics/README.md"
        let index = try projectText(path)
        let begin = try #require(index.range(of: "<!-- codes:begin -->\n"))
        let end = try #require(index.range(of: "<!-- codes:end -->"))
        let fresh = try Self.tables()
        try GoldenFile(path: path)
            .expect(index[..<begin.upperBound] + fresh + index[end.lowerBound...])
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: projectFolder.appending(path: "docs/diagnostics").path)
        let known = Set(DiagnosticCode.allCases.map { "\($0.rawValue).md" } + ["README.md"])
        #expect(Set(pages) == known)
    }

    /// A table for each hundred of codes, with the titles of the pages.
    private static func tables() throws -> String {
        let sections = [
            "CM01": "The YAML text", "CM02": "Keys and values", "CM03": "Names that must exist",
            "CM04": "What is proved about rules", "CM05": "What is proved about templates",
            "CM06": "Files", "CM07": "The configuration",
        ]
        var text = "\n"
        var last = ""
        for code in DiagnosticCode.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
            let hundred = String(code.rawValue.prefix(4))
            if hundred != last {
                let title = try #require(sections[hundred])
                text += (last.isEmpty ? "" : "\n") + "## \(title)\n\n"
                text += "| code | severity | what |\n|---|---|---|\n"
                last = hundred
            }
            let page = try projectText(code.page)
            let title = try #require(page.split(separator: "\n").first)
                .dropFirst("# \(code.rawValue): ".count)
            text += "| [\(code.rawValue)](\(code.rawValue).md) | \(code.severity.rawValue) |"
            text += " \(title) |\n"
        }
        return text + "\n"
    }
}
