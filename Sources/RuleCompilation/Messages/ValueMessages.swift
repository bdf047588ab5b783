import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about single values: codes, days, amounts, words, names.
extension Message {
    private static let asTwinfieldShows = Phrase(
        en: "write the code as Twinfield shows it", nl: "schrijf de code zoals Twinfield die toont")

    static func unfitCode(_ text: String, _ what: Phrase) -> Message {
        Message(
            .malformedValue,
            en: "\(what.en) \"\(text)\" has spaces around it, or characters that no code has",
            nl: "\(what.nl) \"\(text)\" heeft spaties eromheen, of tekens die in geen code staan",
            help: asTwinfieldShows)
    }

    static func codeTooLong(_ text: String, _ what: Phrase, limit: Int) -> Message {
        let count = text.utf16.count
        return Message(
            .textExceedsLimit,
            en: "\(what.en) \"\(text)\" has \(count) characters; Twinfield takes \(limit)",
            nl: "\(what.nl) \"\(text)\" heeft \(count) tekens; Twinfield neemt er \(limit)",
            help: asTwinfieldShows)
    }

    static let noCalendarDay = Message(
        .malformedValue, en: "book_from is no day of the calendar",
        nl: "book_from is geen dag van de kalender",
        help: Phrase(
            en: "write a day that exists, such as  book_from: 2025-01-01",
            nl: "schrijf een dag die bestaat, zoals  book_from: 2025-01-01"))

    static func noCurrency(_ text: String, example: String) -> Message {
        Message(
            .malformedValue, en: "\"\(text)\" is no currency; expected three letters",
            nl: "\"\(text)\" is geen valuta; verwacht: drie letters", help: .write(example))
    }

    static func noAmount(_ text: String) -> Message {
        Message(
            .malformedValue,
            en: "\"\(text)\" is no amount; expected digits with at most two decimals",
            nl: "\"\(text)\" is geen bedrag; verwacht: cijfers met hooguit twee decimalen",
            help: .write("at_most: 1000.00"))
    }

    static let boundsSwapped = Message(
        .keysConflict, en: "at_most is less than at_least", nl: "at_most is minder dan at_least",
        help: Phrase(
            en: "no payment is both; swap the two", nl: "geen betaling is beide; verwissel de twee")
    )

    static func unknownWord(
        _ word: String, of field: String, near: String?, known: [String]
    ) -> Message {
        Message(
            .unknownWord, en: "CCV is not known to have a \(field) \(word)",
            nl: "van CCV is geen \(field) \(word) bekend", help: .nearOrKnown(near, known))
    }

    static func unknownMethod(
        _ word: String, _ what: Phrase, near: String?, known: [String]
    ) -> Message {
        Message(
            .unknownMethod, en: "CCV is not known to have a \(what.en) \(word)",
            nl: "van CCV is geen \(what.nl) \(word) bekend", help: .nearOrKnown(near, known))
    }

    static func nameTaken(_ name: String, in what: Phrase) -> Message {
        Message(
            .duplicateName, en: "\(what.en) \(name) already", nl: "\(what.nl) \(name)",
            help: Phrase(en: "give it a name of its own", nl: "geef er een eigen naam aan"))
    }
}

/// What the messages of the compiler share.
extension Phrase {
    static func nearOrKnown(_ near: String?, _ known: [String]) -> Phrase {
        let words = known.joined(separator: ", ")
        return near.map(didYouMean)
            ?? Phrase(en: "known are: \(words)", nl: "bekend zijn: \(words)")
    }
}

/// What a code is the code of.
extension Phrase {
    static let method = Phrase(en: "method", nl: "methode")
    static let brand = Phrase(en: "brand", nl: "merk")
    static let account = Phrase(en: "account", nl: "rekening")
}
