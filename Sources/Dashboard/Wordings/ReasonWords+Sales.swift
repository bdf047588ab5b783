import Wording

extension ReasonWords {
    /// What was found in the books.
    static let ofSales: [String: ReasonWords] = [
        "no_sale_yet": ReasonWords(
            title: Phrase(
                en: "Waiting for a sale",
                nl: "Wacht op een verkoop"),
            meaning: Phrase(
                en: "No sale fits yet, and the waiting period runs.",
                nl: "Er past nog geen verkoop en de wachttijd loopt."),
            advice: Phrase(
                en: "Enter the sale in Twinfield, as a draft or final.",
                nl: "Boek de verkoop in Twinfield, concept of definitief.")),
        "no_sale": ReasonWords(
            title: Phrase(
                en: "No open item",
                nl: "Geen openstaande post"),
            meaning: Phrase(
                en: "No sale fits, and the waiting period is over.",
                nl: "Er past geen verkoop en de wachttijd is voorbij."),
            advice: Phrase(
                en: "Look at More info for the nearest sale; enter or mend the sale, then "
                    + "choose Process.",
                nl: "Kijk bij Meer info naar de verkoop die er het dichtst bij komt; boek of "
                    + "verbeter hem en kies dan Verwerk.")),
        "sale_used": ReasonWords(
            title: Phrase(
                en: "Sale is taken by another payment",
                nl: "Verkoop al gebruikt door een andere betaling"),
            meaning: Phrase(
                en: "An earlier payment took the only sale that fits.",
                nl: "Een eerdere betaling hoort al bij de enige verkoop die past."),
            advice: Phrase(
                en: "Paid twice? Refund one of them.",
                nl: "Dubbel betaald? Betaal er een terug.")),
        "sale_not_eligible": ReasonWords(
            title: Phrase(
                en: "Sale cannot be paid",
                nl: "Verkoop kan niet worden betaald"),
            meaning: Phrase(
                en: "A sale with this number was found; the text says why it cannot be paid.",
                nl: "Er is een verkoop met dit nummer; de tekst zegt waarom die niet kan."),
            advice: Phrase(
                en: "Mend the sale in Twinfield, or the rules.",
                nl: "Verbeter de verkoop in Twinfield, of de regels.")),
        "already_paid": ReasonWords(
            title: Phrase(
                en: "Sale is paid already",
                nl: "Verkoop is al betaald"),
            meaning: Phrase(
                en: "The sale with this order number is closed.",
                nl: "De verkoop met dit bestelnummer is al afgeletterd."),
            advice: Phrase(
                en: "Paid twice, or credited? Refund it or book it by hand.",
                nl: "Dubbel betaald of gecrediteerd? Betaal terug of boek met de hand.")),
        "several_fit": ReasonWords(
            title: Phrase(
                en: "Several sales fit",
                nl: "Meer verkopen passen"),
            meaning: Phrase(
                en: "More than one sale fits, so none is chosen by a machine.",
                nl: "Er past meer dan één verkoop; een machine kiest dan niet."),
            advice: Phrase(
                en: "Choose one; is a sale entered twice?",
                nl: "Kies er een; is een verkoop dubbel ingevoerd?")),
        "two_sales": ReasonWords(
            title: Phrase(
                en: "Two sales together",
                nl: "Twee verkopen samen"),
            meaning: Phrase(
                en: "The payment is the sum of two sales of one customer.",
                nl: "De betaling is de som van twee verkopen van één klant."),
            advice: Phrase(
                en: "Divide it by hand.",
                nl: "Verdeel de betaling met de hand.")),
        "weak_evidence": ReasonWords(
            title: Phrase(
                en: "Order number is not certain",
                nl: "Bestelnummer is niet zeker"),
            meaning: Phrase(
                en: "A sale fits by amount, but the order number is not certain.",
                nl: "Een verkoop past op bedrag, maar het bestelnummer is niet zeker."),
            advice: Phrase(
                en: "Compare them, and choose.",
                nl: "Vergelijk ze en kies.")),
        "email_differs": ReasonWords(
            title: Phrase(
                en: "Other e-mail address",
                nl: "Ander e-mailadres"),
            meaning: Phrase(
                en: "Amount and order number fit, the address does not.",
                nl: "Bedrag en bestelnummer kloppen, het adres niet."),
            advice: Phrase(
                en: "Is it the same customer? Then choose the sale.",
                nl: "Is het dezelfde klant? Kies dan de verkoop.")),
        "numbers_disagree": ReasonWords(
            title: Phrase(
                en: "Two order numbers",
                nl: "Twee bestelnummers"),
            meaning: Phrase(
                en: "Order number and description of the payment name two different numbers.",
                nl: "Bestelnummer en omschrijving van de betaling noemen verschillende nummers."),
            advice: Phrase(
                en: "Which of them was paid? Choose that sale.",
                nl: "Welke is betaald? Kies die verkoop.")),
        "amount_differs": ReasonWords(
            title: Phrase(
                en: "Other amount",
                nl: "Ander bedrag"),
            meaning: Phrase(
                en: "The order number fits, the amount does not.",
                nl: "Het bestelnummer klopt, het bedrag niet."),
            advice: Phrase(
                en: "Part of it, costs or a mistake? Book it by hand, or mend the sale.",
                nl: "Een deel, kosten of een vergissing? Boek met de hand of verbeter de "
                    + "verkoop.")),
    ]
}
