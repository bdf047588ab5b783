import Wording

/// Writes diagnostics for a terminal, one after the other.
struct DiagnosticTextWriter {
    /// The colours of a terminal, and none.
    private enum Colour: String {
        case bold = "\u{1B}[1m"
        case red = "\u{1B}[1;31m"
        case yellow = "\u{1B}[1;33m"
        case cyan = "\u{1B}[36m"
        case plain = "\u{1B}[0m"
    }

    /// What was written.
    private(set) var text = ""
    private let usesColour: Bool
    private let language: OutputLanguage

    /// Begins with nothing.
    init(colour: Bool, language: OutputLanguage) {
        usesColour = colour
        self.language = language
    }

    /// Adds a line, and an empty line before it when something stands above.
    mutating func writeLine(_ line: String) {
        if !text.isEmpty { text += "\n" }
        text += line + "\n"
    }

    /// Adds a diagnostic with its line, its help and its notes.
    mutating func write(_ diagnostic: Diagnostic, files: [String: SourceFile]) {
        let colour: Colour = diagnostic.severity == .error ? .red : .yellow
        let label = Self.label(of: diagnostic.severity).text(in: language)
        let kind = "\(label)[\(diagnostic.code.rawValue)]:"
        let message = TerminalText.oneLine(diagnostic.words.sentence.text(in: language))
        let place = place(of: diagnostic.range, files: files)
        writeLine("\(place) \(painted(kind, colour)) \(painted(message, .bold))")
        writeExcerpt(of: diagnostic.range, files: files, colour: colour)
        if let help = diagnostic.words.help?.text(in: language) {
            let label = Self.helpLabel.text(in: language)
            text += "\(painted(label, .cyan)) \(TerminalText.oneLine(help))\n"
        }
        for note in diagnostic.notes {
            let place = self.place(of: note.range, files: files)
            let label = painted(Self.noteLabel.text(in: language), .cyan)
            text += "\(place) \(label) \(TerminalText.oneLine(note.words.text(in: language)))\n"
            writeExcerpt(of: note.range, files: files, colour: .cyan)
        }
    }

    private static func label(of severity: Diagnostic.Severity) -> Phrase {
        switch severity {
        case .error: Phrase(en: "error", nl: "fout")
        case .warning: Phrase(en: "warning", nl: "waarschuwing")
        }
    }

    /// What stands before the help.
    static let helpLabel = Phrase(en: "help:", nl: "hulp:")
    private static let noteLabel = Phrase(en: "note:", nl: "zie ook:")

    private func place(of range: SourceRange, files: [String: SourceFile]) -> String {
        let path = TerminalText.oneLine(range.path)
        let position = files[range.path]?.lines.position(of: range.lower) ?? (line: 1, column: 1)
        return "\(path):\(position.line):\(position.column):"
    }

    private mutating func writeExcerpt(
        of range: SourceRange, files: [String: SourceFile], colour: Colour
    ) {
        guard let file = files[range.path] else { return }
        let number = String(file.lines.position(of: range.lower).line)
        let padding = String(repeating: " ", count: max(0, 4 - number.count))
        let gutter = String(repeating: " ", count: max(4, number.count))
        let excerpt = file.excerpt(of: range)
        text += "\(padding)\(number) | \(excerpt.line)\n"
        text += "\(gutter) | \(painted(excerpt.carets, colour))\n"
    }

    private func painted(_ text: String, _ colour: Colour) -> String {
        usesColour ? colour.rawValue + text + Colour.plain.rawValue : text
    }
}
