import Foundation
import SourceDiagnostics
import Testing
import Wording

/// Rule sets with one mistake each, and all that the program prints about them.
@Suite("The corpus of mistakes")
struct CorpusTests {
    private static let folder = "Tests/Corpus/rules"
    private static let configurations = "Tests/Corpus/configuration"

    /// A folder of the corpus; its name begins with the code of the mistake.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String

        var testDescription: String { name }
        /// The code that must be reported, and no other; nil for cases about places and numbers.
        var code: String? { name.hasPrefix("CM") ? String(name.prefix(6)) : nil }
        var path: String { "\(folder)/\(name)" }
        /// The folder in which it stands: mistakes in rules, or in the configuration.
        var folder = CorpusTests.folder
        var isConfiguration: Bool { folder == CorpusTests.configurations }
    }

    static let cases: [Case] = {
        [folder, configurations].flatMap { folder in
            let path = projectFolder.appending(path: folder).path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.sorted().map { Case(name: $0, folder: folder) }
        }
    }()

    @Test("Each mistake is shown in both languages as recorded", arguments: cases)
    func text(_ item: Case) throws {
        var texts: [String] = []
        for language in OutputLanguage.allCases {
            let run = try check(item, ["--lang", language.rawValue])
            let file = "\(item.path)/expected.\(language.rawValue).txt"
            try GoldenFile(path: file).expect(run.output)
            #expect(run.errors.isEmpty)
            texts.append(run.output)
        }
        #expect(texts[0] != texts[1])
    }

    @Test("Each mistake is given to editors as recorded, under its own code", arguments: cases)
    func json(_ item: Case) throws {
        let run = try check(item, ["--format", "json"])
        try GoldenFile(path: "\(item.path)/expected.json").expect(run.output)
        let codes = run.output.matches(of: #/"code":"(CM\d{4})"/#).map { String($0.1) }
        if let code = item.code { #expect(Set(codes) == [code]) }
        let isError = run.output.contains(#""severity":1"#)
        #expect(run.code == (isError ? 2 : 0))
    }

    @Test("Every code has a case", arguments: DiagnosticCode.allCases)
    func everyCode(_ code: DiagnosticCode) {
        #expect(Self.cases.contains { $0.code == code.rawValue })
    }

    @Test("More than fifty messages are counted instead of shown")
    func many() throws {
        let output = try check(Case(name: "many"), []).output
        #expect(output.matches(of: #/error\[CM/#).count == 50)
        #expect(output.contains("\nand 10 more messages\n"))
    }

    /// Runs the program in the folder of a case, as an editor or a person would.
    private func check(_ item: Case, _ options: [String]) throws -> Program.Run {
        var command = item.isConfiguration ? ["config", "check"] : ["rules", "check", "rules"]
        if item.code == DiagnosticCode.unknownSetting.rawValue {
            command += ["--set", "connections.websop.rules=rules", "--set", "database"]
        }
        return try Program()(
            command + options, in: projectFolder.appending(path: item.path))
    }
}
