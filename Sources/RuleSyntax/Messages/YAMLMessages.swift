internal import SourceDiagnostics
import Wording

/// What is said about text that is no YAML: brackets, quotes and signs.
extension Message {
    /// Text that is no YAML.
    static func noYAML(en: String, nl: String, help: Phrase) -> Message {
        Message(.yamlSyntax, en: en, nl: nl, help: help)
    }

    static func forbiddenStart(_ sign: Character) -> Message {
        noYAML(
            en: "a text cannot begin with `\(sign)`",
            nl: "een tekst kan niet beginnen met `\(sign)`",
            help: Phrase(
                en: "put the whole text in quotes", nl: "zet de hele tekst tussen aanhalingstekens")
        )
    }

    private static func closeBracket(_ closing: String) -> Phrase {
        Phrase(
            en: "put a comma between two entries, and `\(closing)` behind the last",
            nl: "zet een komma tussen twee waarden, en `\(closing)` achter de laatste")
    }

    static func missingBeforeThis(_ closing: String) -> Message {
        noYAML(
            en: "a `,` or `\(closing)` is missing before this",
            nl: "hiervoor ontbreekt een `,` of `\(closing)`", help: closeBracket(closing))
    }

    static func bracketNotClosed(_ opening: String, _ closing: String) -> Message {
        noYAML(
            en: "the bracket `\(opening)` is not closed",
            nl: "de haak `\(opening)` wordt niet gesloten", help: closeBracket(closing))
    }

    static let missingValue = noYAML(
        en: "something is missing before this: a value belongs here",
        nl: "hiervoor ontbreekt iets: hier hoort een waarde",
        help: Phrase(
            en:
                "write the value, or `\"\"` for an empty text; one comma stands between two"
                + " entries",
            nl: "schrijf de waarde, of `\"\"` voor een lege tekst; tussen twee waarden staat één"
                + " komma"))

    static func quoteNeverClosed(_ quote: Character) -> Message {
        noYAML(
            en: "the quote `\(quote)` that opens here is never closed",
            nl: "het aanhalingsteken `\(quote)` dat hier opent, wordt nergens gesloten",
            help: quote == "'"
                ? Phrase(
                    en: "put `'` behind the text; an apostrophe inside it is written twice: `''`",
                    nl:
                        "zet `'` achter de tekst; een apostrof in de tekst schrijf je twee"
                        + " keer: `''`"
                )
                : Phrase(
                    en: "put `\(quote)` behind the text", nl: "zet `\(quote)` achter de tekst"))
    }

    static let unknownEscape = noYAML(
        en: "`\\` begins an escape in double quotes, and this is none that YAML knows",
        nl: "`\\` begint tussen dubbele aanhalingstekens een code, en deze kent YAML niet",
        help: Phrase(
            en: "write `\\\\` for a backslash, or put the text in single quotes",
            nl: "schrijf `\\\\` voor een backslash, of zet enkele aanhalingstekens om de tekst"))

    static let blockHeader = noYAML(
        en: "behind `|` or `>` the text begins on the next line",
        nl: "achter `|` of `>` begint de tekst op de volgende regel",
        help: Phrase(
            en: "put the text on the next line, indented; or put it in quotes, if it begins with"
                + " this sign",
            nl: "zet de tekst ingesprongen op de volgende regel; of tussen aanhalingstekens, als ze"
                + " met dit teken begint"))

    static let directive = noYAML(
        en: "a line cannot begin with `%` here", nl: "een regel kan hier niet beginnen met `%`",
        help: Phrase(
            en: "delete the line, or put the text in quotes",
            nl: "verwijder de regel, of zet de tekst tussen aanhalingstekens"))

    static func otherYAML(_ problem: String) -> Message {
        noYAML(
            en: "this is no YAML (\(problem))", nl: "dit is geen YAML (\(problem))",
            help: Phrase(
                en: "check indentation, quotes and brackets here and in the line above",
                nl: "kijk naar inspringen, aanhalingstekens en haken, hier en in de regel erboven"))
    }

    static func closesNoBracket(_ bracket: Character) -> Message {
        noYAML(
            en: "this `\(bracket)` closes no bracket", nl: "deze `\(bracket)` sluit geen haak",
            help: Phrase(
                en: "delete it, or open the bracket before it",
                nl: "verwijder hem, of open de haak ervoor"))
    }

    static let contentBehindValue = noYAML(
        en: "what stands before this is complete, and yet more follows",
        nl: "wat hiervoor staat is af, en toch volgt er meer",
        help: Phrase(
            en: "put the whole value in quotes, or begin a new line",
            nl: "zet de hele waarde tussen aanhalingstekens, of begin een nieuwe regel"))

    static let quoteNotClosedInLine = noYAML(
        en: "the quote that opens here is not closed in its line",
        nl: "het aanhalingsteken dat hier opent, wordt in die regel niet gesloten",
        help: Phrase(
            en: "put the closing quote behind the text",
            nl: "zet het sluitende aanhalingsteken achter de tekst"))

    static let quotesClosedBefore = noYAML(
        en: "the quotes are closed before this, and yet more follows",
        nl: "de aanhalingstekens zijn hiervoor gesloten, en toch volgt er meer",
        help: Phrase(
            en: "put all of the text between the quotes",
            nl: "zet de hele tekst tussen de aanhalingstekens"))
}

/// What is to be seen at another place of text that is no YAML.
extension Phrase {
    static let bracketOpenedHere = Phrase(
        en: "the bracket was opened here", nl: "de haak is hier geopend")
    static let quoteOpenedHere = Phrase(
        en: "the quote was opened here", nl: "het aanhalingsteken is hier geopend")
    static let quoteClosedOnlyBefore = Phrase(
        en: "it is closed only before this", nl: "het wordt pas hiervoor gesloten")
    static let valueBeginsHere = Phrase(
        en: "the value begins behind this `:`", nl: "de waarde begint achter deze `:`")
    static let lineHasItsValue = Phrase(
        en: "this line has its value already", nl: "deze regel heeft al een waarde")
    static let firstStandsHere = Phrase(en: "it stands here first", nl: "hier staat ze het eerst")

    static func missingAtTheLatest(_ closing: String) -> Phrase {
        Phrase(
            en: "at the latest before this a `,` or `\(closing)` is missing",
            nl: "op zijn laatst hiervoor ontbreekt een `,` of `\(closing)`")
    }

    static func linesBegin(inColumn column: Int) -> Phrase {
        Phrase(
            en: "the lines it should belong to begin in column \(column)",
            nl: "de regels waar het bij hoort, beginnen in kolom \(column)")
    }
}
