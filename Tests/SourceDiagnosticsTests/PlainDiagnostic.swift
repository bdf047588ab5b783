import SourceDiagnostics
import Wording

extension Diagnostic {
    /// A diagnostic that says the same in every language.
    init(
        _ code: DiagnosticCode, at range: SourceRange, _ message: String, help: String? = nil,
        notes: [Note] = []
    ) {
        let words = Message(code, en: message, nl: message, help: help.map { Phrase($0) })
        self.init(words, at: range, notes: notes)
    }
}

extension Diagnostic.Note {
    /// A note that says the same in every language.
    init(_ message: String, at range: SourceRange) {
        self.init(Phrase(message), at: range)
    }
}
