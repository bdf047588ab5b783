import Wording

extension ReasonWords {
    /// What people did.
    static let ofPeople: [String: ReasonWords] = [
        "chosen": ReasonWords(
            title: Phrase(
                en: "Sale chosen",
                nl: "Verkoop gekozen"),
            meaning: Phrase(
                en: "A person chose the sale; the next run books it.",
                nl: "Iemand heeft de verkoop gekozen; de volgende run boekt."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "retry": ReasonWords(
            title: Phrase(
                en: "To be processed again",
                nl: "Wordt opnieuw verwerkt"),
            meaning: Phrase(
                en: "A person wants it to be decided and sent again.",
                nl: "Iemand wil dat er opnieuw wordt beslist en geboekt."),
            advice: Phrase(
                en: "Nothing: the next run does it.",
                nl: "Niets: de volgende run doet het.")),
        "ignored": ReasonWords(
            title: Phrase(
                en: "Ignored",
                nl: "Genegeerd"),
            meaning: Phrase(
                en: "A person said that it is not to be booked.",
                nl: "Iemand heeft gezegd dat dit niet wordt geboekt."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "resolved": ReasonWords(
            title: Phrase(
                en: "Settled by hand",
                nl: "Opgelost met de hand"),
            meaning: Phrase(
                en: "A person named the entry that settles it.",
                nl: "Iemand heeft de boeking genoemd die dit oplost."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "": ReasonWords(
            title: Phrase(
                en: "Without a reason",
                nl: "Zonder reden"),
            meaning: Phrase(
                en: "No reason was recorded.",
                nl: "Er is geen reden vastgelegd."),
            advice: Phrase(
                en: "Look at More info.",
                nl: "Kijk bij Meer info.")),
    ]
}
