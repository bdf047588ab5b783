import Wording

extension PageText {
    /// The texts of the front page and of the configuration.
    static let ofFront: [String: Phrase] = [
        "completeness": Phrase(en: "Is everything there?", nl: "Is alles er?"),
        "paid_at_ccv": Phrase(en: "Paid at CCV", nl: "Betaald bij CCV"),
        "booked": Phrase(en: "Booked", nl: "Geboekt"),
        "waiting": Phrase(en: "Waiting", nl: "Wacht"),
        "in_review": Phrase(en: "To review", nl: "Te beoordelen"),
        "in_errors": Phrase(en: "Errors", nl: "Fouten"),
        "settled": Phrase(en: "Settled by hand", nl: "Met de hand"),
        "skipped": Phrase(en: "Skipped with a reason", nl: "Overgeslagen met reden"),
        "difference": Phrase(en: "Difference", nl: "Verschil"),
        "needs_person": Phrase(en: "What needs a person now", nl: "Wat nu een mens nodig heeft"),
        "needs_nobody": Phrase(en: "Nothing needs a person now.", nl: "Er is nu niets te doen."),
        "drift": Phrase(
            en: "Changed in Twinfield, found last night",
            nl: "Gewijzigd in Twinfield, vannacht gevonden"),
        "provisional": Phrase(
            en: "Our entries that are not final yet",
            nl: "Onze boekingen die nog concept zijn"),
        "runs": Phrase(en: "Runs", nl: "Runs"),
        "run_now": Phrase(en: "Run now", nl: "Nu draaien"),
        "last_runs": Phrase(en: "The last runs", nl: "De laatste runs"),
        "began": Phrase(en: "Began", nl: "Begonnen"),
        "result": Phrase(en: "Result", nl: "Resultaat"),
        "connections": Phrase(en: "Connections", nl: "Verbindingen"),
        "office": Phrase(en: "Office", nl: "Administratie"),
        "complete_until": Phrase(en: "Complete up to", nl: "Compleet tot"),
        "tab_open": Phrase(en: "Open", nl: "Open"),
        "tab_review": Phrase(en: "To review", nl: "Te beoordelen"),
        "tab_errors": Phrase(en: "Errors", nl: "Fouten"),
        "tab_report": Phrase(en: "Report", nl: "Rapportage"),
        "last_run": Phrase(en: "Last run", nl: "Laatste run"),
        "charts": Phrase(en: "The last 30 days", nl: "De laatste 30 dagen"),
        "as_table": Phrase(en: "As a table", nl: "Als tabel"),
        "configuration_hint": Phrase(
            en: "What is connected and what holds. Settings are changed in ccvmap.yaml.",
            nl: "Wat er verbonden is en wat er geldt. Instellingen wijzigt u in ccvmap.yaml."),
        "debtors": Phrase(en: "Debtors accounts", nl: "Debiteurenrekeningen"),
        "book_from": Phrase(en: "Books from", nl: "Boekt vanaf"),
        "suspense": Phrase(en: "Suspense account per method", nl: "Kruispost per betaalmethode"),
        "account": Phrase(en: "Account", nl: "Rekening"),
        "settings": Phrase(en: "Settings", nl: "Instellingen"),
    ]
}
