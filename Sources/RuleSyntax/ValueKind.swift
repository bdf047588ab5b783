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
    public var phrase: String {
        switch self {
        case .text: "a text"
        case .pattern: "a text with placeholders"
        case .date: "a day such as 2025-01-01"
        case .wholeNumber: "a whole number"
        case .flag: "true or false"
        case .days: "a number of days such as 14 days"
        case .dayOffset: "days around the payment such as 30 days before payment"
        case .cut: "a cut such as first 40 or last 40"
        case .amount: "an amount such as payment.amount"
        case .choice(let words): words.count == 1 ? words[0] : "one of " + listed(words)
        case .choiceOrTolerance(let words):
            "one of " + listed(words) + ", or a tolerance such as within 0.05 or within 1 %"
        case .word: "a word"
        case .oneOrMore(let kind): kind.phrase + ", or a list of them"
        case .list(let kind): "a list, each " + kind.phrase
        case .section(let section): "a mapping with the keys " + listed(section.keys.map(\.name))
        case .named(let kind): "a mapping from names to values, each " + kind.phrase
        case .valueOrSection(let kind, let section):
            kind.phrase + ", or a mapping with the keys " + listed(section.keys.map(\.name))
        }
    }

    /// The words of a choice; nil for other kinds.
    var words: [String]? {
        switch self {
        case .choice(let words), .choiceOrTolerance(let words): words
        default: nil
        }
    }

    private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }
}
