import Foundation
import Testing

@Suite("The graph of the targets")
struct ModuleGraphTests {
    let sources = projectFolder.appending(path: "Sources")

    @Test("No file imports what its target may not use")
    func importsKeepToTheGraph() throws {
        let found = try ModuleGraph.ccvmap.violations(in: sources)
        #expect(found == [])
    }

    @Test("Folders and graph name the same targets, and none is empty")
    func foldersAreInStep() throws {
        let found = try ModuleGraph.ccvmap.foldersOutOfStep(in: sources)
        #expect(found == [])
    }

    @Test(
        "A wrong import planted in a copy of the sources is reported with its place",
        arguments: [
            ("RuleEngine", "import Foundation", "Foundation"),
            ("DomainModel", "import FoundationEssentials", "FoundationEssentials"),
            ("ByteText", "internal import Glibc", "Glibc"),
            ("SourceDiagnostics", "@preconcurrency import Dispatch", "Dispatch"),
            ("DomainModel", "public import RuleEngine", "RuleEngine"),
            ("RuleEngine", "internal import TwinfieldXML", "TwinfieldXML"),
            ("RecordReading", "@testable import RuleSyntax", "RuleSyntax"),
            ("TwinfieldXML", "import struct RuleEngine.RuleSet", "RuleEngine"),
            ("RuleCompilation", "import ByteText; import CLibYAML", "CLibYAML"),
        ])
    func plantedImportIsReported(target: String, line: String, module: String) throws {
        let planted = "\(target)/Sub/Planted.swift"
        let text = "// Planted.\n\n\(line)\n"
        let found = try withTemporaryTree([planted: text], copying: sources) { copy in
            try ModuleGraph.ccvmap.violations(in: copy).filter { $0.path == planted }
        }
        #expect(
            found == [Violation(planted, 3, "imports \(module), which \(target) may not use")])
    }

    @Test("An import that is re-exported is reported even where it is allowed")
    func reexportIsReported() throws {
        let text = "@_exported public import ByteText\n"
        let found = try withTemporaryTree(["DomainModel/All.swift": text]) { copy in
            try ModuleGraph.ccvmap.violations(in: copy)
        }
        #expect(found == [Violation("DomainModel/All.swift", 1, "re-exports ByteText")])
    }

    @Test("What only looks like an import is none")
    func lookalikesAreNoImports() throws {
        let text = #"""
            // import Foundation
            /* import Glibc
             import Dispatch */
            let text = """
                import Foundation
                \(name("import Glibc"))
                """
            #if canImport(Foundation)
            #endif
            let important = imports
            """#
        let found = try withTemporaryTree(["DomainModel/Texts.swift": text]) { copy in
            try ModuleGraph.ccvmap.violations(in: copy)
        }
        #expect(found == [])
    }

    @Test("A folder that no target names and a target without files are reported")
    func strayFolderIsReported() throws {
        let graph = ModuleGraph(targets: [
            .init(name: "ByteText", kind: .core), .init(name: "DomainModel", kind: .core),
        ])
        let tree = ["ByteText/A.swift": "", "Stray/B.swift": "", "DomainModel/notes.md": ""]
        let found = try withTemporaryTree(tree) { try graph.foldersOutOfStep(in: $0) }
        #expect(found == ["Stray is not in the graph", "DomainModel has no source file"])
    }

    @Test("The core knows nothing of the shell and nothing of the platform")
    func coreIsPure() {
        let graph = ModuleGraph.ccvmap
        for target in graph.targets where target.kind == .core {
            #expect(target.platformModules.isEmpty, "\(target.name)")
            for name in target.dependencies {
                let kind = graph[name]?.kind
                #expect(kind == .core || kind == .system, "\(target.name) uses \(name)")
            }
        }
    }

    @Test("A target uses only targets that stand above it in the list, so there is no circle")
    func graphHasNoCircle() {
        let names = ModuleGraph.ccvmap.targets.map(\.name)
        for (index, target) in ModuleGraph.ccvmap.targets.enumerated() {
            let later = target.dependencies.intersection(names[index...])
            #expect(later.isEmpty, "\(target.name) uses \(later)")
        }
    }
}
