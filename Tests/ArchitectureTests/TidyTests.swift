import Foundation
import Testing

@Suite("The state of the files")
struct TidyTests {
    @Test("The sources keep to the rules of the house")
    func sourcesAreTidy() throws {
        let core = Set(ModuleGraph.ccvmap.targets.filter { $0.kind == .core }.map(\.name))
        let folder = projectFolder.appending(path: "Sources")
        let found = try TidyRules.sources.violations(in: folder, core: core)
        #expect(found == [])
    }

    @Test("The tests keep to the rules of the house")
    func testsAreTidy() throws {
        let folder = projectFolder.appending(path: "Tests")
        let found = try TidyRules.tests.violations(in: folder)
        #expect(found == [])
    }

    @Test(
        "Each fault that is planted is reported on its line",
        arguments: [
            ("let a = try! b()", "`try!`"),
            ("let a = b as! C", "`as!`"),
            ("fatalError(\"no\")", "`fatalError(`"),
            ("let a = 1  // TODO: more", "`TODO`"),
            ("/// FIXME", "`FIXME`"),
            ("let a = 1 ", "white space at the end"),
            ("let a = 1\r", "white space at the end"),
            ("let a =\t1", "a tab"),
            ("let a: Double = 1", "`Double`"),
            ("let a = [Float]()", "`Float`"),
            ("let now = ContinuousClock.now", "`ContinuousClock`"),
            ("print(a)", "`print(`"),
            (String(repeating: "é", count: 101), "more than 100 columns"),
        ])
    func plantedFaultIsReported(line: String, message: String) throws {
        let found = try withTemporaryTree(["Core/A.swift": "\n\(line)\n"]) { folder in
            try TidyRules.sources.violations(in: folder, core: ["Core"])
        }
        #expect(found == [Violation("Core/A.swift", 2, message)])
    }

    @Test(
        "What is allowed is not reported",
        arguments: [
            "let a = \"try! TODO fatalError( Double\"", "// A Double would lose cents; try! too",
            "let todo = methodOf(DoubleEntry.self)", "page.print(a)", "let reprint = reprint(a)",
            "let a = try b() as? C", String(repeating: "é", count: 100),
        ])
    func innocentLineIsNotReported(line: String) throws {
        let found = try withTemporaryTree(["Core/A.swift": "\(line)\n"]) { folder in
            try TidyRules.sources.violations(in: folder, core: ["Core"])
        }
        #expect(found == [])
    }

    @Test("Floating point is left to the folders that are not the core")
    func shellMayUseFloatingPoint() throws {
        let tree = ["Shell/A.swift": "let share: Double = 0.5\n"]
        let found = try withTemporaryTree(tree) { folder in
            try TidyRules.sources.violations(in: folder, core: ["Core"])
        }
        #expect(found == [])
    }

    @Test("A file may have 400 lines and not one more", arguments: [400, 401])
    func fileLength(lines: Int) throws {
        let text = String(repeating: "let a = 1\n", count: lines)
        let found = try withTemporaryTree(["A.swift": text]) { folder in
            try TidyRules.sources.violations(in: folder)
        }
        #expect(found == (lines > 400 ? [Violation("A.swift", 401, "more than 400 lines")] : []))
    }
}
