import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about `match` and `email`.
extension Message {
    static let windowSwapped = Message(
        .keysConflict, en: "sale_dated ends before it begins",
        nl: "sale_dated eindigt voor het begint",
        help: .write("{ from: 30 days before payment, to: 30 days after payment }"))

    static func rowShadowed(_ outcome: Phrase, other: Phrase?) -> Message {
        let difference = Self.difference(outcome, other)
        return Message(
            .unreachable,
            en: "the row can never apply: earlier rows take all it fits" + difference.en,
            nl: "de rij geldt nooit: eerdere rijen nemen alles waar ze op past" + difference.nl,
            help: Phrase(en: "move it up, or remove it", nl: "zet haar hoger, of verwijder haar"))
    }

    static let rowFitsNoSale = Message(
        .unreachable, en: "the row can never apply: match lets no sale in that it fits",
        nl: "de rij geldt nooit: match laat geen verkoop toe waar ze op past",
        help: Phrase(
            en: "compare it with match.sale_is, match.sale_dated and email.collective_customers, or"
                + " remove it",
            nl: "vergelijk haar met match.sale_is, match.sale_dated en email.collective_customers,"
                + " of verwijder haar"))

    static func wordTakenByRows(_ word: String) -> Message {
        Message(
            .neverDecides,
            en: "\(word) never decides in this row: earlier rows take all such sales",
            nl: "\(word) beslist in deze rij nooit iets: eerdere rijen nemen al zulke verkopen",
            help: Phrase(
                en: "remove the word, or move the row up",
                nl: "verwijder het woord, of zet de rij hoger"))
    }

    static func columnNeverDecides(_ key: String) -> Message {
        Message(
            .neverDecides,
            en: "\(key) never decides: whatever it is, the table gives the same",
            nl: "\(key) beslist nooit iets: wat het ook is, de tabel geeft hetzelfde",
            help: Phrase(
                en: "leave \(key) out of the rows, or let one of its values lead elsewhere",
                nl: "laat \(key) weg uit de rijen, of laat een van zijn waarden ergens anders heen"
                    + " leiden"))
    }

    static func criterionHoldsAlways(_ key: String, because other: String) -> Message {
        Message(
            .neverDecides, en: "\(key) never decides in this row: \(other) is no wider",
            nl: "\(key) beslist in deze rij nooit iets: \(other) is niet ruimer",
            help: Phrase(
                en: "remove \(key), or narrow it", nl: "verwijder \(key), of maak het nauwer"))
    }

    static func narrowerTolerance(_ text: String, _ wider: String) -> Message {
        Message(
            .neverDecides, en: "\(text) never decides beside \(wider): the wider one counts",
            nl: "\(text) beslist nooit iets naast \(wider): de ruimste telt",
            help: .removeOneOfTheTwo)
    }

    /// `keys` are those that only the lower row has.
    static func orderDecides(_ keys: [String]) -> Message {
        let names = keys.joined(separator: ", ")
        return Message(
            .orderDecides,
            en: "the row has a person look at sales that an earlier row books already; only the"
                + " order of the two decides",
            nl: "de rij laat een mens kijken naar verkopen die een eerdere rij al boekt; alleen de"
                + " volgorde van de twee beslist",
            help: Phrase(
                en: "move this row up, or say with  \(names)  in the earlier row what that one"
                    + " books",
                nl: "zet deze rij hoger, of zeg met  \(names)  in de eerdere rij wat die boekt"))
    }

    static let noRowBooks = Message(
        .neverDecides, en: "nothing is ever booked: no row has  then: book",
        nl: "er wordt nooit iets geboekt: geen rij heeft  then: book",
        help: .write("then: book"))

    static let everySale = Message(
        .rowWithoutIndex, en: "the row would hold each payment against every sale",
        nl: "de rij zou elke betaling naast elke verkoop leggen",
        help: Phrase(
            en: "add  order_number: same  or  amount: equals_open",
            nl: "voeg toe  order_number: same  of  amount: equals_open"))

    static let emailNeverAsked = Message(
        .neverDecides, en: "email never decides: no row asks for it, and no template prints it",
        nl: "email beslist nooit iets: geen rij vraagt ernaar en geen sjabloon drukt het af",
        help: Phrase(
            en: "add  email: [same, not_given]  to a row, or remove the section email",
            nl: "zet  email: [same, not_given]  in een rij, of verwijder de groep email"))
}
