public import Wording

/// One message to the writer of rules: what was found, where, what was expected, what to type.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable {
        /// The rules do not compile.
        case error
        /// The rules compile, but a person should look.
        case warning
    }

    /// Another place that matters to the message.
    public struct Note: Sendable, Hashable {
        /// What is to be seen there.
        public var words: Phrase
        /// Where.
        public var range: SourceRange

        /// Points at another place.
        public init(_ words: Phrase, at range: SourceRange) {
            self.words = words
            self.range = range
        }
    }

    /// What is said, in every language.
    public var words: Message
    /// Error or warning.
    public var severity: Severity
    /// Where it stands.
    public var range: SourceRange
    /// Other places.
    public var notes: [Note]

    /// States a diagnostic; its severity is that of its code.
    public init(_ words: Message, at range: SourceRange, notes: [Note] = []) {
        self.words = words
        self.severity = words.code.severity
        self.range = range
        self.notes = notes
    }

    /// The code, for life.
    public var code: DiagnosticCode { words.code }
    /// What was found and what was expected, in English.
    public var message: String { words.sentence.en }
    /// What to type, in English.
    public var help: String? { words.help?.en }
}
