import Foundation
import RuleEngine
import Testing

@Suite("The page of the decisions file")
struct DecisionsPageTests {
    let page: String

    init() throws { page = try projectText("docs/decisions-file.md") }

    @Test("Every reason code is explained", arguments: ReasonCode.allCases)
    func reasonIsExplained(code: ReasonCode) {
        #expect(page.contains("\n| `\(code.rawValue)` |"))
    }

    @Test("Every obstacle is explained", arguments: Obstacles(rawValue: .max).words)
    func obstacleIsExplained(word: String) {
        #expect(page.contains("\n| `\(word)` |"))
    }

    @Test("Every key of a decision is explained")
    func keysAreExplained() throws {
        let lines = try projectText("examples/mixed-day/expected-decisions.ndjson")
            .split(separator: "\n")
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            for path in Self.keys(of: object) {
                #expect(page.contains("\n| `\(path)` |"), "\(path)")
            }
        }
    }

    /// The keys of an object and of those in it, as `candidates[].sale.code`.
    private static func keys(of value: Any, under path: String = "") -> Set<String> {
        if let list = value as? [Any] {
            return Set(list.flatMap { keys(of: $0, under: path + "[]") })
        }
        guard let object = value as? [String: Any] else { return [] }
        return Set(
            object.flatMap { key, value in
                let name = path.isEmpty ? key : path + "." + key
                return keys(of: value, under: name).union([name])
            })
    }
}
