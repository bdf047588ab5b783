import Testing

@testable import SourceDiagnostics

@Suite("DiagnosticRenderer: JSON")
struct DiagnosticJSONTests {
    private func json(_ diagnostics: [Diagnostic], _ sources: [SourceText]) -> String {
        String(decoding: DiagnosticRenderer.json(diagnostics, sources: sources), as: UTF8.self)
    }

    @Test("No files give an empty list")
    func empty() {
        #expect(json([], []) == "[]\n")
    }

    @Test("A file without diagnostics has an empty list; files stand in order of their paths")
    func files() {
        let sources = ["b", "a"].map { SourceText(path: $0, bytes: []) }
        #expect(
            json([], sources) == #"[{"uri":"a","diagnostics":[]},{"uri":"b","diagnostics":[]}]"#
                + "\n")
    }

    @Test("Places count from 0 in UTF-16 units; the help is part of the message")
    func places() {
        let source = SourceText(path: "r.yaml", bytes: Array("a: 1\r\n🙂b: \"x\"\n".utf8))
        let place = SourceRange(path: "r.yaml", lower: 10, upper: 16)
        let diagnostic = Diagnostic(.unknownKey, at: place, "no `\"b\"`", help: "drop it")
        #expect(
            json([diagnostic, diagnostic], [source])
                == #"[{"uri":"r.yaml","diagnostics":[{"range":{"start":{"line":1,"character":2},"#
                + #""end":{"line":1,"character":8}},"#
                + #""severity":1,"code":"CM0202","#
                + #""codeDescription":{"href":"docs/diagnostics/CM0202.md"},"source":"ccvmap","#
                + #""message":"no `\"b\"`\nhelp: drop it"}]}]"# + "\n")
    }

    @Test("A warning is severity 2; notes are related information")
    func notes() {
        let place = SourceRange(path: "a", lower: 0, upper: 1)
        let other = SourceRange(path: "b", lower: 2, upper: 3)
        let diagnostic = Diagnostic(
            .methodWithoutAccount, at: place, "m\u{1B}", notes: [Diagnostic.Note("n", at: other)])
        let sources = [
            SourceText(path: "a", bytes: [0x61]), SourceText(path: "b", bytes: Array("x\nyz".utf8)),
        ]
        #expect(
            json([diagnostic], sources)
                == #"[{"uri":"a","diagnostics":[{"range":{"start":{"line":0,"character":0},"#
                + #""end":{"line":0,"character":1}},"#
                + #""severity":2,"code":"CM0403","#
                + #""codeDescription":{"href":"docs/diagnostics/CM0403.md"},"source":"ccvmap","#
                + "\"message\":\"m\u{FFFD}\","
                + #""relatedInformation":[{"location":{"uri":"b","range":{"start":{"line":1,"#
                + #""character":0},"end":{"line":1,"character":1}}},"message":"n"}]}]},"#
                + #"{"uri":"b","diagnostics":[]}]"# + "\n")
    }

    @Test("A diagnostic about a file that was not read has a place at its start")
    func unreadFile() {
        let place = SourceRange(path: "gone", lower: 7, upper: 9)
        #expect(
            json([Diagnostic(.fileUnreadable, at: place, "m")], [])
                == #"[{"uri":"gone","diagnostics":[{"range":{"start":{"line":0,"character":0},"#
                + #""end":{"line":0,"character":0}},"#
                + #""severity":1,"code":"CM0601","#
                + #""codeDescription":{"href":"docs/diagnostics/CM0601.md"},"source":"ccvmap","#
                + #""message":"m"}]}]"# + "\n")
    }
}
