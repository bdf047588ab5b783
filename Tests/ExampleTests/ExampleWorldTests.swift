import Foundation
import Testing

@Suite("The examples")
struct ExampleWorldTests {
    @Test("Each gives the entries and decisions that stand beside it", arguments: ExampleWorld.all)
    func givesWhatIsExpected(world: ExampleWorld) throws {
        try withTemporaryFolder { folder in
            let entries = folder.appending(path: "entries.xml")
            let decisions = folder.appending(path: "decisions.ndjson")
            let run = try Program()(
                world.arguments + ["--output", entries.path, "--decisions", decisions.path])
            #expect(run.code == world.exitCode, "\(run.errors)")
            try GoldenFile(path: "\(world.folder)/expected.xml")
                .expect(String(contentsOf: entries, encoding: .utf8))
            try GoldenFile(path: "\(world.folder)/expected-decisions.ndjson")
                .expect(String(contentsOf: decisions, encoding: .utf8))
        }
    }

    @Test("Each has a README that shows its command", arguments: ExampleWorld.all)
    func readmeShowsTheCommand(world: ExampleWorld) throws {
        let page = try projectText("\(world.folder)/README.md")
        let joined = page.replacing("\\\n", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(joined.contains("ccvmap " + world.arguments.joined(separator: " ")))
    }

    @Test("Every folder of examples is run and linked from the list")
    func noFolderIsForgotten() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            at: projectFolder.appending(path: "examples"),
            includingPropertiesForKeys: [.isDirectoryKey]
        ).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
        #expect(folders == ExampleWorld.all.map(\.name).sorted())
        let list = try projectText("examples/README.md")
        for folder in folders { #expect(list.contains("](\(folder)/README.md)"), "\(folder)") }
    }

    @Test("The mixed day shows every outcome, and together the examples most reason codes")
    func examplesShowWhatCanHappen() throws {
        var outcomes: Set<String> = []
        var codes: Set<String> = []
        for world in ExampleWorld.all {
            let lines = try projectText("\(world.folder)/expected-decisions.ndjson")
                .split(separator: "\n")
            for line in lines {
                let decision = try JSONDecoder().decode(ShownDecision.self, from: Data(line.utf8))
                codes.formUnion(decision.reasons.map(\.code))
                if world.name == "mixed-day" { outcomes.insert(decision.outcome) }
            }
        }
        #expect(outcomes == ["book", "review", "wait", "skip", "error"])
        #expect(codes.count >= 20, "\(codes.sorted())")
    }
}

private struct ShownDecision: Decodable {
    struct Reason: Decodable {
        let code: String
    }

    let outcome: String
    let reasons: [Reason]
}
