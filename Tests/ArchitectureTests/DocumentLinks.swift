import Foundation

/// The links of a Markdown file to other files of the project.
struct DocumentLinks {
    /// One link: where it stands and what it names.
    struct Link: Equatable {
        let line: Int
        let target: String
    }

    /// The links that stand outside of code, without those to the web and within the page.
    static func all(in text: String) -> [Link] {
        var isCode = false
        var links: [Link] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
            guard !isCode else { continue }
            links += targets(in: withoutCode(line)).filter(isFile)
                .map { Link(line: index + 1, target: $0) }
        }
        return links
    }

    /// The links of a file that lead to nothing.
    static func broken(in file: URL, of project: URL) throws -> [Violation] {
        let path = relativePath(of: file, from: project)
        return try all(in: readText(file)).filter { link in
            let name = link.target.prefix { $0 != "#" }
            let place = file.deletingLastPathComponent().appending(path: String(name))
            return !FileManager.default.fileExists(atPath: place.standardizedFileURL.path)
        }.map { Violation(path, $0.line, "links to \($0.target), which does not exist") }
    }

    private static func isFile(_ target: String) -> Bool {
        !target.hasPrefix("#") && !target.contains("://") && !target.hasPrefix("mailto:")
    }

    /// What stands in `](…)` of one line, or behind `[name]:` at its begin.
    private static func targets(in line: String) -> [String] {
        var targets = line.ranges(of: "](").map { range in
            String(line[range.upperBound...].prefix { $0 != ")" && $0 != " " })
        }
        if line.hasPrefix("["), let colon = line.firstRange(of: "]: ") {
            targets.append(String(line[colon.upperBound...].prefix { $0 != " " }))
        }
        return targets
    }

    /// The line without what stands between back-ticks.
    private static func withoutCode(_ line: Substring) -> String {
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "" }
            .joined(separator: "`")
    }
}
