import SourceDiagnostics
import Testing

@testable import RuleSyntax

@Suite("Texts with placeholders, and amounts")
struct TextPatternTests {
    /// The pieces in one line: texts as they are, placeholders between `<` and `>`.
    private func outline(_ pattern: TextPattern) -> String {
        pattern.parts.map { part in
            switch part {
            case .literal(let text): text
            case .placeholder(let names): "<" + names.map(\.value).joined(separator: ",") + ">"
            }
        }.joined(separator: "+")
    }

    @Test(
        "A text is taken apart",
        arguments: [
            ("a: x", "x"), ("a: \"{b}\"", "<b>"), ("a: x {b.c} y", "x +<b.c>+ y"),
            ("a: \"{b|c|d}\"", "<b,c,d>"), ("a: \"{ b | c }\"", "<b,c>"),
            ("a: \"{{b}}\"", "{b}"), ("a: \"{{{b}}}\"", "{+<b>+}"), ("a: '{b}{c}'", "<b>+<c>"),
            ("a: |-\n  é\n  {b}", "é\n+<b>"), ("a: 🙂{b}", "🙂+<b>"),
        ])
    func parts(_ yaml: String, _ expected: String) throws {
        let (scalar, range) = try #require(readScalar(yaml))
        var diagnostics: [Diagnostic] = []
        let pattern = try #require(TextPattern.parse(scalar, at: range, into: &diagnostics))
        #expect(outline(pattern) == expected)
        #expect(diagnostics.isEmpty)
        #expect(pattern.range == range)
    }

    @Test(
        "Each name has the place where it stands in the file",
        arguments: [
            "a: é {naam}", "a: '🙂''{ naam }'", "a: \"\\u00e9{naam|x}\"", "a: >-\n  é\n  x {naam}\n",
            "\u{FEFF}a: x\r\n  {naam}\r\n",
        ])
    func places(_ yaml: String) throws {
        let (scalar, range) = try #require(readScalar(yaml))
        var diagnostics: [Diagnostic] = []
        let pattern = try #require(TextPattern.parse(scalar, at: range, into: &diagnostics))
        guard case .placeholder(let names) = try #require(pattern.parts.last(where: isPlaceholder))
        else { return }
        #expect(piece(yaml, names[0].range) == "naam")
    }

    private func isPlaceholder(_ part: TextPattern.Part) -> Bool {
        if case .placeholder = part { true } else { false }
    }

    @Test(
        "Braces that do not fit are refused at their place",
        arguments: [
            ("a: x {b", ["{"]), ("a: x } y", ["}"]), ("a: \"{}\"", ["{}"]), ("a: é { }", ["{ }"]),
            ("a: \"{b|}\"", ["{b|}"]), ("a: \"{|b}\"", ["{|b}"]), ("a: x{b{c}", ["{"]),
            ("a: é } {} {c", ["}", "{}", "{"]), ("a: \"{{b}\"", ["}"]), ("a: \"{b}}\"", ["}"]),
        ])
    func refused(_ yaml: String, _ expected: [String]) throws {
        let (scalar, range) = try #require(readScalar(yaml))
        var diagnostics: [Diagnostic] = []
        #expect(TextPattern.parse(scalar, at: range, into: &diagnostics) == nil)
        #expect(diagnostics.allSatisfy { $0.code == .malformedPlaceholder })
        #expect(diagnostics.map { piece(yaml, $0.range) } == expected)
    }

    @Test(
        "An amount is names joined by plus and minus",
        arguments: [
            ("a", "+a"), ("-a", "-a"), ("a + b", "+a+b"), ("a-b", "+a-b"),
            ("a - b + c.d", "+a-b+c.d"),
            (" a ", "+a"), ("- a - b", "-a-b"),
        ])
    func amounts(_ text: String, _ expected: String) throws {
        let yaml = "a: '\(text)'"
        let scalar = try #require(readScalar(yaml)).scalar
        let expression = try #require(AmountExpression.parse(scalar))
        #expect(
            expression.terms.map { ($0.isSubtracted ? "-" : "+") + $0.name.value }.joined()
                == expected)
        #expect(expression.terms.allSatisfy { piece(yaml, $0.name.range) == $0.name.value })
    }

    @Test(
        "Anything else is no amount",
        arguments: ["a b", "a +", "+ a", "a + + b", "a - - b", "--a", "-", " ", "a -", "a +- b"])
    func noAmounts(_ text: String) throws {
        let scalar = try #require(readScalar("a: '\(text)'")).scalar
        #expect(AmountExpression.parse(scalar) == nil)
    }
}
