import ConfigurationReading
import Foundation
import RuleSyntax
import SourceDiagnostics
import Testing

/// The schema is held against real files by python3-jsonschema, which shares no code with it.
@Suite("The schema for editors")
struct EditorSchemaTests {
    /// Codes of mistakes that a schema of keys and values can see; it must see these.
    private static let seen: Set<String> = [
        "CM0202", "CM0203", "CM0204", "CM0205", "CM0206", "CM0704",
    ]

    @Test("The schemas in the repository are those that the program prints")
    func fresh() throws {
        for (file, schema) in [("rules", EditorSchema.rules), ("template", EditorSchema.template)] {
            try GoldenFile(path: "schemas/\(file).json").expect(schema)
            let run = try Program()(["rules", "schema", file])
            #expect(run.output == schema)
        }
        try GoldenFile(path: "schemas/configuration.json").expect(EditorSchema.configuration)
        #expect(try Program()(["config", "schema"]).output == EditorSchema.configuration)
    }

    @Test("Every shipped file and example names the schema that fits it")
    func modelines() throws {
        let files = try Self.yamlFiles(in: ["rules", "templates", "examples"]) + ["ccvmap.yaml"]
        #expect(files.count >= 8)
        for file in files {
            let text = try projectText(file)
            let mark = "# yaml-language-server: $schema="
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(mark) })
            let folder = projectFolder.appending(path: file).deletingLastPathComponent()
            let named = folder.appending(path: String(line.dropFirst(mark.count))).standardized
            let kind = Self.kind(of: file)
            #expect(named.path == projectFolder.appending(path: "schemas/\(kind).json").path)
        }
    }

    @Test(
        "A validator takes what compiles and refuses what has a wrong key or value",
        .enabled(if: Validator.isThere, "python3-jsonschema is not installed"))
    func validated() throws {
        let good = try Self.yamlFiles(in: ["rules", "templates", "examples"]) + ["ccvmap.yaml"]
        let corpus = try Self.yamlFiles(in: ["Tests/Corpus/rules", "Tests/Corpus/configuration"])
        var documents: [Validator.Document] = []
        for path in good + corpus {
            let bytes = [UInt8](try Data(contentsOf: projectFolder.appending(path: path)))
            let reading = YAMLReader.read(.init(path: path, bytes: bytes))
            guard let root = reading.root, reading.diagnostics.isEmpty else { continue }
            for reader in [YAMLValues.Reader.compiler, .editor] {
                documents.append(
                    Validator.Document(
                        name: "\(path) as the \(reader) reads it", schema: Self.kind(of: path),
                        value: YAMLValues(reader: reader).value(of: root)))
            }
        }
        let refused = try Validator.refused(documents)
        for document in documents {
            let isBroken = try Self.isBroken(document.name, among: corpus)
            let answer = refused[document.name]
            #expect((answer != nil) == isBroken, "\(document.name): \(answer ?? "accepted")")
        }
    }

    /// Whether the program refuses the file for a key or a value.
    private static func isBroken(_ name: String, among corpus: [String]) throws -> Bool {
        guard let path = corpus.first(where: { name.hasPrefix($0 + " ") }) else { return false }
        let folder = path.split(separator: "/").prefix(4).joined(separator: "/")
        let file = path.split(separator: "/").dropFirst(4).joined(separator: "/")
        let messages = try projectText("\(folder)/expected.en.txt").split(separator: "\n")
        return messages.contains { line in
            (line.hasPrefix(file + ":") || line.hasPrefix("rules/../\(file):"))
                && seen.contains { line.contains("error[\($0)]") }
        }
    }

    private static func kind(of path: String) -> String {
        path.hasSuffix("ccvmap.yaml")
            ? "configuration" : path.contains("templates/") ? "template" : "rules"
    }

    private static func yamlFiles(in folders: [String]) throws -> [String] {
        try folders.flatMap { folder in
            let place = projectFolder.appending(path: folder).path
            return try FileManager.default.subpathsOfDirectory(atPath: place)
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
                .map { "\(folder)/\($0)" }
        }.sorted()
    }
}
