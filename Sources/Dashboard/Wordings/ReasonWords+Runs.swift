import Wording

extension ReasonWords {
    /// What a run came across.
    static let ofRuns: [String: ReasonWords] = [
        "match_share_fell": ReasonWords(
            title: Phrase(
                en: "Far fewer payments find a sale",
                nl: "Veel minder betalingen vinden een verkoop"),
            meaning: Phrase(
                en: "Today less than half as many as in the 30 days before.",
                nl: "Vandaag minder dan de helft van de 30 dagen ervoor."),
            advice: Phrase(
                en: "See whether the shop changed its order numbers, then the rules.",
                nl: "Kijk of de winkel andere bestelnummers gebruikt, en dan naar de regels.")),
        "no_complete_fetch": ReasonWords(
            title: Phrase(
                en: "Not fetched completely for two hours",
                nl: "Twee uur niet compleet opgehaald"),
            meaning: Phrase(
                en: "No fetch of CCV was complete for two hours.",
                nl: "Geen enkele keer lukte het alles bij CCV op te halen."),
            advice: Phrase(
                en: "Look at the tab Configuratie: is CCV connected?",
                nl: "Kijk op het tabblad Configuratie: is CCV verbonden?")),
        "read_back_unfinished": ReasonWords(
            title: Phrase(
                en: "Not every entry was read back",
                nl: "Niet elke boeking is nagelezen"),
            meaning: Phrase(
                en: "Too many entries are not as they were to read them all in one night.",
                nl: "Er zijn te veel boekingen gewijzigd om ze in een nacht na te lezen."),
            advice: Phrase(
                en: "Nothing: the next night goes on. When it stays, look at what changes them.",
                nl: "Niets: de volgende nacht gaat verder. Blijft het, zoek wat ze wijzigt.")),
        "sale_changed": ReasonWords(
            title: Phrase(
                en: "Sale changed meanwhile",
                nl: "Verkoop intussen gewijzigd"),
            meaning: Phrase(
                en: "The sale changed between deciding and sending.",
                nl: "De verkoop is gewijzigd tussen besluit en versturen."),
            advice: Phrase(
                en: "Nothing: the next run decides again.",
                nl: "Niets: de volgende run beslist opnieuw.")),
        "intent_refused": ReasonWords(
            title: Phrase(
                en: "Another entry is under way",
                nl: "Er loopt al een andere boeking"),
            meaning: Phrase(
                en: "The ledger holds another entry for this payment or this sale.",
                nl: "Voor deze betaling of deze verkoop is al een boeking bekend."),
            advice: Phrase(
                en: "Look at the timeline.",
                nl: "Kijk in de tijdlijn.")),
        "choice_impossible": ReasonWords(
            title: Phrase(
                en: "Chosen sale cannot be paid any more",
                nl: "Gekozen verkoop kan niet meer"),
            meaning: Phrase(
                en: "The sale that a person chose cannot be paid any more.",
                nl: "De verkoop die iemand koos kan niet meer worden betaald."),
            advice: Phrase(
                en: "Choose another one.",
                nl: "Kies een andere verkoop.")),
        "rules_unavailable": ReasonWords(
            title: Phrase(
                en: "Rules of then cannot be used",
                nl: "Regels van toen niet bruikbaar"),
            meaning: Phrase(
                en: "A person wanted the rules of then, and these do not compile any more or are "
                    + "of another administration.",
                nl: "Iemand wilde de regels van toen, en die werken niet meer of zijn van een "
                    + "andere administratie."),
            advice: Phrase(
                en: "Process it by the rules of now, or book it by hand.",
                nl: "Verwerk met de regels van nu, of boek met de hand.")),
        "known_elsewhere": ReasonWords(
            title: Phrase(
                en: "Known at another connection",
                nl: "Bekend bij een andere verbinding"),
            meaning: Phrase(
                en: "Another connection knows this payment too.",
                nl: "Een andere verbinding kent deze betaling ook."),
            advice: Phrase(
                en: "Find out which shop it belongs to.",
                nl: "Zoek uit bij welke winkel hij hoort.")),
        "reconcile_refused": ReasonWords(
            title: Phrase(
                en: "Reconciling refused",
                nl: "Afletteren geweigerd"),
            meaning: Phrase(
                en: "Twinfield refused to reconcile.",
                nl: "Twinfield weigerde het afletteren."),
            advice: Phrase(
                en: "Nothing: the next run reads both entries again.",
                nl: "Niets: de volgende run leest beide boekingen opnieuw.")),
        "reconcile_unknown": ReasonWords(
            title: Phrase(
                en: "Outcome of reconciling is not known",
                nl: "Uitkomst van het afletteren onbekend"),
            meaning: Phrase(
                en: "The answer to the reconciliation was lost.",
                nl: "Het antwoord op het afletteren is verloren gegaan."),
            advice: Phrase(
                en: "Nothing: the next run reads both entries again.",
                nl: "Niets: de volgende run leest beide boekingen opnieuw.")),
        "test_key": ReasonWords(
            title: Phrase(
                en: "Test key",
                nl: "Testsleutel"),
            meaning: Phrase(
                en: "The API key is a test key; its money is not real.",
                nl: "De API-sleutel is een testsleutel; dat geld is niet echt."),
            advice: Phrase(
                en: "Connect CCV with a live key.",
                nl: "Verbind CCV met een echte sleutel.")),
        "other_office": ReasonWords(
            title: Phrase(
                en: "Other office",
                nl: "Andere administratie"),
            meaning: Phrase(
                en: "It was booked in another office than that of the rules.",
                nl: "Er is in een andere administratie geboekt dan die van de regels."),
            advice: Phrase(
                en: "Put the office back in the rules, or settle it by hand.",
                nl: "Zet de administratie terug in de regels, of los het met de hand op.")),
        "ledger_fault": ReasonWords(
            title: Phrase(
                en: "Disk or ledger",
                nl: "Schijf of grootboek"),
            meaning: Phrase(
                en: "The ledger could not be written.",
                nl: "Het grootboekbestand kon niet worden geschreven."),
            advice: Phrase(
                en: "Look whether the disk is full.",
                nl: "Kijk of de schijf vol is.")),
    ]
}
