internal import SourceDiagnostics
import Wording

/// What is said about text that is no YAML: colons and indentation.
extension Message {
    private static let keyValue = Phrase(en: "write `key: value`", nl: "schrijf `sleutel: waarde`")
    private static let sameColumn = Phrase(
        en: "let keys that belong together begin in the same column",
        nl: "laat sleutels die bij elkaar horen in dezelfde kolom beginnen")

    static let colonMissingBehindText = noYAML(
        en: "a `:` is missing behind this text, which stands where a key belongs",
        nl: "achter deze tekst ontbreekt een `:`; hier hoort een sleutel", help: keyValue)

    static let colonMissing = noYAML(
        en: "a `:` is missing in this line", nl: "in deze regel ontbreekt een `:`",
        help: keyValue
            + Phrase(
                en: "; the next lines of a long text must be indented",
                nl: "; de volgende regels van een lange tekst moeten inspringen"))

    static let secondColon = noYAML(
        en: "a second `: ` stands in this line, and a value without quotes cannot hold one",
        nl: "in deze regel staat een tweede `: `, en dat kan niet in een waarde zonder"
            + " aanhalingstekens",
        help: Phrase(
            en: "put the value in quotes, or begin a new line for the second key",
            nl: "zet de waarde tussen aanhalingstekens, of begin een nieuwe regel voor de tweede"
                + " sleutel"))

    static let keyWhereNoneCanBe = noYAML(
        en: "a key stands here where none can be: the line is indented too deep, or the value of"
            + " the line above is not finished",
        nl: "hier staat een sleutel waar die niet kan: de regel springt te ver in, of de waarde van"
            + " de regel erboven is niet af",
        help: sameColumn)

    static let spaceMissingInBrackets = noYAML(
        en: "a space is missing behind this `:`", nl: "achter deze `:` ontbreekt een spatie",
        help: keyValue
            + Phrase(
                en: ", or put the text in quotes", nl: ", of zet de tekst tussen aanhalingstekens"))

    static let spaceMissing = noYAML(
        en: "a space is missing behind this `:`", nl: "achter deze `:` ontbreekt een spatie",
        help: keyValue
            + Phrase(
                en: "; a text with a `:` in it may stand in quotes",
                nl: "; een tekst met een `:` kan tussen aanhalingstekens"))

    static let tabAsIndentation = noYAML(
        en: "a tab stands here, and YAML takes only spaces for indentation",
        nl: "hier staat een tab, en YAML laat alleen met spaties inspringen",
        help: Phrase(
            en: "replace the tab by spaces; most editors can do so for the whole file",
            nl: "vervang de tab door spaties; de meeste editors kunnen dat voor het hele bestand"))

    static let itemWhereNoneCanBe = noYAML(
        en: "an item of a list stands here where none can be",
        nl: "hier staat een onderdeel van een lijst waar dat niet kan",
        help: Phrase(
            en: "check the indentation; a list stands below its key: `key:` and then `- item`",
            nl: "kijk naar het inspringen; een lijst staat onder haar sleutel: `sleutel:` en dan"
                + " `- waarde`"))

    static let itemInLineOfKey = noYAML(
        en: "an item of a list cannot begin in the line of its key",
        nl: "een onderdeel van een lijst kan niet in de regel van de sleutel beginnen",
        help: Phrase(
            en: "put `- ` on a line of its own below the key, or write `key: [item, item]`",
            nl: "zet `- ` op een eigen regel onder de sleutel, of schrijf `sleutel: [een, twee]`"))

    static let keyMissingBeforeColon = noYAML(
        en: "a key is missing before this `:`", nl: "voor deze `:` ontbreekt een sleutel",
        help: keyValue)

    static let itemAmongKeys = noYAML(
        en: "an item of a list stands among keys here",
        nl: "hier staat een onderdeel van een lijst tussen sleutels",
        help: Phrase(
            en: "check the indentation; a list stands below its key",
            nl: "kijk naar het inspringen; een lijst staat onder haar sleutel"))

    static let noItemAmongItems = noYAML(
        en: "this stands among the items of a list and is none",
        nl: "dit staat tussen de onderdelen van een lijst en is er geen",
        help: Phrase(
            en: "begin it with `- `, or check the indentation",
            nl: "begin het met `- `, of kijk naar het inspringen"))

    static let belongsToNothing = noYAML(
        en: "this line belongs to nothing: what stands above it is complete",
        nl: "deze regel hoort nergens bij: wat erboven staat is af",
        help: Phrase(
            en: "let all keys of the file that belong together begin in the same column",
            nl: "laat alle sleutels van het bestand die bij elkaar horen in dezelfde kolom beginnen"
        ))

    static func wrongIndentation(_ width: Int) -> Message {
        noYAML(
            en: "this line is indented by \(width == 1 ? "1 space" : "\(width) spaces"), which fits"
                + " no line above it",
            nl: "deze regel springt \(width == 1 ? "1 spatie" : "\(width) spaties") in, en dat past"
                + " bij geen regel erboven",
            help: sameColumn)
    }
}
