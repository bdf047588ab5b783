import Foundation
import Testing

@Suite("The tour of the README")
struct TourTests {
    /// A block of commands and what the page shows of its output.
    struct Step {
        var commands: String
        var shown: [String] = []
    }

    @Test("Its commands give what the page shows")
    func commandsGiveWhatIsShown() throws {
        let steps = Self.steps(in: try projectText("README.md"))
        #expect(steps.count >= 5)
        try withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "examples"),
                withDestinationURL: projectFolder.appending(path: "examples"))
            for step in steps {
                let output = try Program().shell(step.commands, in: folder)
                var rest = output[...]
                for line in step.shown {
                    let place = rest.range(of: line)
                    #expect(place != nil, "\(step.commands)\nlacks: \(line)\nin:\n\(output)")
                    if let place { rest = rest[place.upperBound...] }
                }
            }
        }
    }

    /// The `sh` blocks of the tour, each with the `text` block behind it.
    private static func steps(in page: String) -> [Step] {
        guard let tour = page.range(of: "\n## A tour of five minutes\n") else { return [] }
        let end = page[tour.upperBound...].range(of: "\n## ")?.lowerBound ?? page.endIndex
        var steps: [Step] = []
        for part in page[tour.upperBound..<end].components(separatedBy: "\n```") {
            if part.hasPrefix("sh\n") { steps.append(Step(commands: String(part.dropFirst(3)))) }
            guard part.hasPrefix("text\n"), let last = steps.indices.last else { continue }
            steps[last].shown = part.dropFirst(5).split(separator: "\n").map(String.init)
                .filter { $0 != "…" }
        }
        return steps
    }
}
