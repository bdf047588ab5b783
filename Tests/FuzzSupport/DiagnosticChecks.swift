import Foundation
import SourceDiagnostics
import Wording

/// Checks what is promised of every diagnostic: a place, words in both languages, both forms.
struct DiagnosticChecks {
    private let files: [SourceText]

    init(files: [SourceText]) { self.files = files }

    /// Checks the places, then renders all in every way.
    func check(_ diagnostics: [Diagnostic]) throws(FuzzFinding) {
        try promise(
            diagnostics.count <= DiagnosticList.mostKept, "the number of messages is bounded",
            "\(diagnostics.count)")
        let lines = Dictionary(
            files.map { ($0.path, ($0.bytes.count, LineIndex($0))) },
            uniquingKeysWith: { first, _ in first })
        for diagnostic in diagnostics {
            for range in [diagnostic.range] + diagnostic.notes.map(\.range) {
                try check(range, lines, diagnostic.message)
            }
            for language in [OutputLanguage.english, .dutch] {
                try promise(
                    !diagnostic.words.sentence.text(in: language).isEmpty,
                    "a message says something in every language", diagnostic.code.rawValue)
            }
        }
        try promise(
            diagnostics == DiagnosticList.sorted(diagnostics), "messages are sorted, none twice",
            "\(diagnostics.map(\.message))")
        for language in [OutputLanguage.english, .dutch] {
            try checkText(diagnostics, language)
            try checkJSON(diagnostics, language)
        }
    }

    private func check(
        _ range: SourceRange, _ lines: [String: (Int, LineIndex)], _ message: String
    ) throws(FuzzFinding) {
        guard let (count, index) = lines[range.path] else {
            throw FuzzFinding("a message names a file that was read", "\(range.path): \(message)")
        }
        try promise(
            range.lower >= 0 && range.lower <= range.upper && range.upper <= count,
            "a message has its place in the file", "\(range), \(count) bytes: \(message)")
        let (line, column) = index.position(of: range.lower)
        try promise(
            line >= 1 && line <= index.lineCount && column >= 1,
            "lines and columns count from one", "\(line):\(column) \(message)")
    }

    private func checkText(
        _ diagnostics: [Diagnostic], _ language: OutputLanguage
    ) throws(FuzzFinding) {
        let text = DiagnosticRenderer.text(
            diagnostics, sources: files, colour: false, language: language)
        try Self.checkPrinted(text)
        let heads = text.split(separator: "\n").count { line in
            line.contains("]: ") && (line.contains("[CM")) && line.hasPrefix("klant/")
        }
        try promise(
            heads <= DiagnosticRenderer.mostShown, "at most 50 messages are printed", "\(heads)")
        try promise(
            diagnostics.isEmpty == text.isEmpty, "every refusal is printed", text)
        try promise(text.utf8.count < 1 << 19, "what is printed is bounded", "\(text.utf8.count)")
    }

    /// Checks that a text of several lines holds nothing that a terminal would obey.
    static func checkPrinted(_ text: String) throws(FuzzFinding) {
        let isSafe = text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar == "\t"
                || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                    && !(0x2028...0x202E).contains(scalar.value)
        }
        try promise(isSafe, "what is printed has no control characters", text)
    }

    private func checkJSON(
        _ diagnostics: [Diagnostic], _ language: OutputLanguage
    ) throws(FuzzFinding) {
        let bytes = DiagnosticRenderer.json(diagnostics, sources: files, language: language)
        let json = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
        guard let json else {
            throw FuzzFinding(
                "messages are JSON that others can read", String(decoding: bytes, as: UTF8.self))
        }
        let count = json.reduce(0) { sum, file in
            sum + ((file["diagnostics"] as? [Any])?.count ?? 0)
        }
        let most = min(diagnostics.count, DiagnosticRenderer.mostShown)
        try promise(count == most, "the JSON has every message, up to 50", "\(count)")
    }
}
