import Testing

@testable import SourceDiagnostics

@Suite("DiagnosticRenderer: text")
struct DiagnosticTextTests {
    private func source(_ text: String, path: String = "r.yaml") -> SourceText {
        SourceText(path: path, bytes: Array(text.utf8))
    }

    private func range(_ lower: Int, _ upper: Int, path: String = "r.yaml") -> SourceRange {
        SourceRange(path: path, lower: lower, upper: upper)
    }

    @Test("A message has its place, its line, carets, help and notes")
    func whole() {
        let diagnostic = Diagnostic(
            .unknownKey, at: range(5, 10), "unknown key `metod`", help: "did you mean `method`?",
            notes: [Diagnostic.Note("it belongs here", at: range(0, 1))])
        let text = DiagnosticRenderer.text(
            [diagnostic], sources: [source("a: 1\nmetod: 2\n")], colour: false)
        #expect(
            text == """
                r.yaml:2:1: error[CM0202]: unknown key `metod`
                   2 | metod: 2
                     | ^^^^^
                help: did you mean `method`?
                r.yaml:1:1: note: it belongs here
                   1 | a: 1
                     | ^

                """)
    }

    @Test("A warning says so, and messages stand apart")
    func warning() {
        let text = DiagnosticRenderer.text(
            [
                Diagnostic(.methodWithoutAccount, at: range(2, 3), "b"),
                Diagnostic(.wrongKind, at: range(0, 1), "a"),
            ], sources: [source("xyz")], colour: false)
        #expect(
            text == """
                r.yaml:1:1: error[CM0203]: a
                   1 | xyz
                     | ^

                r.yaml:1:3: warning[CM0403]: b
                   1 | xyz
                     |   ^

                """)
    }

    @Test(
        "Carets stand below the range",
        arguments: [
            // The file, the range, the line as shown, the carets below it.
            ("abc\n", 1..<2, "abc", " ^"),
            ("abc\n", 1..<1, "abc", " ^"),
            ("abc\n", 3..<3, "abc", "   ^"),
            ("abc\n", 3..<4, "abc", "   ^"),
            ("abc\ndef\n", 1..<6, "abc", " ^^"),
            ("abc\r\ndef\r\n", 1..<7, "abc", " ^^"),
            ("abc\r\ndef", 6..<8, "def", " ^^"),
            ("abc\n", 4..<4, "", "^"),
            ("", 0..<0, "", "^"),
            ("\ta\tb\n", 3..<4, "\ta\tb", "\t \t^"),
            ("é🙂x\n", 6..<7, "é🙂x", "   ^"),
            ("é🙂x\n", 2..<6, "é🙂x", " ^^"),
            ("日本x\n", 6..<7, "日本x", "    ^"),
            ("e\u{301}x\n", 3..<4, "e\u{301}x", " ^"),
            ("\u{FEFF}abc\n", 4..<5, "abc", " ^"),
            ("a\u{1B}[31mb\n", 6..<7, "a\u{FFFD}[31mb", "      ^"),
            ("a\u{202E}b\n", 4..<5, "a\u{FFFD}b", "  ^"),
            ("a\u{85}\u{2028}\u{0}b\n", 7..<8, "a\u{FFFD}\u{FFFD}\u{FFFD}b", "    ^"),
        ])
    func carets(_ text: String, _ marked: Range<Int>, _ line: String, _ carets: String) {
        let rendered = DiagnosticRenderer.text(
            [Diagnostic(.wrongKind, at: range(marked.lowerBound, marked.upperBound), "m")],
            sources: [source(text)], colour: false)
        let lines = rendered.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4)
        #expect(lines[1].dropFirst(7) == line)
        #expect(lines[2].dropFirst(7) == carets)
    }

    @Test("Invalid bytes are shown as one replacement character each")
    func invalidBytes() {
        let file = SourceText(path: "r.yaml", bytes: [0x61, 0x80, 0xFF, 0x62])
        let text = DiagnosticRenderer.text(
            [Diagnostic(.notUTF8, at: range(3, 4), "m")], sources: [file], colour: false)
        #expect(text.contains("   1 | a\u{FFFD}\u{FFFD}b\n     |    ^\n"))
    }

    @Test("A very long line is cut around the place", arguments: [0, 100, 5_000, 9_990])
    func longLines(_ place: Int) throws {
        let text =
            String(repeating: "é", count: place) + "HERE" + String(repeating: "日", count: 9_000)
        let lower = place * 2
        let rendered = DiagnosticRenderer.text(
            [Diagnostic(.wrongKind, at: range(lower, lower + 4), "m")], sources: [source(text)],
            colour: false)
        let lines = rendered.split(separator: "\n")
        #expect(lines[1].count < 140)
        let offset = try #require(lines[2].firstIndex(of: "^"))
        let column = lines[2].distance(from: lines[2].startIndex, to: offset)
        #expect(lines[1].dropFirst(column).hasPrefix("HERE"))
        #expect(lines[2].hasSuffix("^^^^") && !lines[2].hasSuffix("^^^^^"))
        #expect(lines[1].hasSuffix("…"))
        #expect(lines[1].dropFirst(7).hasPrefix("…") == (place > 40))
    }

    @Test("Control characters in messages, help, notes and paths do not reach the terminal")
    func harmlessMessages() {
        let bad = "x\u{1B}[2J\u{7}\u{202E}\u{9B}\ny\u{7F}"
        let place = SourceRange(path: bad, lower: 0, upper: 0)
        let text = DiagnosticRenderer.text(
            [
                Diagnostic(
                    .wrongKind, at: place, bad, help: bad,
                    notes: [Diagnostic.Note(bad, at: place)])
            ], sources: [], colour: false)
        let harmless = "x\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD} y\u{FFFD}"
        #expect(
            text == """
                \(harmless):1:1: error[CM0203]: \(harmless)
                help: \(harmless)
                \(harmless):1:1: note: \(harmless)

                """)
    }

    @Test("A very long message is cut")
    func longMessages() {
        let text = DiagnosticRenderer.text(
            [Diagnostic(.wrongKind, at: range(0, 0), String(repeating: "m", count: 50_000))],
            sources: [], colour: false)
        #expect(text.count < 1_100)
        #expect(text.hasSuffix("m…\n"))
    }

    @Test("At most 50 messages are shown, equal ones once, and the rest is counted")
    func most() {
        func text(_ count: Int) -> String {
            let diagnostics = (0..<count).map { number in
                Diagnostic(.wrongKind, at: range(number, number), "m\(number)")
            }
            return DiagnosticRenderer.text(
                diagnostics + diagnostics, sources: [], colour: false)
        }
        #expect(text(50).split(separator: "\n").count == 50)
        #expect(!text(50).contains("more"))
        #expect(text(51).hasSuffix("\nand 1 more message\n"))
        #expect(text(60).hasSuffix("\nand 10 more messages\n"))
        #expect(DiagnosticRenderer.text([], sources: [source("a")], colour: false) == "")
    }

    @Test("Editors get at most 50 too, and the errors among them")
    func mostForEditors() {
        let warnings = (0..<60).map { number -> Diagnostic in
            var warning = Diagnostic(.wrongKind, at: range(number, number), "w\(number)")
            warning.severity = .warning
            return warning
        }
        let error = Diagnostic(.wrongKind, at: range(99, 99), "the error")
        let json = String(
            decoding: DiagnosticRenderer.json(warnings + [error], sources: [source("a")]),
            as: UTF8.self)
        #expect(json.ranges(of: "\"message\"").count == 50)
        #expect(json.contains("the error"))
    }

    @Test("Colours are sent only when asked for")
    func colours() {
        let diagnostic = Diagnostic(.wrongKind, at: range(0, 1), "m", help: "h")
        let sources = [source("a")]
        let plain = DiagnosticRenderer.text([diagnostic], sources: sources, colour: false)
        #expect(!plain.contains("\u{1B}"))
        let coloured = DiagnosticRenderer.text([diagnostic], sources: sources, colour: true)
        #expect(coloured.contains("\u{1B}[1;31merror[CM0203]:\u{1B}[0m"))
        var isEscape = false
        let stripped = coloured.filter { character in
            if character == "\u{1B}" { isEscape = true }
            defer { if character == "m" { isEscape = false } }
            return !isEscape
        }
        #expect(stripped == plain)
    }
}
