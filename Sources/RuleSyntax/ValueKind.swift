public import Wording

/// What may stand behind a key.
///
/// Plain scalars are text; only this says what the text means.
public indirect enum ValueKind: Sendable {
    /// Any text.
    case text
    /// A text with placeholders such as `{payment.transaction_id}`.
    case pattern
    /// A day: `2025-01-01`.
    case date
    /// A whole number that is not negative.
    case wholeNumber
    /// `true` or `false`.
    case flag
    /// A span of days: `14 days`.
    case days
    /// A length of time: `25 seconds`, `30 minutes`.
    case duration
    /// A time of the day: `02:30`.
    case timeOfDay
    /// A file or folder, as a path.
    case path
    /// An address of the web: `https://api.psp.ccv.eu/api/v1`.
    case webAddress
    /// Days around the booking date: `30 days before payment`, `30 days after payment`.
    case dayOffset
    /// A cut: `first 40`, `last 40`.
    case cut
    /// Named amounts added and subtracted: `payment.amount`, `payment.amount - item.open`.
    case amount
    /// One of these words, and no other.
    case choice([String])
    /// One of these words, or a tolerance: `within 0.05`, `within 1 %`.
    case choiceOrTolerance([String])
    /// A word of a vocabulary that may grow; others are accepted.
    case word
    /// One value, or a list of them.
    case oneOrMore(ValueKind)
    /// A list.
    case list(ValueKind)
    /// A mapping with these keys.
    case section(Section)
    /// A mapping whose keys the writer chooses.
    case named(ValueKind)
    /// A single value, or a mapping that says more about it.
    case valueOrSection(ValueKind, Section)

    /// How a message calls the kind: "a day such as 2025-01-01".
    public var phrase: Phrase {
        switch self {
        case .text: Phrase(en: "a text", nl: "een tekst")
        case .pattern: Phrase(en: "a text with placeholders", nl: "een tekst met invulvelden")
        case .date: Phrase(en: "a day such as 2025-01-01", nl: "een dag zoals 2025-01-01")
        case .wholeNumber: Phrase(en: "a whole number", nl: "een geheel getal")
        case .flag: Phrase(en: "true or false", nl: "true of false")
        case .days:
            Phrase(en: "a number of days such as 14 days", nl: "een aantal dagen zoals 14 days")
        case .duration:
            Phrase(
                en: "a length of time such as 30 minutes", nl: "een tijdsduur zoals 30 minutes")
        case .timeOfDay:
            Phrase(en: "a time of the day such as 02:30", nl: "een tijdstip zoals 02:30")
        case .path: Phrase(en: "a path", nl: "een pad")
        case .webAddress: Phrase(en: "an address of the web", nl: "een webadres")
        case .dayOffset:
            Phrase(
                en: "days around the payment such as 30 days before payment",
                nl: "dagen rond de betaling zoals 30 days before payment")
        case .cut:
            Phrase(
                en: "a cut such as first 40 or last 40", nl: "een deel zoals first 40 of last 40")
        case .amount:
            Phrase(en: "an amount such as payment.amount", nl: "een bedrag zoals payment.amount")
        case .choice(let words): words.count == 1 ? Phrase(words[0]) : Self.oneOf(words)
        case .choiceOrTolerance(let words):
            Self.oneOf(words)
                + Phrase(
                    en: ", or a tolerance such as within 0.05 or within 1 %",
                    nl: ", of een speling zoals within 0.05 of within 1 %")
        case .word: Phrase(en: "a word", nl: "een woord")
        case .oneOrMore(let kind):
            kind.phrase + Phrase(en: ", or a list of them", nl: ", of een lijst ervan")
        case .list(let kind):
            Phrase(en: "a list, each ", nl: "een lijst, met telkens ") + kind.phrase
        case .section(let section): Self.mapping(section)
        case .named(let kind):
            Phrase(
                en: "a mapping from names to values, each ",
                nl: "een groep van namen met waarden, telkens ") + kind.phrase
        case .valueOrSection(let kind, let section):
            kind.phrase + Phrase(en: ", or ", nl: ", of ") + Self.mapping(section)
        }
    }

    private static func oneOf(_ words: [String]) -> Phrase {
        Phrase(en: "one of ", nl: "een van ") + Phrase(words.joined(separator: ", "))
    }

    private static func mapping(_ section: Section) -> Phrase {
        Phrase(en: "a mapping with the keys ", nl: "een groep met de sleutels ")
            + Phrase(section.keys.map(\.name).joined(separator: ", "))
    }

    /// The words of a choice; nil for other kinds.
    var words: [String]? {
        switch self {
        case .choice(let words), .choiceOrTolerance(let words): words
        default: nil
        }
    }
}
