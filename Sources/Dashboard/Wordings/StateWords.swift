import LedgerViews
import RunnerCore
import Wording

/// The states, events and tabs in the words of a bookkeeper.
enum StateWords {
    /// A state, as lists show it.
    static func title(_ state: PaymentState?) -> Phrase {
        switch state {
        case nil: Phrase(en: "not decided yet", nl: "nog niet beoordeeld")
        case .open: Phrase(en: "not paid yet", nl: "nog niet betaald")
        case .due: Phrase(en: "to be booked", nl: "wordt geboekt")
        case .intended: Phrase(en: "being sent", nl: "wordt verstuurd")
        case .posted: Phrase(en: "booked", nl: "geboekt")
        case .reconciled: Phrase(en: "reconciled", nl: "afgeletterd")
        case .review: Phrase(en: "to be judged", nl: "te beoordelen")
        case .waiting: Phrase(en: "waiting for a sale", nl: "wacht op verkoop")
        case .failed: Phrase(en: "error", nl: "fout")
        case .parked: Phrase(en: "outcome unknown", nl: "uitkomst onbekend")
        case .resolved: Phrase(en: "settled by hand", nl: "opgelost met de hand")
        case .ignored: Phrase(en: "ignored", nl: "genegeerd")
        case .reversed: Phrase(en: "reversed", nl: "teruggedraaid")
        case .drifted: Phrase(en: "changed in Twinfield", nl: "gewijzigd in Twinfield")
        case .skipped: Phrase(en: "nothing to book", nl: "niets te boeken")
        }
    }

    /// The class of the style sheet for a state.
    static func style(_ state: PaymentState?) -> String {
        switch state {
        case .reconciled, .resolved: "good"
        case .posted, .due, .intended: "going"
        case .failed, .parked, .drifted: "bad"
        case .review: "ask"
        case nil, .open, .waiting, .ignored, .reversed, .skipped: "calm"
        }
    }

    /// What happened, for the timeline; of a word that is not known, the word.
    static func event(_ kind: String) -> Phrase {
        events[kind] ?? Phrase(kind)
    }

    private static let events: [String: Phrase] = [
        "seen": Phrase(en: "fetched from CCV", nl: "opgehaald bij CCV"),
        "alarm": Phrase(en: "changed at CCV after booking", nl: "na het boeken gewijzigd bij CCV"),
        "decided": Phrase(en: "decided by the rules", nl: "beoordeeld door de regels"),
        "intended": Phrase(en: "about to be sent", nl: "klaargezet om te versturen"),
        "booked": Phrase(en: "booked in Twinfield", nl: "geboekt in Twinfield"),
        "refused": Phrase(en: "refused by Twinfield", nl: "geweigerd door Twinfield"),
        "unsent": Phrase(en: "not sent", nl: "niet verstuurd"),
        "parked": Phrase(en: "sent, answer lost", nl: "verstuurd, antwoord verloren"),
        "not_found": Phrase(en: "not found in the books", nl: "niet gevonden in de boeken"),
        "adopted": Phrase(en: "found in the books", nl: "gevonden in de boeken"),
        "proved_absent": Phrase(
            en: "proved not to be in the books", nl: "bewezen niet in de boeken"),
        "unclear": Phrase(en: "search was not conclusive", nl: "zoeken gaf geen uitsluitsel"),
        "reconciled": Phrase(en: "reconciled with the sale", nl: "afgeletterd met de verkoop"),
        "unreconcilable": Phrase(en: "cannot be reconciled", nl: "kan niet worden afgeletterd"),
        "reconcile_failed": Phrase(en: "reconciling failed", nl: "afletteren mislukt"),
        "withdrawn": Phrase(en: "withdrawn by a person", nl: "ingetrokken door iemand"),
        "reconcile_again": Phrase(
            en: "to be reconciled again", nl: "wordt opnieuw afgeletterd"),
        "drifted": Phrase(en: "changed in Twinfield", nl: "gewijzigd in Twinfield"),
        "read_back": Phrase(en: "read back in Twinfield", nl: "teruggelezen in Twinfield"),
        "choose": Phrase(en: "sale chosen", nl: "verkoop gekozen"),
        "ignore": Phrase(en: "ignored", nl: "genegeerd"),
        "resolve": Phrase(en: "settled by hand", nl: "opgelost met de hand"),
        "retry": Phrase(en: "to be processed again", nl: "opnieuw verwerken"),
        "later": Phrase(en: "looked at: later", nl: "bekeken: later"),
        "none": Phrase(en: "none of the sales", nl: "geen van de verkopen"),
        "note": Phrase(en: "note", nl: "notitie"),
    ]

