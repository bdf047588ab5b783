public import Wording

/// What is said about a mistake: its code, what was found, and what to type.
///
/// The messages of a module stand together in its catalogue, as functions of what they name.
public struct Message: Sendable, Hashable {
    /// The code, for life.
    public var code: DiagnosticCode
    /// What was found and what was expected; one sentence without a full stop at its end.
    public var sentence: Phrase
    /// What to type; nil when the sentence says it already.
    public var help: Phrase?

    /// States a message in both languages.
    public init(_ code: DiagnosticCode, en: String, nl: String, help: Phrase? = nil) {
        self.code = code
        sentence = Phrase(en: en, nl: nl)
        self.help = help
    }
}
