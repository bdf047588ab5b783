import Wording

extension ReasonWords {
    /// What the rules say about the money.
    static let ofMoney: [String: ReasonWords] = [
        "money_back": ReasonWords(
            title: Phrase(
                en: "Money goes back",
                nl: "Geld gaat terug"),
            meaning: Phrase(
                en: "A refund, a chargeback or the like.",
                nl: "Een terugbetaling, een chargeback of iets dergelijks."),
            advice: Phrase(
                en: "Book it by hand and note the entry here.",
                nl: "Boek het met de hand en noteer hier de boeking.")),
        "direction_unknown": ReasonWords(
            title: Phrase(
                en: "Direction of the money is not known",
                nl: "Richting van het geld onbekend"),
            meaning: Phrase(
                en: "A cost or payout of the acquirer; CCV does not say which way the money goes.",
                nl: "Kosten of een uitbetaling van de acquirer; CCV zegt niet welke kant het "
                    + "geld op gaat."),
            advice: Phrase(
                en: "Look it up at CCV and book it by hand.",
                nl: "Zoek het op bij CCV en boek het met de hand.")),
        "amount_invalid": ReasonWords(
            title: Phrase(
                en: "Amount cannot be used",
                nl: "Bedrag is onbruikbaar"),
            meaning: Phrase(
                en: "The amount is missing, not positive, too large or has too many decimals.",
                nl: "Het bedrag ontbreekt, is niet positief, te groot of heeft te veel decimalen."),
            advice: Phrase(
                en: "Look it up at CCV and book it by hand.",
                nl: "Zoek het op bij CCV en boek het met de hand.")),
        "date_uncertain": ReasonWords(
            title: Phrase(
                en: "Day is not certain",
                nl: "Dag is niet zeker"),
            meaning: Phrase(
                en: "Only the day of the last change is known, and it lies in another month.",
                nl: "Alleen de dag van de laatste wijziging is bekend, en die ligt in een "
                    + "andere maand."),
            advice: Phrase(
                en: "Choose the day and book it by hand.",
                nl: "Kies de dag en boek het met de hand.")),
        "method_without_account": ReasonWords(
            title: Phrase(
                en: "No suspense account for the method",
                nl: "Geen kruispost voor de betaalmethode"),
            meaning: Phrase(
                en: "The rules name no account for this method.",
                nl: "De regels noemen geen kruispost voor deze betaalmethode."),
            advice: Phrase(
                en: "Add it under accounts.suspense in the rules, then choose Process.",
                nl: "Zet hem in de regels onder accounts.suspense en kies dan Verwerk.")),
        "no_rule": ReasonWords(
            title: Phrase(
                en: "No rule foresees it",
                nl: "Geen regel voor deze betaling"),
            meaning: Phrase(
                en: "Only the rule that catches the rest applies.",
                nl: "Alleen de regel die de rest opvangt past."),
            advice: Phrase(
                en: "Add a rule for such payments, then choose Process.",
                nl: "Voeg een regel toe voor zulke betalingen en kies dan Verwerk.")),
        "selected_by_rule": ReasonWords(
            title: Phrase(
                en: "Decided by a rule",
                nl: "Door een regel bepaald"),
            meaning: Phrase(
                en: "A rule of the office says so.",
                nl: "Een regel van het kantoor zegt dit."),
            advice: Phrase(
                en: "Look at the rule that is named.",
                nl: "Kijk naar de regel die erbij staat.")),
        "currency_differs": ReasonWords(
            title: Phrase(
                en: "Other currency",
                nl: "Andere valuta"),
            meaning: Phrase(
                en: "A sale fits but for its currency.",
                nl: "Er past een verkoop, maar in een andere valuta."),
            advice: Phrase(
                en: "Book it by hand.",
                nl: "Boek de betaling met de hand.")),
    ]
}