    /// What happened that is bad news, good news or neither: a class of the style sheet.
    static func eventStyle(_ kind: String) -> String {
        switch kind {
        case "booked", "adopted", "reconciled", "resolve": "good"
        case "refused", "parked", "unclear", "unreconcilable", "reconcile_failed", "alarm",
            "drifted":
            "bad"
        default: "calm"
        }
    }

    /// The results of a comparison, by criterion and word of the decisions file.
    static func criterion(_ name: String, _ word: String) -> Phrase {
        switch (name, word) {
        case ("amount", "equals_open"): Phrase(en: "equal", nl: "gelijk")
        case ("amount", "less"): Phrase(en: "less than open", nl: "minder dan open")
        case ("amount", "more"): Phrase(en: "more than open", nl: "meer dan open")
        case (_, "same"): Phrase(en: "the same", nl: "hetzelfde")
        case (_, "alias"): Phrase(en: "the same by an alias", nl: "hetzelfde door een alias")
        case (_, "contained"): Phrase(en: "contained in the text", nl: "staat in de tekst")
        case (_, "missing"): Phrase(en: "not named", nl: "niet genoemd")
        case (_, "differs"): Phrase(en: "differs", nl: "verschilt")
        case (_, "not_given"): Phrase(en: "not given", nl: "niet bekend")
        default: Phrase(word)
        }
    }

    /// Whether a result speaks for the sale, against it, or neither.
    static func criterionStyle(_ word: String) -> String {
        switch word {
        case "equals_open", "same", "alias": "good"
        case "differs", "less", "more": "bad"
        default: "calm"
        }
    }

    /// Why a sale cannot be paid, by the words of the decisions file.
    static func obstacle(_ word: String) -> Phrase {
        obstacles[word] ?? Phrase(word)
    }

    private static let obstacles: [String: Phrase] = [
        "status": Phrase(en: "not provisional or final", nl: "niet concept of definitief"),
        "daybook": Phrase(en: "other daybook", nl: "ander dagboek"),
        "dated": Phrase(en: "too far from the payment", nl: "te ver van de betaaldatum"),
        "office": Phrase(en: "other office", nl: "andere administratie"),
        "currency": Phrase(en: "other currency", nl: "andere valuta"),
        "account": Phrase(en: "other debtors account", nl: "andere debiteurenrekening"),
        "closed": Phrase(en: "reconciled already", nl: "al afgeletterd"),
        "not_matchable": Phrase(en: "cannot be reconciled now", nl: "nu niet af te letteren"),
        "credit": Phrase(en: "a credit note", nl: "een creditnota"),
        "used": Phrase(en: "taken by another payment", nl: "al gebruikt door een betaling"),
        "no_customer": Phrase(en: "without a customer", nl: "zonder klant"),
    ]

    /// The state of a service.
    static func light(_ state: String) -> Phrase {
        switch state {
        case "connected": Phrase(en: "connected", nl: "verbonden")
        case "expired": Phrase(en: "expired: connect again", nl: "verlopen: verbind opnieuw")
        case "refused": Phrase(en: "refused", nl: "geweigerd")
        case "unreachable": Phrase(en: "does not answer", nl: "geeft geen antwoord")
        case "not_connected": Phrase(en: "not connected", nl: "niet verbonden")
        default: Phrase(en: "not tried yet", nl: "nog niet geprobeerd")
        }
    }
}
