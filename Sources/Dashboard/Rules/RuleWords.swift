import Wording

/// The words of the pages of the rules.
enum RuleWords {
    /// A field of the form, as a bookkeeper calls it.
    static func label(_ field: RuleField) -> Phrase {
        let name = labels[field.key] ?? Phrase(field.key)
        return field.subject.isEmpty ? name : name + Phrase(" (\(shown(field.subject)))")
    }

    private static let labels: [String: Phrase] = [
        "name": Phrase(en: "Name of these rules", nl: "Naam van deze regels"),
        "office": Phrase(en: "Administration code", nl: "Administratiecode"),
        "book_from": Phrase(
            en: "Books payments from this day on", nl: "Boekt betalingen vanaf deze dag"),
        "debtors": Phrase(
            en: "Debtors' account (dim1 of the sales line)",
            nl: "Debiteuren-rekening (dim1 van de verkoopregel)"),
        "suspense": Phrase(
            en: "Suspense account (dim1 of the payment line)",
            nl: "Kruispost (dim1 van de betaalregel)"),
        "suspense_for": Phrase(
            en: "Suspense account, only for", nl: "Kruispost, alleen voor"),
        "daybooks": Phrase(en: "Daybooks of the sales", nl: "Dagboeken van de verkopen"),
        "sale_from": Phrase(
            en: "A sale is dated at the earliest", nl: "Een verkoop is op zijn vroegst van"),
        "sale_to": Phrase(
            en: "A sale is dated at the latest", nl: "Een verkoop is op zijn laatst van"),
        "wait_at_most": Phrase(
            en: "Waits for a sale at most", nl: "Wacht ten hoogste op een verkoop"),
        "after_waiting": Phrase(
            en: "After waiting the payment is", nl: "Na het wachten is de betaling"),
        "journal": Phrase(en: "Daybook of the memo", nl: "Dagboek van de memoboeking"),
        "post_as": Phrase(en: "The memo is booked as", nl: "De memoboeking wordt geboekt als"),
    ]

    /// A word of the rules, as an option of a list.
    static func option(_ word: String) -> Phrase {
        options[word] ?? Phrase(word)
    }

    private static let options: [String: Phrase] = [
        "provisional": Phrase(en: "provisional (can be deleted)", nl: "concept (te verwijderen)"),
        "final": Phrase(
            en: "final (only a counter-entry corrects it)",
            nl: "definitief (alleen een tegenboeking herstelt)"),
        "error": Phrase(en: "an error", nl: "een fout"),
        "review": Phrase(en: "to be reviewed", nl: "te beoordelen"),
    ]

    /// The words of the rules behind a number.
    static func unit(_ words: String) -> Phrase {
        units[words] ?? Phrase(words)
    }

    private static let units: [String: Phrase] = [
        "days": Phrase(en: "days", nl: "dagen"),
        "days before payment": Phrase(
            en: "days before the payment", nl: "dagen voor de betaling"),
        "days after payment": Phrase(en: "days after the payment", nl: "dagen na de betaling"),
    ]

    /// An outcome, as counts and changes name it.
    static func outcome(_ word: String) -> Phrase {
        outcomes[word] ?? Phrase(word)
    }

    private static let outcomes: [String: Phrase] = [
        "book": Phrase(en: "booked", nl: "geboekt"),
        "review": Phrase(en: "to be reviewed", nl: "te beoordelen"),
        "wait": Phrase(en: "waits", nl: "wacht"),
        "skip": Phrase(en: "skipped", nl: "overgeslagen"),
        "error": Phrase(en: "error", nl: "fout"),
    ]

    /// How a version came about.
    static func kind(_ word: String) -> Phrase {
        kinds[word] ?? Phrase(word)
    }

    private static let kinds: [String: Phrase] = [
        "saved": Phrase(en: "changed here", nl: "hier gewijzigd"),
        "restored": Phrase(en: "gone back", nl: "teruggegaan"),
        "found": Phrase(en: "changed on disk", nl: "op schijf gewijzigd"),
    ]
}
