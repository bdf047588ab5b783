/// A text in every language of the output, written side by side so that none is forgotten.
public struct Phrase: Sendable, Hashable {
    /// The text in English.
    public var en: String
    /// The text in Dutch.
    public var nl: String

    /// States a text in both languages.
    public init(en: String, nl: String) {
        self.en = en
        self.nl = nl
    }

    /// A text that is alike in every language: a word of the rules, a number, a piece of YAML.
    public init(_ both: String) {
        self.init(en: both, nl: both)
    }

    /// The text in one language.
    public func text(in language: OutputLanguage) -> String {
        switch language {
        case .english: en
        case .dutch: nl
        }
    }

    /// The texts one behind the other.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(en: left.en + right.en, nl: left.nl + right.nl)
    }

    /// Several texts with a sign between them.
    public static func list(_ parts: [Phrase], separator: String) -> Phrase {
        Phrase(
            en: parts.map(\.en).joined(separator: separator),
            nl: parts.map(\.nl).joined(separator: separator))
    }
}
