import Wording

extension PageText {
    /// The texts of the frame and of lists.
    static let ofFrame: [String: Phrase] = [
        "skip": Phrase(en: "Skip to the content", nl: "Naar de inhoud"),
        "connection": Phrase(en: "Connection", nl: "Verbinding"),
        "all_connections": Phrase(en: "All connections", nl: "Alle verbindingen"),
        "show": Phrase(en: "Show", nl: "Toon"),
        "search": Phrase(en: "Search in all payments", nl: "Zoek in alle betalingen"),
        "search_hint": Phrase(
            en: "id, order number, customer, amount",
            nl: "id, bestelnummer, klant, bedrag"),
        "find": Phrase(en: "Search", nl: "Zoek"),
        "tabs": Phrase(en: "Tabs", nl: "Tabbladen"),
        "fetch_stale": Phrase(
            en: "not fetched completely for over two hours; complete up to",
            nl: "al meer dan twee uur niet compleet opgehaald; compleet tot"),
        "fetch_never": Phrase(
            en: "nothing was fetched completely yet.",
            nl: "er is nog niet eerder compleet opgehaald."),
        "footer": Phrase(
            en: "Amounts as CCV and Twinfield give them; times of this administration.",
            nl: "Bedragen zoals CCV en Twinfield ze geven; tijden van deze administratie."),
        "back_home": Phrase(en: "To the overview", nl: "Naar het overzicht"),
        "filter": Phrase(en: "Choose payments", nl: "Kies betalingen"),
        "search_here": Phrase(en: "Search", nl: "Zoek"),
        "from_day": Phrase(en: "From", nl: "Van"),
        "to_day": Phrase(en: "To", nl: "Tot en met"),
        "method": Phrase(en: "Method", nl: "Methode"),
        "every": Phrase(en: "all", nl: "alle"),
        "state": Phrase(en: "State", nl: "Staat"),
        "reason": Phrase(en: "Cause", nl: "Oorzaak"),
        "clear": Phrase(en: "clear", nl: "wis"),
        "by_cause": Phrase(en: "By cause", nl: "Per oorzaak"),
        "payments": Phrase(en: "Payments", nl: "Betalingen"),
        "export": Phrase(en: "Export as CSV (Excel)", nl: "Exporteer als CSV (Excel)"),
        "cut": Phrase(
            en: "The search found more than is shown. Write more of the text.",
            nl: "De zoekactie vond meer dan hier staat. Schrijf meer van de tekst."),
        "empty": Phrase(en: "No payments here.", nl: "Hier staan geen betalingen."),
        "day": Phrase(en: "Day", nl: "Datum"),
        "transaction": Phrase(en: "Transaction", nl: "Transactie"),
        "order": Phrase(en: "Order number", nl: "Bestelnummer"),
        "customer": Phrase(en: "Customer", nl: "Klant"),
        "amount": Phrase(en: "Amount", nl: "Bedrag"),
        "entry": Phrase(en: "Entry", nl: "Boeking"),
        "reconciled": Phrase(en: "Reconciled", nl: "Afgeletterd"),
        "final": Phrase(en: "Status", nl: "Status"),
        "rule": Phrase(en: "Rule", nl: "Regel"),
        "since": Phrase(en: "Since", nl: "Sinds"),
        "waits_until": Phrase(en: "Waits until", nl: "Wacht tot en met"),
        "acts": Phrase(en: "Actions", nl: "Acties"),
        "judge": Phrase(en: "Review", nl: "Beoordeel"),
        "changed_at_ccv": Phrase(
            en: "Changed at CCV after booking",
            nl: "Na het boeken gewijzigd bij CCV"),
        "pages": Phrase(en: "Pages", nl: "Bladzijden"),
        "previous": Phrase(en: "Previous", nl: "Vorige"),
        "next": Phrase(en: "Next", nl: "Volgende"),
    ]
}
