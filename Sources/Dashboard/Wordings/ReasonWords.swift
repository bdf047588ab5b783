import Wording

/// What a reason code means to a bookkeeper, and what to do about it.
struct ReasonWords: Sendable {
    /// A few words, for a list.
    var title: Phrase
    /// What it means.
    var meaning: Phrase
    /// What to do; "nothing" is said too.
    var advice: Phrase

    /// The words of a code; of a code that no table has, the code itself.
    static func of(_ code: String) -> ReasonWords {
        if let words = all[code] { return words }
        for (prefix, service) in [("ccv_", "CCV"), ("twinfield_", "Twinfield")]
        where code.hasPrefix(prefix) {
            return service == "CCV" ? ccvFault : twinfieldFault
        }
        return ReasonWords(
            title: Phrase(code), meaning: Phrase(en: "", nl: ""), advice: Phrase(en: "", nl: ""))
    }

    /// Every code that has words.
    static let all: [String: ReasonWords] = {
        let tables = [ofPayments, ofMoney, ofSales, ofEntries, ofRuns, ofPeople]
        return tables.reduce(into: [:]) { all, table in
            all.merge(table) { first, _ in first }
        }
    }()

    private static let ccvFault = ReasonWords(
        title: Phrase(en: "CCV did not answer", nl: "CCV gaf geen antwoord"),
        meaning: Phrase(
            en: "CCV refused the question or did not answer.",
            nl: "CCV weigerde de vraag of gaf geen antwoord."),
        advice: Phrase(
            en: "Look at the lights on the tab Configuration; the next run asks again.",
            nl: "Kijk naar de lampjes op de tab Configuratie; de volgende run vraagt het opnieuw."))

    private static let twinfieldFault = ReasonWords(
        title: Phrase(en: "Twinfield did not answer", nl: "Twinfield gaf geen antwoord"),
        meaning: Phrase(
            en: "Twinfield refused the question or did not answer.",
            nl: "Twinfield weigerde de vraag of gaf geen antwoord."),
        advice: Phrase(
            en: "Look at the lights on the tab Configuration; the next run asks again.",
            nl: "Kijk naar de lampjes op de tab Configuratie; de volgende run vraagt het opnieuw."))
}
