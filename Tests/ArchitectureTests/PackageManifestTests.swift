import Foundation
import Testing

@Suite("Package.swift and the graph")
struct PackageManifestTests {
    let manifest: PackageManifest
    let graph = ModuleGraph.ccvmap

    init() throws {
        manifest = PackageManifest(try readText(projectFolder.appending(path: "Package.swift")))
    }

    @Test("Both name the same targets")
    func targetsAgree() {
        #expect(manifest.dependencies.keys.sorted() == graph.targets.map(\.name).sorted())
    }

    @Test("No target declares a dependency that the graph does not give it")
    func declarationsKeepToTheGraph() {
        for target in graph.targets {
            let declared = manifest.dependencies[target.name] ?? []
            let extra = declared.subtracting(target.dependencies).sorted()
            #expect(extra == [], "\(target.name)")
        }
    }

    @Test("What a target imports, it declares")
    func importsAreDeclared() throws {
        for target in graph.targets {
            let allowed = (manifest.dependencies[target.name] ?? []).union(target.platformModules)
            let folder = projectFolder.appending(path: "Sources/\(target.name)")
            for file in try swiftFiles(in: folder) {
                let imports = ImportLine.all(in: MaskedSource(try readText(file)))
                let undeclared = imports.map(\.module).filter { !allowed.contains($0) }
                #expect(undeclared == [], "\(file.lastPathComponent) of \(target.name)")
            }
        }
    }

    @Test("The reader of the manifest finds names, products and nothing else")
    func readsTheManifest() {
        let text = """
            func library(_ name: String) -> Target { .target(name: name) }
            products: [.executable(name: "app", targets: ["app"])],
                .systemLibrary(name: "C", pkgConfig: "c-1.0", providers: [.apt(["libc", "d"])]),
                library("A"),
                library(
                    "B", ["A", "C"]),
                .executableTarget(
                    name: "app",
                    dependencies: ["B", .product(name: "P", package: "q")],
                    swiftSettings: settings),
                tests("BTests", ["B"]),
            """
        let expected: [String: Set<String>] = [
            "A": [], "B": ["A", "C"], "C": [], "app": ["B", "P"],
        ]
        #expect(PackageManifest(text).dependencies == expected)
    }
}
