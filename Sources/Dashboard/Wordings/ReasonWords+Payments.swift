import Wording

extension ReasonWords {
    /// What CCV says about the payment itself.
    static let ofPayments: [String: ReasonWords] = [
        "not_final": ReasonWords(
            title: Phrase(
                en: "Not paid yet",
                nl: "Nog niet betaald"),
            meaning: Phrase(
                en: "CCV has not finished the payment; a direct debit can take weeks.",
                nl: "CCV heeft de betaling nog niet afgerond; bij een incasso kan dat weken "
                    + "duren."),
            advice: Phrase(
                en: "Nothing; it is looked at again on every run.",
                nl: "Niets; elke run wordt er opnieuw gekeken.")),
        "failed_at_ccv": ReasonWords(
            title: Phrase(
                en: "Failed at CCV",
                nl: "Mislukt bij CCV"),
            meaning: Phrase(
                en: "The payment failed, expired or was cancelled.",
                nl: "De betaling is mislukt, verlopen of geannuleerd."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "ccv_must_act": ReasonWords(
            title: Phrase(
                en: "CCV asks for intervention",
                nl: "CCV vraagt om ingrijpen"),
            meaning: Phrase(
                en: "CCV reports that somebody must act by hand.",
                nl: "CCV meldt dat iemand met de hand moet ingrijpen."),
            advice: Phrase(
                en: "Ask the helpdesk of CCV and name the transaction id.",
                nl: "Bel de helpdesk van CCV en noem de transactie-id.")),
        "no_money": ReasonWords(
            title: Phrase(
                en: "No money moves",
                nl: "Er gaat geen geld om"),
            meaning: Phrase(
                en: "An authorisation, a token or the like.",
                nl: "Een autorisatie, een token of iets dergelijks."),
            advice: Phrase(
                en: "Nothing; the capture is booked.",
                nl: "Niets; de afboeking (capture) wordt geboekt.")),
        "landing_page_parent": ReasonWords(
            title: Phrase(
                en: "Landing page",
                nl: "Betaalpagina"),
            meaning: Phrase(
                en: "The landing page itself; the money is on the transaction below it.",
                nl: "De betaalpagina zelf; het geld staat op de transactie daaronder."),
            advice: Phrase(
                en: "Nothing; that transaction is booked.",
                nl: "Niets; die transactie wordt geboekt.")),
        "landing_page_child_missing": ReasonWords(
            title: Phrase(
                en: "Transaction of the landing page is missing",
                nl: "Transactie van de betaalpagina ontbreekt"),
            meaning: Phrase(
                en: "The landing page was paid, and the transaction below it was not found.",
                nl: "De betaalpagina is betaald, maar de transactie daaronder is niet gevonden."),
            advice: Phrase(
                en: "Wait for the next run; if it stays, look it up at CCV.",
                nl: "Wacht op de volgende run; blijft het zo, zoek het dan op bij CCV.")),
        "landing_page_amounts_differ": ReasonWords(
            title: Phrase(
                en: "Amounts of the landing page differ",
                nl: "Bedragen van de betaalpagina verschillen"),
            meaning: Phrase(
                en: "The landing page and its transaction have different amounts; a gift card?",
                nl: "De betaalpagina en haar transactie hebben verschillende bedragen; een "
                    + "cadeaukaart?"),
            advice: Phrase(
                en: "Book it by hand.",
                nl: "Boek de betaling met de hand.")),
        "landing_page_unclear": ReasonWords(
            title: Phrase(
                en: "Landing page is not clear",
                nl: "Betaalpagina is onduidelijk"),
            meaning: Phrase(
                en: "Several landing pages name one transaction, or they name each other.",
                nl: "Meer betaalpagina's noemen één transactie, of ze noemen elkaar."),
            advice: Phrase(
                en: "Look it up at CCV.",
                nl: "Zoek het op bij CCV.")),
        "before_start": ReasonWords(
            title: Phrase(
                en: "Before the start date",
                nl: "Voor de begindatum"),
            meaning: Phrase(
                en: "It was paid before the day from which this program books.",
                nl: "Er is betaald voor de dag vanaf wanneer dit programma boekt."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "duplicate": ReasonWords(
            title: Phrase(
                en: "Same record twice",
                nl: "Zelfde gegevens dubbel"),
            meaning: Phrase(
                en: "The same record stands before it.",
                nl: "Dezelfde gegevens staan er al."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "superseded": ReasonWords(
            title: Phrase(
                en: "Replaced by a newer record",
                nl: "Vervangen door nieuwere gegevens"),
            meaning: Phrase(
                en: "There is a newer record of the same payment.",
                nl: "Er zijn nieuwere gegevens van dezelfde betaling."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "reference_conflict": ReasonWords(
            title: Phrase(
                en: "Two records contradict each other",
                nl: "Twee gegevens spreken elkaar tegen"),
            meaning: Phrase(
                en: "CCV gave two records with one transaction id that differ in amount or type.",
                nl: "CCV gaf twee keer gegevens met één transactie-id, met een ander bedrag of "
                    + "type."),
            advice: Phrase(
                en: "Wait for the next run; ask CCV if it stays.",
                nl: "Wacht op de volgende run; vraag het CCV als het zo blijft.")),
        "reference_missing": ReasonWords(
            title: Phrase(
                en: "No transaction id",
                nl: "Geen transactie-id"),
            meaning: Phrase(
                en: "The record has no transaction id.",
                nl: "De gegevens hebben geen transactie-id."),
            advice: Phrase(
                en: "Ask CCV if it stays.",
                nl: "Vraag het CCV als het zo blijft.")),
        "record_invalid": ReasonWords(
            title: Phrase(
                en: "Record cannot be read",
                nl: "Gegevens zijn niet leesbaar"),
            meaning: Phrase(
                en: "A time, the currency or another field is not as CCV writes it.",
                nl: "Een tijd, de valuta of een ander veld is niet zoals CCV het schrijft."),
            advice: Phrase(
                en: "Wait for the next run; ask CCV if it stays.",
                nl: "Wacht op de volgende run; vraag het CCV als het zo blijft.")),
    ]
}
