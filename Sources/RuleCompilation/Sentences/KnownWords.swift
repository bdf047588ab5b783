import RuleEngine
import SourceDiagnostics
import Wording

/// The words of CCV that a reader may not know, explained; the word itself stays beside.
enum KnownWords {
    static func phrase(of word: String, _ field: PaymentWordField) -> Phrase {
        let meaning: Phrase? =
            switch field {
            case .status: statuses[word]
            case .type: types[word]
            default: nil
            }
        return meaning.map { $0 + Phrase(" (\(word))") } ?? Phrase(word)
    }

    private static let statuses: [String: Phrase] = [
        "success": Phrase(en: "successful", nl: "gelukt"),
        "failed": Phrase(en: "failed", nl: "mislukt"),
        "pending": Phrase(en: "not yet known", nl: "nog niet bekend"),
        "manualintervention": Phrase(
            en: "left to a person at CCV", nl: "door CCV aan een mens overgelaten"),
    ]

    private static let types: [String: Phrase] = [
        "sale": Phrase(en: "a sale", nl: "een verkoop"),
        "capture": Phrase(en: "a capture", nl: "een inning na reservering"),
        "refund": Phrase(en: "a refund", nl: "een terugbetaling"),
        "credit": Phrase(en: "a credit", nl: "een creditering"),
        "autorefund": Phrase(en: "an automatic refund", nl: "een automatische terugbetaling"),
        "chargeback": Phrase(en: "a chargeback", nl: "een terugboeking door de bank"),
        "chargebackreversal": Phrase(
            en: "a chargeback undone", nl: "een herroepen terugboeking"),
        "reversal": Phrase(en: "a reversal", nl: "een ongedaanmaking"),
        "collection": Phrase(en: "a cost of the acquirer", nl: "kosten van de acquirer"),
        "disbursement": Phrase(en: "a payout of the acquirer", nl: "een uitkering van de acquirer"),
        "authorise": Phrase(en: "a reservation", nl: "een reservering"),
        "release": Phrase(en: "a reservation let go", nl: "een vrijgegeven reservering"),
        "validate": Phrase(en: "a check of a card", nl: "een controle van een kaart"),
        "token": Phrase(en: "a token", nl: "een token"),
        "vaultstore": Phrase(en: "a card stored", nl: "een bewaarde kaart"),
        "vaultusage": Phrase(en: "a stored card used", nl: "een gebruikte bewaarde kaart"),
    ]
}
