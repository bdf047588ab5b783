import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about `select` and `when`.
extension Message {
    /// `other` is what an earlier rule makes of the payments when this one says something else.
    static func ruleShadowed(_ outcome: Phrase, other: Phrase?) -> Message {
        let difference = Self.difference(outcome, other)
        return Message(
            .unreachable,
            en: "the rule can never apply: earlier rules take all its payments" + difference.en,
            nl: "de regel geldt nooit: eerdere regels nemen al haar betalingen" + difference.nl,
            help: Phrase(
                en: "move it up, or narrow the earlier one with  when",
                nl: "zet haar hoger, of maak de eerdere nauwer met  when"))
    }

    /// How an earlier rule or row contradicts this one; nothing when both say the same.
    static func difference(_ outcome: Phrase, _ other: Phrase?) -> Phrase {
        guard let other else { return Phrase("") }
        return Phrase(
            en: ", with \(other.en) instead of \(outcome.en)",
            nl: ", met \(other.nl) in plaats van \(outcome.nl)")
    }

    static let conditionsExclude = Message(
        .unreachable, en: "the condition can never hold: its parts exclude each other",
        nl: "de voorwaarde geldt nooit: haar delen sluiten elkaar uit",
        help: Phrase(
            en: "all parts of a when must hold together; remove one, or write two rules",
            nl: "alle delen van een when moeten samen gelden; verwijder er een, of schrijf twee"
                + " regels"))

    static func wordNeverReached(_ word: String) -> Message {
        Message(
            .neverDecides, en: "\(word) never decides: earlier rules take all such payments",
            nl: "\(word) beslist nooit iets: eerdere regels nemen al zulke betalingen",
            help: Phrase(
                en: "remove it, or move the rule up", nl: "verwijder het, of zet de regel hoger"))
    }

    static func wordAgain(_ word: String, _ other: String) -> Message {
        Message(
            .neverDecides, en: "\(word) never decides: what it fits, \(other) fits already",
            nl: "\(word) beslist nooit iets: waar het op past, past \(other) al op",
            help: .removeOneOfTheTwo)
    }

    static let notExhaustive = Message(
        .selectNotExhaustive,
        en: "the last rule of select has a condition; the last one must take every payment that is"
            + " left",
        nl: "de laatste regel van select heeft een voorwaarde; de laatste moet elke betaling nemen"
            + " die overblijft",
        help: Phrase(
            en: "end with  - { id: anything-else, outcome: error }",
            nl: "eindig met  - { id: anything-else, outcome: error }"))

    /// The file's last rule stands for the last one of a file that it includes.
    static func notExhaustive(replacedBy id: String) -> Message {
        Message(
            .selectNotExhaustive,
            en: "select does not catch every payment: \(id) replaces the last rule of the included"
                + " file and has a condition",
            nl: "select vangt niet elke betaling: \(id) vervangt de laatste regel van het"
                + " ingevoegde bestand en heeft een voorwaarde",
            help: Phrase(
                en: "give this rule an id of its own, or take  when  out of it",
                nl: "geef deze regel een eigen id, of haal  when  eruit"))
    }

    static func notExhaustive(in path: String) -> Message {
        Message(
            .selectNotExhaustive,
            en: "select does not catch every payment: its last rule, of the included file, has a"
                + " condition",
            nl: "select vangt niet elke betaling: de laatste regel, uit het ingevoegde bestand,"
                + " heeft een voorwaarde",
            help: Phrase(
                en: "end select of \(path) with  - { id: anything-else, outcome: error }",
                nl: "eindig select van \(path) met  - { id: anything-else, outcome: error }"))
    }

    static let takesAll = Message(
        .unreachable,
        en: "the rule has no condition and takes every payment, so the rules below it never apply",
        nl: "de regel heeft geen voorwaarde en neemt elke betaling, dus de regels eronder gelden"
            + " nooit",
        help: Phrase(
            en: "give it a condition with  when, or move it to the end",
            nl: "geef haar een voorwaarde met  when, of zet haar achteraan"))

    static let takesAllOfIncluded = Message(
        .unreachable,
        en: "the rule has no condition and takes every payment, so the rules of the included file,"
            + " which stand below it, never apply",
        nl: "de regel heeft geen voorwaarde en neemt elke betaling, dus de regels van het"
            + " ingevoegde bestand, die eronder staan, gelden nooit",
        help: Phrase(
            en: "give it a condition with  when, or give it the id of the included file's last rule"
                + " to replace that one",
            nl: "geef haar een voorwaarde met  when, of geef haar de id van de laatste regel van"
                + " het ingevoegde bestand om die te vervangen"))

    static let nothingIsBooked = Message(
        .neverDecides, en: "nothing is ever booked: no rule has find_sale_then",
        nl: "er wordt nooit iets geboekt: geen regel heeft find_sale_then",
        help: .add(
            "- { id: paid, when: { type: [sale, capture], status: success }, find_sale_then:"
                + " memo-payment }"))

    static func unknownTemplate(_ name: String, near: String?, known: [String]) -> Message {
        let names = known.joined(separator: ", ")
        let help =
            known.isEmpty
            ? Phrase(
                en: "write it as templates/\(name).yaml",
                nl: "schrijf het als templates/\(name).yaml")
            : Phrase(en: "the templates are: \(names)", nl: "de sjablonen zijn: \(names)")
        return Message(
            .unknownTemplate, en: "there is no template \(name)", nl: "er is geen sjabloon \(name)",
            help: near.map(Phrase.didYouMean) ?? help)
    }

    static let outcomeAndTemplate = Message(
        .keysConflict, en: "a rule has either outcome or find_sale_then, not both",
        nl: "een regel heeft outcome of find_sale_then, niet allebei", help: .removeOneOfTheTwo)

    static let noOutcome = Message(
        .missingKey, en: "a rule of `select` needs outcome or find_sale_then",
        nl: "een regel van `select` heeft outcome of find_sale_then nodig",
        help: Phrase(
            en: "add  outcome: skip  or  find_sale_then: memo-payment",
            nl: "voeg toe  outcome: skip  of  find_sale_then: memo-payment"))

    static func idleReason(_ key: String) -> Message {
        Message(
            .keysConflict,
            en: "\(key) says nothing beside find_sale_then: the match gives the reason",
            nl: "\(key) zegt niets naast find_sale_then: de match geeft de reden",
            help: Phrase(en: "remove \(key)", nl: "verwijder \(key)"))
    }

    static func unknownReason(_ word: String, near: String?) -> Message {
        Message(
            .unknownChoice, en: "there is no reason code \(word)",
            nl: "er is geen redencode \(word)",
            help: near.map(Phrase.didYouMean)
                ?? Phrase(
                    en: "write one of the codes, or leave reason out and use  because: \"…\"",
                    nl: "schrijf een van de codes, of laat reason weg en gebruik  because: \"…\""))
    }
}

/// What is to be seen at an earlier place.
extension Phrase {
    static let ruleComesFirst = Phrase(en: "this rule comes first", nl: "deze regel komt eerst")
    static let firstBelowStandsHere = Phrase(
        en: "the first rule below it stands here", nl: "de eerste regel eronder staat hier")
    static let rowComesFirst = Phrase(en: "this row comes first", nl: "deze rij komt eerst")
    static let otherStandsHere = Phrase(en: "the other one stands here", nl: "de andere staat hier")
}
