import SourceDiagnostics
import Testing
import Wording

@testable import RuleSyntax

@Suite("SchemaChecker")
struct SchemaCheckerTests {
    private static let inner = Section(
        Phrase("an inner"),
        [
            .required("name", .text, "A name.", example: "name: x"),
            .optional("size", .wholeNumber, "A size.", otherwise: "0", example: "size: 1"),
        ])

    private static let idle = Section(
        Phrase("an idle"),
        [.optional("flag", .flag, "A flag.", otherwise: "false", example: "flag: true")])

    private static let section = Section(
        Phrase("the file"),
        [
            .required("must", .text, "Must be.", example: "must: x"),
            .optional(
                "colour", .choice(["red", "green"]), "One word.", otherwise: "red",
                example: "colour: red"),
            .optional("list", .list(.text), "A list.", otherwise: "none", example: "list: [x]"),
            .optional("some", .oneOrMore(.text), "Some.", otherwise: "none", example: "some: x"),
            .optional("inner", .section(inner), "Inner.", otherwise: "none", example: "inner: {}"),
            .optional(
                "inners", .list(.section(inner)), "Inners.", otherwise: "none",
                example: "inners: [{ name: x }]"),
            .optional("names", .named(.text), "Names.", otherwise: "none", example: "names: {}"),
            .optional(
                "either", .valueOrSection(.text, inner), "Either.", otherwise: "none",
                example: "either: x"),
            .optional("idle", .section(idle), "Idle.", otherwise: "none", example: "idle: {}"),
        ])

    private func check(_ yaml: String) throws -> [Diagnostic] {
        let reading = YAMLReader.read(SourceText(path: "r", bytes: Array(yaml.utf8)))
        #expect(reading.diagnostics.isEmpty)
        var checker = SchemaChecker()
        checker.check(try #require(reading.root), against: Self.section)
        return checker.diagnostics
    }

    @Test(
        "What fits is accepted",
        arguments: [
            "must: no", "must: x\ncolour: green", "{ must: x, list: [a, b], some: a }",
            "must: x\nsome: [a, b]", "must: x\ninner: { name: a, size: 10 }",
            "must: x\ninners:\n  - name: a\n  - { name: b }", "must: x\nnames: { a: b, c/d: e }",
            "must: x\nnames: {}", "must: x\neither: a", "must: x\neither: { name: a }",
            "must: x\nidle: { flag: false }",
        ])
    func accepted(_ yaml: String) throws {
        #expect(try check(yaml).isEmpty)
    }

    @Test(
        "What does not fit is reported once, at its place, with help",
        arguments: [
            ("[a]", .wrongKind, "[a]", "the file is a list; expected a mapping"),
            ("must: [a]", .wrongKind, "[a]", "must is a list; expected a text"),
            ("must:", .malformedValue, "", "must has no value"),
            ("musst: x", .unknownKey, "musst", "did you mean  must?"),
            ("must: x\nzzz: y", .unknownKey, "zzz", "the keys here are: must, colour"),
            ("colour: red", .missingKey, "colour", "add  must: x"),
            ("must: x\ncolour: gren", .unknownChoice, "gren", "did you mean  green?"),
            ("must: x\ncolour: blue", .unknownChoice, "blue", "expected one of red, green"),
            ("must: x\nlist: a", .wrongKind, "a", "expected a list, each a text"),
            ("must: x\nlist: []", .malformedValue, "[]", "list is empty"),
            ("must: x\nlist: [a, \"\"]", .malformedValue, "\"\"", "list has no value"),
            ("must: x\nlist: [a, b, a]", .duplicateName, "a", "list has \"a\" twice"),
            ("must: x\nsome: { a: b }", .wrongKind, "{ a: b }", "a text, or a list of them"),
            ("must: x\nsome: [a, [b]]", .wrongKind, "[b]", "some is a list; expected a text"),
            ("must: x\ninner: a", .wrongKind, "a", "an inner is the text \"a\""),
            ("must: x\ninner: { size: 1 }", .missingKey, "size", "an inner lacks the key name"),
            ("must: x\ninner: { name: a, size: -1 }", .malformedValue, "-1", "a whole number"),
            ("must: x\ninners: [{ name: a }, b]", .wrongKind, "b", "an inner is the text"),
            ("must: x\nnames: a", .wrongKind, "a", "a mapping from names to values"),
            ("must: x\nnames: { a: [b] }", .wrongKind, "[b]", "a is a list"),
            ("must: x\neither: [a]", .wrongKind, "[a]", "a text, or a mapping with the keys name"),
            ("must: x\neither: { nam: a }", .unknownKey, "nam", "did you mean  name?"),
            ("must: x\nidle: {}", .malformedValue, "{}", "an idle is empty"),
            ("must: x\nidle: { flag: ja }", .malformedValue, "ja", "true or false"),
        ] as [(String, DiagnosticCode, String, String)])
    func refused(
        _ yaml: String, _ code: DiagnosticCode, _ place: String, _ words: String
    ) throws {
        let diagnostics = try check(yaml).filter { yaml != "[a]" || $0.code == .wrongKind }
        let first = try #require(diagnostics.first)
        #expect(diagnostics.map(\.code) == [code])
        #expect(piece(yaml, first.range) == place)
        #expect((first.message + " | " + (first.help ?? "")).contains(words))
        #expect(first.help?.isEmpty == false)
    }

    @Test("A text that stands twice in a list is reported where it stands again")
    func twice() throws {
        let yaml = "must: x\nlist: [a, b, a, a]"
        let diagnostics = try check(yaml)
        #expect(diagnostics.map(\.range.lower) == [21, 24])
        #expect(diagnostics.allSatisfy { $0.notes.first?.range.lower == 15 })
    }

    @Test("All mistakes of a file are reported in one walk")
    func together() throws {
        let codes = try check(
            "colour: blue\nlist: []\ninner: { size: x }\nnames: [a]\nzzz: 1\n"
        ).map(\.code)
        #expect(
            Set(codes) == [
                .unknownChoice, .malformedValue, .missingKey, .wrongKind, .unknownKey,
            ])
        #expect(codes.count == 7)
    }
}
