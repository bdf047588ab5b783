import Foundation
import Testing

/// A file that holds what must come out.
///
/// With `RECORD=1` in the environment it is written anew and the test fails, so that a recording
/// run never passes for a check.
struct GoldenFile {
    /// The path in the project.
    let path: String

    /// Whether this run records.
    static var records: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

    /// Holds a text against the file.
    func expect(_ text: String) throws {
        let file = projectFolder.appending(path: path)
        let written = try? String(contentsOf: file, encoding: .utf8)
        guard text != written else { return }
        guard Self.records else {
            let difference = Self.difference(written ?? "", text)
            Issue.record("\(path) differs: \(difference); see make record")
            return
        }
        try Data(text.utf8).write(to: file)
        Issue.record("\(path) was recorded; read the difference and run the tests again")
    }

    /// Where two texts part, in a few characters of each.
    private static func difference(_ expected: String, _ found: String) -> String {
        let common = zip(expected, found).prefix { $0 == $1 }.count
        func piece(_ text: String) -> String {
            String(text.dropFirst(max(0, common - 40)).prefix(120)).debugDescription
        }
        return "expected \(piece(expected)), found \(piece(found))"
    }
}
