import SourceDiagnostics
import Testing

@testable import RuleSyntax

@Suite("YAMLReader: where things stand")
struct YAMLPlaceTests {
    private func bytes(_ text: String, _ range: SourceRange) -> String {
        String(decoding: Array(text.utf8)[range.lower..<range.upper], as: UTF8.self)
    }

    private func root(_ text: String) throws -> YAMLNode {
        let reading = YAMLReader.read(SourceText(path: "r", bytes: Array(text.utf8)))
        #expect(reading.diagnostics.isEmpty)
        return try #require(reading.root)
    }

    @Test(
        "Each node covers its own text, whatever stands before it",
        arguments: ["", "\u{FEFF}", "# é🙂\n", "\u{FEFF}# 日本\r\n", "---\n", "\n\n", "#\u{85}#x\n"])
    func ranges(_ front: String) throws {
        let text =
            front
            + "é: \"a🙂\"\r\nlist:\n- 'b'  # c\n-\n- [d, {e: f}, g: h]\nblock: |\n  é\n  i  \n\n"
            + "key:\nlast: j k\n  l\n"
        let all = try root(text).all
        #expect(
            all.map { bytes(text, $0.range) } == [
                String(text.dropFirst(front.count).dropLast()), "\"a🙂\"",
                "- 'b'  # c\n-\n- [d, {e: f}, g: h]", "'b'", "", "[d, {e: f}, g: h]", "d", "{e: f}",
                "f", "g: h", "h", "|\n  é\n  i  ", "", "j k\n  l",
            ])
    }

    @Test("Keys cover their quotes; an empty value stands behind its colon")
    func keys() throws {
        let text = "🙂: 1\n'b c' : 2\n\"d\":\n"
        guard case .mapping(let pairs) = try root(text).content else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.map(\.key) == ["🙂", "b c", "d"])
        #expect(pairs.map { bytes(text, $0.keyRange) } == ["🙂", "'b c'", "\"d\""])
        #expect(pairs.last?.value.range == SourceRange(path: "r", lower: 22, upper: 22))
    }

    @Test(
        "Texts are texts, whatever they look like",
        arguments: [
            ("a: no", "{a: 'no'}"), ("a: 010", "{a: '010'}"), ("a: 1.50", "{a: '1.50'}"),
            ("a: ~", "{a: '~'}"), ("a:", "{a: ''}"), ("a: 2025-01-01", "{a: '2025-01-01'}"),
            ("a: x#y", "{a: 'x#y'}"), ("a: 'it''s'", "{a: 'it's'}"),
            ("a: \"\\t\\u00e9\"", "{a: '\té'}"),
            ("a: >-\n  b\n  c\n", "{a: 'b c'}"), ("a: |+\n  b\n\n", "{a: 'b\n\n'}"),
            ("a: {b}", "{a: {b: ''}}"), ("- - a\n  - b\n- c\n", "[['a', 'b'], 'c']"),
        ])
    func texts(_ text: String, _ outline: String) throws {
        #expect(try root(text).outline == outline)
    }

    @Test(
        "A part of a text is found in the file",
        arguments: [
            // The YAML, the part of the text that is looked for, and what the file has there.
            ("a: xx{y}zz", "{y}", "{y}"),
            ("é: 🙂 {y}", "{y}", "{y}"),
            ("a: 'it''s {y}'", "{y}", "{y}"),
            ("a: 'it''s {y}'", "'s", "''s"),
            ("a: \"\\u00e9\\\"{y}\"", "{y}", "{y}"),
            ("a: \"x\\u00e9y\"", "é", "\\u00e9"),
            ("a: \"x\\x41y\"", "Ay", "\\x41y"),
            ("a: \"b\\\n   {y}\"", "{y}", "{y}"),
            ("a: \"b\n   {y}\"", "{y}", "{y}"),
            ("a: \"b  \n\n   {y}\"", "\n{", "  \n\n   {"),
            ("a: 'b\r\n  {y}'", "{y}", "{y}"),
            ("a: b\n  c\n  {y} d", "{y}", "{y}"),
            ("a: b\n  c", "b c", "b\n  c"),
            ("a: |\n  b\n  {y}\n", "{y}", "{y}"),
            ("a: |\n  b\n  {y}\n", "b\n{", "b\n  {"),
            ("a: |\r\n\r\n  b\r\n  {y}\r\n", "{y}", "{y}"),
            ("a:\n  - |2\n     b\n    {y}\n", "{y}", "{y}"),
            ("a: >-\n  b\n  c\n\n  {y}\n   {z}\n", "{y}", "{y}"),
            ("a: >-\n  b\n  c\n\n  {y}\n   {z}\n", "{z}", "{z}"),
            ("a: >+\n  b\n  é {y}\n\nc: d", "{y}", "{y}"),
            ("\u{FEFF}a: \"é\\té{y}\"", "{y}", "{y}"),
        ])
    func parts(_ text: String, _ part: String, _ expected: String) throws {
        guard case .mapping(let pairs) = try root(text).content,
            case .scalar(let scalar) = try #require(pairs.first?.value.all.last).content
        else {
            Issue.record("no text")
            return
        }
        let offset = try #require(place(of: part, in: scalar.text))
        let range = scalar.range(of: offset..<offset + part.utf8.count)
        #expect(bytes(text, range) == expected)
    }

    private func place(of part: String, in text: String) -> Int? {
        let text = Array(text.utf8)
        return text.indices.first { text[$0...].starts(with: part.utf8) }
    }

    @Test(
        "Anchors and tags are not part of the node behind them",
        arguments: [
            ("!t x", ["x"]), ("&a  !t 'x'", ["'x'"]), ("!t # c\n  x", ["x"]),
            ("&a\n- x", ["- x", "x"]),
            ("!t\u{85}x", ["x"]), ("!t\u{2028}- x", ["- x", "x"]), ("!<t> [x]", ["[x]", "x"]),
            ("- &a", ["- &a", ""]),
        ])
    func properties(_ text: String, _ expected: [String]) throws {
        let reading = YAMLReader.read(SourceText(path: "r", bytes: Array(text.utf8)))
        #expect(try #require(reading.root).all.map { bytes(text, $0.range) } == expected)
    }

    @Test("Offsets outside a text are moved to its ends, an empty range has a place")
    func edges() throws {
        let text = "a: 'b''c'"
        guard case .mapping(let pairs) = try root(text).content,
            case .scalar(let scalar) = pairs[0].value.content
        else {
            Issue.record("no text")
            return
        }
        #expect(bytes(text, scalar.range(of: -5..<99)) == "b''c")
        #expect(scalar.range(of: 0..<0) == SourceRange(path: "r", lower: 4, upper: 4))
        #expect(scalar.range(of: 3..<3) == SourceRange(path: "r", lower: 8, upper: 8))
        var changed = scalar
        changed.text = "other"
        #expect(bytes(text, changed.range(of: 0..<1)) == "'b''c'")
    }
}
