import Foundation
import Testing

@Suite("The links in the documents")
struct DocumentLinkTests {
    @Test("Every link to a file leads to one")
    func linksLeadSomewhere() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: projectFolder.path)
            .filter { $0.hasSuffix(".md") }.map { projectFolder.appending(path: $0) }
        let folders = ["docs", "examples"].map { projectFolder.appending(path: $0) }
        let all = try pages + folders.flatMap { try files(in: $0, withExtension: "md") }
        #expect(!all.isEmpty)
        let broken = try all.flatMap { try DocumentLinks.broken(in: $0, of: projectFolder) }
        #expect(broken == [])
    }

    @Test("A link to nothing is reported with its line")
    func brokenLinkIsReported() throws {
        let page = """
            See [one](../one.md), [two](two.md#part) and [the web](https://example.com/x).

            ```
            [code](code.md)
            ```
            `[code](code.md)` and [this page](#part), ![picture](three.png "title")

            [four]: four.md
            """
        let tree = ["docs/page.md": page, "one.md": "", "docs/four.md": ""]
        let found = try withTemporaryTree(tree) { folder in
            try DocumentLinks.broken(in: folder.appending(path: "docs/page.md"), of: folder)
        }
        #expect(
            found == [
                Violation("docs/page.md", 1, "links to two.md#part, which does not exist"),
                Violation("docs/page.md", 6, "links to three.png, which does not exist"),
            ])
    }
}
