import Wording

extension ReasonWords {
    /// What became of the entry.
    static let ofEntries: [String: ReasonWords] = [
        "reference_too_long": ReasonWords(
            title: Phrase(
                en: "Transaction id is too long",
                nl: "Transactie-id is te lang"),
            meaning: Phrase(
                en: "The transaction id does not fit whole into its line.",
                nl: "De transactie-id past niet heel in zijn regel."),
            advice: Phrase(
                en: "Shorten the text of the template, then choose Process.",
                nl: "Maak de tekst in het sjabloon korter en kies dan Verwerk.")),
        "text_unusable": ReasonWords(
            title: Phrase(
                en: "Text cannot be used",
                nl: "Tekst is onbruikbaar"),
            meaning: Phrase(
                en: "A text does not fit, or the entry cannot be made.",
                nl: "Een tekst past niet, of de boeking kan niet worden gemaakt."),
            advice: Phrase(
                en: "Add keep to the template, then choose Process.",
                nl: "Zet keep in het sjabloon en kies dan Verwerk.")),
        "already_forwarded": ReasonWords(
            title: Phrase(
                en: "Forwarded before",
                nl: "Al eerder doorgezet"),
            meaning: Phrase(
                en: "The transaction id stands in an entry in the books.",
                nl: "De transactie-id staat al in een boeking."),
            advice: Phrase(
                en: "Nothing.",
                nl: "Niets.")),
        "booked_twice": ReasonWords(
            title: Phrase(
                en: "Booked twice",
                nl: "Dubbel geboekt"),
            meaning: Phrase(
                en: "The payment stands twice in the books.",
                nl: "De betaling staat twee keer in de boeken."),
            advice: Phrase(
                en: "Reverse one of them in Twinfield.",
                nl: "Draai er een terug in Twinfield.")),
        "refused": ReasonWords(
            title: Phrase(
                en: "Refused by Twinfield",
                nl: "Geweigerd door Twinfield"),
            meaning: Phrase(
                en: "Twinfield refused the entry; the message names the field.",
                nl: "Twinfield heeft de boeking geweigerd; de melding noemt het veld."),
            advice: Phrase(
                en: "Mend the cause, then choose Process.",
                nl: "Los de oorzaak op en kies dan Verwerk.")),
        "outcome_unknown": ReasonWords(
            title: Phrase(
                en: "Outcome is not known",
                nl: "Uitkomst onbekend"),
            meaning: Phrase(
                en: "The entry was sent and the answer was lost.",
                nl: "De boeking is verstuurd en het antwoord is verloren gegaan."),
            advice: Phrase(
                en: "Nothing: it is searched for. If the text says what was found, look there.",
                nl: "Niets: de boeking wordt gezocht. Zegt de tekst wat er is gevonden, kijk "
                    + "dan daar.")),
        "reconcile_impossible": ReasonWords(
            title: Phrase(
                en: "Cannot be reconciled",
                nl: "Kan niet worden afgeletterd"),
            meaning: Phrase(
                en: "People changed, deleted or matched the entry or the sale.",
                nl: "Iemand heeft de boeking of de verkoop gewijzigd, verwijderd of afgeletterd."),
            advice: Phrase(
                en: "Reconcile it in Twinfield.",
                nl: "Letter af in Twinfield.")),
        "not_reconciled": ReasonWords(
            title: Phrase(
                en: "Booked, not reconciled",
                nl: "Geboekt, niet afgeletterd"),
            meaning: Phrase(
                en: "It was booked more than an hour ago and is not reconciled yet.",
                nl: "Er is meer dan een uur geleden geboekt en nog niet afgeletterd."),
            advice: Phrase(
                en: "Nothing: every run tries again. If it stays, reconcile it in Twinfield.",
                nl:
                    "Niets: elke run probeert het opnieuw. Letter anders af in Twinfield."
            )),
        "reconcile_failed": ReasonWords(
            title: Phrase(
                en: "Not reconciled yet",
                nl: "Nog niet afgeletterd"),
            meaning: Phrase(
                en: "Reconciling failed; the entry is in the books.",
                nl: "Het afletteren is mislukt; de boeking staat in Twinfield."),
            advice: Phrase(
                en: "Nothing: the next run tries again.",
                nl: "Niets: de volgende run probeert het opnieuw.")),
        "changed_after_booking": ReasonWords(
            title: Phrase(
                en: "Changed at CCV after booking",
                nl: "Na het boeken gewijzigd bij CCV"),
            meaning: Phrase(
                en: "CCV changed a payment that is booked.",
                nl: "CCV heeft een betaling gewijzigd die al is geboekt."),
            advice: Phrase(
                en: "Compare them, book the difference by hand, and say that you saw it.",
                nl: "Vergelijk ze, boek het verschil met de hand, en meld dat u het zag.")),
        "drifted": ReasonWords(
            title: Phrase(
                en: "Changed in Twinfield",
                nl: "Gewijzigd in Twinfield"),
            meaning: Phrase(
                en: "Our entry was deleted, changed or unmatched.",
                nl: "Onze boeking is verwijderd, gewijzigd of losgemaakt."),
            advice: Phrase(
                en: "Restore it in Twinfield, or settle it here: by another entry, or ignore it.",
                nl: "Herstel het in Twinfield, of noem hier een andere boeking of negeer het.")),
    ]
}
