package import SourceDiagnostics
package import Wording

/// What is said about keys and the kinds of their values.
extension Message {
    static func missingKey(_ name: String, in title: Phrase, example: String) -> Message {
        Message(
            .missingKey, en: "\(title.en) lacks the key \(name)",
            nl: "in \(title.nl) ontbreekt de sleutel \(name)", help: .add(example))
    }

    package static func unknownTimeZone(_ name: String) -> Message {
        Message(
            .unknownTimeZone, en: "the system knows no time zone \(name)",
            nl: "het systeem kent geen tijdzone \(name)",
            help: Phrase(
                en: "write a name of the IANA database, such as  time_zone: Europe/Amsterdam",
                nl: "schrijf een naam uit de IANA-database, zoals  time_zone: Europe/Amsterdam"))
    }

    static func duplicateEntry(_ text: String, in key: String) -> Message {
        Message(
            .duplicateName, en: "\(key) has \"\(text)\" twice",
            nl: "in \(key) staat \"\(text)\" twee keer", help: .removeOneOfTheTwo)
    }

    static func empty(_ title: Phrase, example: String?) -> Message {
        Message(
            .malformedValue, en: "\(title.en) is empty; expected at least one entry",
            nl: "\(title.nl) is leeg; verwacht: minstens één",
            help: example.map {
                Phrase(
                    en: "write at least one, such as  \($0)",
                    nl: "schrijf er minstens één, zoals  \($0)"
                )
            })
    }

    static func noValue(_ key: Phrase, expected: Phrase, example: String) -> Message {
        Message(
            .malformedValue, en: "\(key.en) has no value; expected \(expected.en)",
            nl: "\(key.nl) heeft geen waarde; verwacht: \(expected.nl)", help: .write(example))
    }

    static func unknownChoice(
        _ text: String, of key: Phrase, expected: Phrase, near: String?, words: [String],
        example: String
    ) -> Message {
        Message(
            .unknownChoice, en: "\(key.en) is \"\(text)\"; expected \(expected.en)",
            nl: "\(key.nl) is \"\(text)\"; verwacht: \(expected.nl)",
            help: near.map(Phrase.didYouMean)
                ?? (words.count == 1 ? .write(example) : .writeOneOf(words)))
    }

    static func decimalComma(_ text: String, meant: String) -> Message {
        Message(
            .malformedValue,
            en: "\"\(text)\" has a decimal comma; the rules write decimals with a point",
            nl: "\"\(text)\" heeft een komma; in de regels staat voor decimalen een punt",
            help: .write(meant))
    }

    package static func malformedValue(
        _ text: String, of key: Phrase, expected: Phrase, example: String
    ) -> Message {
        Message(
            .malformedValue, en: "\(key.en) is \"\(text)\"; expected \(expected.en)",
            nl: "\(key.nl) is \"\(text)\"; verwacht: \(expected.nl)", help: .write(example))
    }

    static func wrongKind(
        _ title: Phrase, found: Phrase, expected: Phrase, example: String?
    ) -> Message {
        Message(
            .wrongKind, en: "\(title.en) is \(found.en); expected \(expected.en)",
            nl: "\(title.nl) is \(found.nl); verwacht: \(expected.nl)",
            help: example.map(Phrase.write))
    }

    static func unknownKey(
        _ key: String, in title: Phrase, near: String?, known: [String]
    ) -> Message {
        let names = known.joined(separator: ", ")
        return Message(
            .unknownKey, en: "\(title.en) has no key \(key)",
            nl: "\(title.nl) heeft geen sleutel \(key)",
            help: near.map(Phrase.didYouMean)
                ?? Phrase(en: "the keys here are: \(names)", nl: "de sleutels zijn hier: \(names)"))
    }

    /// `field` is what stands before the brace; nil when that is no name.
    static func braceClosesNothing(_ field: String?) -> Message {
        Message(
            .malformedPlaceholder, en: "} closes no placeholder", nl: "} sluit geen invulveld",
            help: field.map {
                Phrase(
                    en: "write  {\($0)}, or }} for the brace itself",
                    nl: "schrijf  {\($0)}, of }} voor de accolade zelf")
            }
                ?? Phrase(
                    en: "write  }} for the brace itself, or { where the placeholder begins",
                    nl: "schrijf  }} voor de accolade zelf, of { waar het invulveld begint"))
    }

    /// `field` is what stands behind the brace; nil when that is no name.
    static func braceNeverClosed(_ field: String?) -> Message {
        let name = field ?? "…"
        return Message(
            .malformedPlaceholder, en: "{ opens a placeholder that nothing closes",
            nl: "{ opent een invulveld dat niet wordt gesloten",
            help: Phrase(
                en: "write  {\(name)}, or {{ for the brace itself",
                nl: "schrijf  {\(name)}, of {{ voor de accolade zelf"))
    }

    static func placeholderWithoutName(_ example: String) -> Message {
        Message(
            .malformedPlaceholder, en: "a placeholder names no field",
            nl: "een invulveld noemt geen veld",
            help: Phrase(
                en: "write a name between the braces, such as  \(example)",
                nl: "schrijf een naam tussen de accolades, zoals  \(example)"))
    }
}

/// What to type, in the words that many messages share.
extension Phrase {
    package static func write(_ example: String) -> Phrase {
        Phrase(en: "write  \(example)", nl: "schrijf  \(example)")
    }

    package static func add(_ example: String) -> Phrase {
        Phrase(en: "add  \(example)", nl: "voeg toe  \(example)")
    }

    package static func didYouMean(_ word: String) -> Phrase {
        Phrase(en: "did you mean  \(word)?", nl: "bedoel je  \(word)?")
    }

    static func writeOneOf(_ words: [String]) -> Phrase {
        Phrase(
            en: "write  " + words.joined(separator: "  or  "),
            nl: "schrijf  " + words.joined(separator: "  of  "))
    }

    package static let removeOneOfTheTwo = Phrase(
        en: "remove one of the two", nl: "verwijder een van de twee")
}
