import SourceDiagnostics
package import Wording

/// What is said about YAML that can be read and that rules do not know.
extension Message {
    private static let quoteIfText = Phrase(
        en: "delete it, or put the text in quotes if it is meant as text",
        nl: "verwijder het, of zet aanhalingstekens om de tekst als het tekst is")
    private static let quoteWholeText = Phrase(
        en: "put the whole text in quotes", nl: "zet de hele tekst tussen aanhalingstekens")

    static let tagLine = Message(
        .tag, en: "a `%TAG` line stands above this, and the rules know no tags",
        nl: "hierboven staat een regel met `%TAG`, en regels kennen geen tags",
        help: Phrase(en: "delete that line", nl: "verwijder die regel"))

    static let tagSign = Message(
        .tag, en: "a text cannot begin with `!`, which stands for a tag; the rules know none",
        nl:
            "een tekst kan niet beginnen met `!`: dat staat voor een tag, en regels kennen"
            + " die niet",
        help: quoteWholeText)

    static func tag(_ text: String) -> Message {
        Message(
            .tag, en: "\(text) is a tag, and the rules know none",
            nl: "\(text) is een tag, en regels kennen geen tags", help: quoteIfText)
    }

    static let secondDocument = Message(
        .secondDocument, en: "a second document begins here; a file holds one",
        nl: "hier begint een tweede document; in een bestand staat er een",
        help: Phrase(
            en: "delete the line `---`, or put what follows in a file of its own",
            nl: "verwijder de regel `---`, of zet wat volgt in een eigen bestand"))

    static func alias(_ text: String) -> Message {
        Message(
            .anchorOrAlias, en: "\(text) is an alias, and the rules know no aliases",
            nl: "\(text) is een alias, en regels kennen geen aliassen",
            help: Phrase(
                en: "repeat the value, or put it in quotes if a text is meant",
                nl: "herhaal de waarde, of zet er aanhalingstekens om als het tekst is"))
    }

    static func anchor(_ text: String) -> Message {
        Message(
            .anchorOrAlias, en: "\(text) is an anchor, and the rules know none",
            nl: "\(text) is een anker, en regels kennen geen ankers", help: quoteIfText)
    }

    static let aliasSign = Message(
        .anchorOrAlias,
        en: "a text cannot begin with `*` or `&`, which stand for aliases and anchors",
        nl: "een tekst kan niet beginnen met `*` of `&`: die staan voor aliassen en ankers",
        help: quoteWholeText)

    static func tooDeep(atMost limit: Int) -> Message {
        Message(
            .tooDeep, en: "lists and mappings are nested deeper than \(limit) levels here",
            nl: "lijsten en groepen van sleutels zitten hier meer dan \(limit) diep in elkaar",
            help: Phrase(
                en: "no key of the rules is that deep; check the indentation and the brackets",
                nl: "geen sleutel zit zo diep; kijk naar het inspringen en de haken"))
    }

    static let keyIsNoText = Message(
        .keyNotText, en: "a key must be a text", nl: "een sleutel moet een tekst zijn",
        help: Phrase(
            en: "write `key: value`; a text that begins with a bracket needs quotes",
            nl: "schrijf `sleutel: waarde`; om een tekst die met een haak begint horen"
                + " aanhalingstekens"))

    static let mergeKey = Message(
        .mergeKey, en: "`<<` is a merge key, and the rules know none",
        nl: "`<<` voegt sleutels samen, en dat kennen regels niet",
        help: Phrase(
            en: "repeat the keys that it would bring",
            nl: "herhaal de sleutels die het zou brengen"))

    static func keyAgain(_ key: String) -> Message {
        Message(
            .duplicateKey, en: "the key \(key) stands here again",
            nl: "de sleutel \(key) staat hier nog een keer",
            help: Phrase(en: "keep one of the two", nl: "houd een van de twee"))
    }
}

/// What is to be seen at another place.
extension Phrase {
    /// Of something that may stand once.
    package static let theFirstStandsHere = Phrase(
        en: "the first one stands here", nl: "de eerste staat hier")
}
