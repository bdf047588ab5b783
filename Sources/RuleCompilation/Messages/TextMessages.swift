import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about the texts of a template.
extension Message {
    static let transactionIDMissing = Message(
        .transactionIDMissing,
        en: "the description of the payment's line does not hold the whole transaction id, by which"
            + " the payment is found again in the books",
        nl: "in de omschrijving van de betaalregel staat niet het hele transactienummer, waaraan de"
            + " betaling in de boeken wordt teruggevonden",
        help: Phrase(
            en: "write  description: \"{payment.transaction_id} betaling\"  in that line",
            nl: "schrijf  description: \"{payment.transaction_id} betaling\"  in die regel"))

    static let shapingDestroysID = Message(
        .cutDestroysIdentity,
        en: "letters or trim could change the transaction id, by which a payment is found again",
        nl: "letters of trim kan het transactienummer veranderen, waaraan een betaling wordt"
            + " teruggevonden",
        help: Phrase(
            en: "leave letters and trim out of this text",
            nl: "laat letters en trim weg uit deze tekst"))

    static let cutDestroysID = Message(
        .cutDestroysIdentity,
        en: "keep could cut the transaction id, by which a payment is found again",
        nl: "keep kan het transactienummer afkappen, waaraan een betaling wordt teruggevonden",
        help: Phrase(
            en: "leave keep out: what stands beside the id gives way by itself",
            nl: "laat keep weg: wat naast het nummer staat wijkt vanzelf"))

    static func cutDestroysCode(_ field: String, limit: Int) -> Message {
        Message(
            .cutDestroysIdentity,
            en: "keep could cut {\(field)}, and a part of a code is the code of another",
            nl: "keep kan {\(field)} afkappen, en een deel van een code is de code van een ander",
            help: Phrase(
                en: "leave keep out: no code has more than \(limit) characters",
                nl: "laat keep weg: geen code heeft meer dan \(limit) tekens"))
    }

    static func cutMakesAlike(_ field: String) -> Message {
        Message(
            .cutCanMakeAlike,
            en: "after this cut two different {\(field)} can look alike, for what tells them apart"
                + " is cut off",
            nl: "na deze knip kunnen twee verschillende {\(field)} op elkaar lijken: wat ze"
                + " onderscheidt valt eraf",
            help: Phrase(
                en: "put the number last and write  keep: last 40",
                nl: "zet het nummer achteraan en schrijf  keep: last 40"))
    }

    static func cutShorterThanNeeded(_ field: String, end: String, limit: Int) -> Message {
        Message(
            .cutCanMakeAlike,
            en: "this cut leaves less of {\(field)} than the \(limit) characters that Twinfield"
                + " takes, so two different ones can look alike",
            nl: "deze knip laat minder van {\(field)} over dan de \(limit) tekens die Twinfield"
                + " neemt, dus twee verschillende kunnen op elkaar lijken",
            help: .write("keep: \(end) \(limit)"))
    }

    static func keepsTooMuch(_ count: Int, limit: Int, end: String) -> Message {
        Message(
            .textExceedsLimit, en: "keep lets \(count) characters stay; Twinfield takes \(limit)",
            nl: "keep laat \(count) tekens staan; Twinfield neemt er \(limit)",
            help: .write("keep: \(end) \(limit)"))
    }

    static func textTooLong(_ count: Int, limit: Int) -> Message {
        Message(
            .textExceedsLimit, en: "the text has \(count) characters; Twinfield takes \(limit)",
            nl: "de tekst heeft \(count) tekens; Twinfield neemt er \(limit)",
            help: Phrase(en: "write a shorter text", nl: "schrijf een kortere tekst"))
    }

    /// `isNumber` is whether the end tells the text from others.
    static func mayBeTooLong(limit: Int, isNumber: Bool) -> Message {
        Message(
            .textMayExceedLimit,
            en: "the text may have more than the \(limit) characters that Twinfield takes; such"
                + " payments would be errors",
            nl: "de tekst kan meer dan de \(limit) tekens krijgen die Twinfield neemt; zulke"
                + " betalingen worden fouten",
            help: limit < 40
                ? Phrase(
                    en: "write one field that is a code, such as  {item.customer}",
                    nl: "schrijf één veld dat een code is, zoals  {item.customer}")
                : isNumber
                    ? .write("{ text: …, keep: last \(limit) }")
                    : Phrase(
                        en: "write  { text: …, keep: first \(limit) }  or  keep: last \(limit)",
                        nl: "schrijf  { text: …, keep: first \(limit) }  of  keep: last \(limit)"))
    }

    static let datesWithoutDay = Message(
        .neverDecides, en: "dates never decides: no day stands in the text",
        nl: "dates beslist nooit iets: er staat geen dag in de tekst",
        help: Phrase(
            en: "remove dates, or write a day such as {payment.date}",
            nl: "verwijder dates, of schrijf een dag zoals {payment.date}"))
}
