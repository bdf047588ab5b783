import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about `order_number`.
extension Message {
    static let aliasWithoutPlaceholder = Message(
        .malformedValue, en: "the alias has no placeholder, so it fits one single number",
        nl: "de alias heeft geen invulveld, dus ze past op één enkel nummer",
        help: Phrase(
            en: "write the digits as a placeholder, such as  ORD-{n}",
            nl: "schrijf de cijfers als invulveld, zoals  ORD-{n}"))

    static let shapeWithoutPlaceholder = Message(
        .malformedValue, en: "the shape has no placeholder, so it fits one single number",
        nl: "de vorm heeft geen invulveld, dus ze past op één enkel nummer",
        help: Phrase(
            en: "write the digits as a placeholder, such as  WEB-{digits}",
            nl: "schrijf de cijfers als invulveld, zoals  WEB-{digits}"))

    static let aliasTwice = Message(
        .duplicateName, en: "the alias stands twice", nl: "de alias staat er twee keer",
        help: .removeOneOfTheTwo)

    static func placeholderNotInPayment(_ name: String, known: [String]) -> Message {
        let names = known.joined(separator: ", ")
        return Message(
            .unknownField, en: "the payment's side of the alias has no placeholder \(name)",
            nl: "de betaling van de alias heeft geen invulveld \(name)",
            help: known.isEmpty
                ? Phrase(
                    en: "write {\(name)} on both sides", nl: "schrijf {\(name)} aan beide kanten")
                : Phrase(
                    en: "its placeholders are: \(names)", nl: "haar invulvelden zijn: \(names)"))
    }

    static let aliasOfItself = Message(
        .unreachable, en: "the alias can never apply: both sides are the same number",
        nl: "de alias geldt nooit: beide kanten zijn hetzelfde nummer",
        help: Phrase(
            en: "write how the sale writes it, or remove the alias",
            nl: "schrijf hoe de verkoop het schrijft, of verwijder de alias"))

    static func oneNumberBecomesTwo(_ payment: String, _ sale: String, _ other: String) -> Message {
        Message(
            .aliasesCollide, en: "\(payment) becomes \(sale) here, and \(other) by another alias",
            nl: "\(payment) wordt hier \(sale), en door een andere alias \(other)",
            help: .removeOneOfTheTwo)
    }

    static func someNumbersBecomeTwo(
        _ payment: String, _ sale: String, _ other: String, _ otherSale: String
    ) -> Message {
        Message(
            .aliasesCollide,
            en: "some numbers fit both \(payment) and \(other), and become \(sale) here and"
                + " \(otherSale) there",
            nl: "sommige nummers passen op \(payment) en op \(other), en worden hier \(sale) en"
                + " daar \(otherSale)",
            help: Phrase(
                en: "remove one of the two, or write more of the number in them, so that none fits"
                    + " both",
                nl: "verwijder een van de twee, of schrijf er meer van het nummer in, zodat geen"
                    + " op beide past"))
    }

    /// Two placeholders with nothing between them: `{a}{b}`.
    static func placeholdersTouch(_ first: String, _ second: String) -> Message {
        Message(
            .malformedValue,
            en: "nothing stands between {\(first)} and {\(second)}, so nobody can tell where the"
                + " one ends",
            nl: "tussen {\(first)} en {\(second)} staat niets, dus niemand weet waar de een"
                + " ophoudt",
            help: Phrase(
                en: "write what stands between them, such as  {\(first)}-{\(second)}, or one"
                    + " placeholder",
                nl: "schrijf wat ertussen staat, zoals  {\(first)}-{\(second)}, of één"
                    + " invulveld"))
    }

    static func twoNumbersBecomeOne(_ payment: String, _ other: String, _ sale: String) -> Message {
        Message(
            .aliasesCollide,
            en: "two numbers become one: \(payment) and \(other) with the same digits are both"
                + " \(sale)",
            nl: "twee nummers worden één: \(payment) en \(other) met dezelfde cijfers zijn beide"
                + " \(sale)",
            help: Phrase(
                en: "keep the alias of the series that the sales are of",
                nl: "houd de alias van de reeks waar de verkopen van zijn"))
    }

