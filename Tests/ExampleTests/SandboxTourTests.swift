import Foundation
import Testing

@Suite("The tours of the sandbox")
struct SandboxTourTests {
    static let pages = [
        ("README.md", "## The sandbox"), ("docs/sandbox.md", "## A tour of five minutes"),
    ]

    @Test("Their commands give what the page shows", arguments: pages)
    func commandsGiveWhatIsShown(page: String, heading: String) throws {
        let steps = try Self.steps(in: projectText(page), below: heading)
        #expect(steps.count >= 2)
        // Another program may have the port of the page: the sandbox takes one of its own.
        let port = "\(20_000 + Int.random(in: 0..<10_000))"
        var script = "trap 'kill $! 2>/dev/null' EXIT\n"
        for step in steps {
            script +=
                step.commands.replacing("5080", with: port) + "\n" + "echo; echo \(Self.mark)\n"
        }
        let output = try withTemporaryFolder { try Program().shell(script, in: $0) }
        let parts = output.components(separatedBy: Self.mark)
        #expect(parts.count == steps.count + 1)
        for (step, part) in zip(steps, parts) {
            var rest = part.replacing(port, with: "5080")[...]
            for line in step.shown {
                let place = rest.range(of: line)
                #expect(place != nil, "\(step.commands)\nlacks: \(line)\nin:\n\(part)")
                if let place { rest = rest[place.upperBound...] }
            }
        }
    }

    private static let mark = "=== the next step ==="

    /// The `sh` blocks below a heading, each with the `text` block behind it.
    private static func steps(
        in page: String, below heading: String
    ) throws -> [(commands: String, shown: [String])] {
        let start = try #require(page.range(of: "\n\(heading)\n")).upperBound
        let end = page[start...].range(of: "\n## ")?.lowerBound ?? page.endIndex
        var steps: [(commands: String, shown: [String])] = []
        for part in page[start..<end].components(separatedBy: "\n```") {
            if part.hasPrefix("sh\n") { steps.append((String(part.dropFirst(3)), [])) }
            guard part.hasPrefix("text\n"), let last = steps.indices.last else { continue }
            steps[last].shown = part.dropFirst(5).split(separator: "\n").map(String.init)
        }
        return steps
    }
}
