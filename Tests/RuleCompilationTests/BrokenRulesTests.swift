import RuleCompilation
import SourceDiagnostics
import Testing
import Wording

@Suite("RuleSetCompiler: what it refuses")
struct BrokenRulesTests {
    private static let all =
        BrokenRules.files + BrokenRules.keys + BrokenRules.values + BrokenRules.names
        + BrokenRules.select + BrokenRules.shared + BrokenRules.match + BrokenRules.templates
        + BrokenRules.texts + BrokenRules.conditions + BrokenRules.differences
        + BrokenRules.together + BrokenRules.conditionsInVain + BrokenRules.accountsInVain
        + BrokenRules.numbersInVain + BrokenRules.tables + BrokenRules.cuts
        + BrokenRules.covered + BrokenRules.lineAccounts + BrokenRules.differenceLines
        + BrokenRules.lineGaps

    @Test("The shipped files compile without a word")
    func shipped() throws {
        let result = try RuleFiles.shipped().compile()
        #expect(result.diagnostics.isEmpty)
        #expect(result.ruleSet != nil)
    }

    @Test("Each mistake is reported at its place, and nothing else is", arguments: all)
    func broken(_ mistake: BrokenRules) throws {
        let (files, places) = try mistake.plant()
        let result = files.compile()
        let said = result.diagnostics.map { "\($0.code) \($0.message) | \($0.help ?? "")" }
        #expect(result.diagnostics.map(\.code) == mistake.messages.map(\.code), "\(said)")
        #expect(result.diagnostics.map { place(of: $0, in: files) } == places, "\(said)")
        for (diagnostic, message) in zip(result.diagnostics, mistake.messages) {
            let text = diagnostic.message + " | " + (diagnostic.help ?? "")
            #expect(text.contains(message.words))
        }
        let isError = result.diagnostics.contains { $0.severity == .error }
        #expect((result.ruleSet == nil) == isError)
    }

    @Test("Each mistake is found at the same place with Windows line ends", arguments: all)
    func windows(_ mistake: BrokenRules) throws {
        let (files, places) = try mistake.plant()
        let windows = RuleFiles(
            rules: withReturns(files.rules), template: withReturns(files.template),
            base: files.base.map { withReturns($0) })
        let diagnostics = windows.compile().diagnostics
        #expect(diagnostics.map(\.code) == mistake.messages.map(\.code))
        let found = diagnostics.map { place(of: $0, in: windows) }
        #expect(found.map(\.line) == places.map(\.line))
        #expect(found.map(\.column) == places.map(\.column))
    }

    @Test(
        "Every code of the compiler has a mistake in the table", arguments: DiagnosticCode.allCases)
    func everyCode(_ code: DiagnosticCode) {
        // Which file is the root, the command says before anything is compiled; and two
        // templates of one name have a test of their own.
        if code == .rootFile || code == .templateTwice { return }
        // Those of the configuration have tests of their own.
        if code.rawValue.hasPrefix("CM07") { return }
        #expect(Self.all.contains { $0.messages.contains { $0.code == code } })
    }

    @Test("Two files of one template are reported at the second, naming the first")
    func templateTwice() throws {
        var sources = try RuleFiles.shipped().sources
        let first = try #require(sources.templates.first)
        let path = "templates/memo-payment.yml"
        sources.templates.append((first.name, SourceText(path: path, bytes: first.source.bytes)))
        let diagnostics = RuleSetCompiler.compile(sources).diagnostics
        #expect(diagnostics.map(\.code) == [.templateTwice])
        #expect(diagnostics.first?.range.path == path)
        #expect(diagnostics.first?.notes.map(\.range.path) == [RuleFiles.templatePath])
    }

    @Test("A template that no rule names is reported at its beginning")
    func templateUnused() throws {
        var sources = try RuleFiles.shipped().sources
        let first = try #require(sources.templates.first)
        sources.templates.append(
            ("other", SourceText(path: "templates/other.yaml", bytes: first.source.bytes)))
        let diagnostics = RuleSetCompiler.compile(sources).diagnostics
        #expect(diagnostics.map(\.code) == [.neverDecides])
        #expect(diagnostics.first?.range.path == "templates/other.yaml")
    }

    @Test("A message ends without a full stop, says what to do, and all that in both languages")
    func style() throws {
        for mistake in Self.all {
            for diagnostic in try mistake.plant().files.compile().diagnostics {
                let sentence = diagnostic.words.sentence
                #expect(!sentence.en.hasSuffix(".") && !sentence.nl.hasSuffix("."), "\(sentence)")
                #expect(sentence.en != sentence.nl, "\(sentence)")
                let help = try #require(diagnostic.words.help, "\(sentence)")
                #expect(!help.en.isEmpty && help.en != help.nl, "\(help)")
                for note in diagnostic.notes { #expect(note.words.en != note.words.nl) }
            }
        }
    }

    @Test("A byte-order mark is no column, and every kind of line end is one")
    func lineEnds() throws {
        let text = "\u{FEFF}version: 1\r\nname: é\roffise: A\nbook_from: 日\r\n🙂: 1\n"
        let files = RuleFiles(rules: Array(text.utf8), template: try RuleFiles.shipped().template)
        let places = files.compile().diagnostics
            .filter { $0.code == .unknownKey || $0.code == .malformedValue }
            .map { place(of: $0, in: files) }
        #expect(places.map(\.text) == ["offise", "日", "🙂"])
        #expect(places.map(\.line) == [3, 4, 5])
        #expect(places.map(\.column) == [1, 12, 1])
    }

    private func withReturns(_ bytes: [UInt8]) -> [UInt8] {
        bytes.reduce(into: []) { result, byte in
            if byte == 0x0A, result.last != 0x0D { result.append(0x0D) }
            result.append(byte)
        }
    }

    private func place(of diagnostic: Diagnostic, in files: RuleFiles) -> BrokenRules.Place {
        let range = diagnostic.range
        let bytes =
            switch range.path {
            case RuleFiles.rulesPath: files.rules
            case RuleFiles.basePath: files.base ?? []
            default: files.template
            }
        let position = LineIndex(SourceText(path: range.path, bytes: bytes))
            .position(of: range.lower)
        return BrokenRules.Place(
            path: range.path, line: position.line, column: position.column,
            text: String(decoding: bytes[range.lower..<range.upper], as: UTF8.self))
    }
}