    static func aliasesChain(_ sale: String, becomes other: String) -> Message {
        Message(
            .aliasesCollide,
            en: "\(sale), to which this alias leads, becomes \(other) by another alias; aliases are"
                + " applied once",
            nl: "\(sale), waar deze alias heen leidt, wordt door een andere alias \(other); een"
                + " alias geldt maar één keer",
            help: Phrase(
                en: "let each alias lead straight to what the sale writes",
                nl: "laat elke alias meteen leiden naar wat de verkoop schrijft"))
    }

    static func aliasLosesDigits(_ names: [String], sale: String) -> Message {
        let text = names.map { "{\($0)}" }.joined(separator: ", ")
        return Message(
            .aliasesCollide,
            en: "numbers that differ in \(text) become the same \(sale)",
            nl: "nummers die in \(text) verschillen, worden dezelfde \(sale)",
            help: Phrase(
                en: "write \(text) on the side of the sale too",
                nl: "schrijf \(text) ook aan de kant van de verkoop"))
    }

    static let aliasWithoutRow = Message(
        .unreachable,
        en: "the alias can never apply: no row of match.decide takes order_number: alias",
        nl: "de alias geldt nooit: geen rij van match.decide neemt order_number: alias",
        help: Phrase(
            en: "write  order_number: [same, alias]  in a row",
            nl: "schrijf  order_number: [same, alias]  in een rij"))

    static let rowWithoutAliases = Message(
        .unreachable, en: "the row can never apply: there are no aliases",
        nl: "de rij geldt nooit: er zijn geen aliassen",
        help: Phrase(
            en: "name them in order_number.aliases, or remove the row",
            nl: "noem ze in order_number.aliases, of verwijder de rij"))

    static let wordWithoutAliases = Message(
        .neverDecides, en: "alias never decides in this row: there are no aliases",
        nl: "alias beslist in deze rij nooit iets: er zijn geen aliassen",
        help: Phrase(
            en: "name them in order_number.aliases, or remove the word",
            nl: "noem ze in order_number.aliases, of verwijder het woord"))

    static func sameInFront(_ text: String, _ other: String) -> Message {
        Message(
            .neverDecides,
            en: "\"\(text)\" never decides: \"\(other)\" is the same, for case does not count",
            nl:
                "\"\(text)\" beslist nooit iets: \"\(other)\" is hetzelfde, want"
                + " hoofdletters tellen"
                + " niet",
            help: .removeOneOfTheTwo)
    }

    static let onlySpaces = Message(
        .neverDecides, en: "spaces alone never decide: they do not count anyway",
        nl: "alleen spaties beslissen nooit iets: die tellen toch niet",
        help: Phrase(en: "write a word, or remove it", nl: "schrijf een woord, of verwijder dit"))

    static func introducesNothing(_ word: String) -> Message {
        Message(
            .neverDecides, en: "\(word) never decides: it does not stand in ignore_in_front",
            nl: "\(word) beslist nooit iets: het staat niet in ignore_in_front",
            help: Phrase(
                en: "add \"\(word) \" to ignore_in_front, or remove it here",
                nl: "zet \"\(word) \" in ignore_in_front, of verwijder het hier"))
    }

    static let shapeTwice = Message(
        .neverDecides, en: "the shape never decides: another one fits the same numbers",
        nl: "de vorm beslist nooit iets: een andere past op dezelfde nummers",
        help: .removeOneOfTheTwo)

    static let shapeWithoutText = Message(
        .neverDecides,
        en: "the shape never decides: neither in_payment nor in_sale reads a description",
        nl: "de vorm beslist nooit iets: in_payment en in_sale lezen geen description",
        help: Phrase(
            en: "add description to in_payment or in_sale, or remove shapes",
            nl: "zet description in in_payment of in_sale, of verwijder shapes"))
}
