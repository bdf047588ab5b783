internal import ByteText
public import Wording

/// Writes diagnostics for people and for editors.
public enum DiagnosticRenderer {
    /// The most diagnostics that are shown to a person at once.
    public static let mostShown = 50

    /// Diagnostics as text, each with its line and carets below the place.
    ///
    /// Sorted, equal ones once, at most `mostShown`, errors before warnings; then a line says how
    /// many more there are.
    /// Lines and columns count from 1, columns in Unicode scalars. Control characters of the
    /// files are not passed on. A file that is not among the sources gets no line.
    public static func text(
        _ diagnostics: [Diagnostic], sources: [SourceText], colour: Bool,
        language: OutputLanguage = .english
    ) -> String {
        let sorted = DiagnosticList.sorted(diagnostics)
        let files = files(sources)
        var writer = DiagnosticTextWriter(colour: colour, language: language)
        for diagnostic in DiagnosticList.bounded(diagnostics, to: mostShown) {
            writer.write(diagnostic, files: files)
        }
        let rest = sorted.count - mostShown
        if rest > 0 {
            let more = Phrase(
                en: "and \(rest) more \(rest == 1 ? "message" : "messages")",
                nl: "en nog \(rest) \(rest == 1 ? "melding" : "meldingen")")
            writer.writeLine(more.text(in: language))
        }
        return writer.text
    }

    /// Diagnostics as JSON in the shape of the Language Server Protocol.
    ///
    /// An array with an object per file, sorted by path; a file without diagnostics has an empty
    /// list. At most `mostShown`, errors before warnings. Lines and characters count from 0,
    /// characters in UTF-16 units; severity 1 is an error, 2 a warning. `uri` is the path as given.
    public static func json(
        _ diagnostics: [Diagnostic], sources: [SourceText], language: OutputLanguage = .english
    ) -> [UInt8] {
        let files = files(sources)
        var byPath: [String: [Diagnostic]] = [:]
        for path in files.keys { byPath[path] = [] }
        for diagnostic in DiagnosticList.bounded(diagnostics, to: mostShown) {
            byPath[diagnostic.range.path, default: []].append(diagnostic)
        }
        var json = JSONWriter()
        json.beginArray()
        for path in byPath.keys.sorted() {
            json.beginObject()
            json.key("uri")
            json.string(path)
            json.key("diagnostics")
            json.beginArray()
            for diagnostic in byPath[path, default: []] {
                write(diagnostic, files: files, language: language, to: &json)
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.newline()
        return json.bytes
    }

    private static func files(_ sources: [SourceText]) -> [String: SourceFile] {
        Dictionary(
            sources.map { ($0.path, SourceFile($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func write(
        _ diagnostic: Diagnostic, files: [String: SourceFile], language: OutputLanguage,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("range")
        write(diagnostic.range, files: files, to: &json)
        json.key("severity")
        json.integer(diagnostic.severity == .error ? 1 : 2)
        json.key("code")
        json.string(diagnostic.code.rawValue)
        json.key("codeDescription")
        json.beginObject()
        json.key("href")
        json.string(diagnostic.code.page)
        json.endObject()
        json.key("source")
        json.string("ccvmap")
        json.key("message")
        let message = TerminalText.oneLine(diagnostic.words.sentence.text(in: language))
        let label = DiagnosticTextWriter.helpLabel.text(in: language)
        let help = diagnostic.words.help.map {
            "\n\(label) " + TerminalText.oneLine($0.text(in: language))
        }
        json.string(message + (help ?? ""))
        if !diagnostic.notes.isEmpty {
            json.key("relatedInformation")
            json.beginArray()
            for note in diagnostic.notes {
                write(note, files: files, language: language, to: &json)
            }
            json.endArray()
        }
        json.endObject()
    }

    private static func write(
        _ note: Diagnostic.Note, files: [String: SourceFile], language: OutputLanguage,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("location")
        json.beginObject()
        json.key("uri")
        json.string(note.range.path)
        json.key("range")
        write(note.range, files: files, to: &json)
        json.endObject()
        json.key("message")
        json.string(TerminalText.oneLine(note.words.text(in: language)))
        json.endObject()
    }

    private static func write(
        _ range: SourceRange, files: [String: SourceFile], to json: inout JSONWriter
    ) {
        let lines = files[range.path]?.lines
        json.beginObject()
        for (name, offset) in [("start", range.lower), ("end", range.upper)] {
            let position = lines?.utf16Position(of: offset) ?? (line: 0, character: 0)
            json.key(name)
            json.beginObject()
            json.key("line")
            json.integer(Int64(position.line))
            json.key("character")
            json.integer(Int64(position.character))
            json.endObject()
        }
        json.endObject()
    }
}
