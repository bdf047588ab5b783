import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

/// The words of the rules as a reader says them.
enum Words {
    static func or(_ parts: [Phrase]) -> Phrase {
        list(parts, last: Phrase(en: " or ", nl: " of "), between: Phrase(", "))
    }

    static func and(_ parts: [Phrase]) -> Phrase {
        list(parts, last: Phrase(en: " and ", nl: " en "), between: Phrase(", "))
    }

    /// Stands between what is taken first and what stands in for it.
    static let otherwise = Phrase(en: ", else ", nl: ", anders ")

    static func list(_ parts: [Phrase], last: Phrase, between: Phrase) -> Phrase {
        guard let first = parts.first else { return Phrase("") }
        return parts.dropFirst().enumerated().reduce(first) { text, part in
            text + (part.offset == parts.count - 2 ? last : between) + part.element
        }
    }

    /// What becomes of a payment; continues a sentence about it.
    static func becomes(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .book: Phrase(en: "is booked", nl: "wordt geboekt")
        case .review:
            Phrase(en: "is put before a person", nl: "wordt aan een mens voorgelegd")
        case .wait: Phrase(en: "waits", nl: "wacht")
        case .skip: Phrase(en: "is passed over", nl: "wordt overgeslagen")
        case .error: Phrase(en: "is reported as an error", nl: "komt bij de fouten")
        }
    }

    /// What becomes of a payment under a condition; `who` is how the sentence calls it in Dutch.
    static func then(_ outcome: Outcome, _ who: String = "ze") -> Phrase {
        let nl =
            switch outcome {
            case .book: "wordt \(who) geboekt"
            case .review: "wordt \(who) aan een mens voorgelegd"
            case .wait: "wacht \(who)"
            case .skip: "wordt \(who) overgeslagen"
            case .error: "komt \(who) bij de fouten"
            }
        return Phrase(en: becomes(outcome).en, nl: nl)
    }

    static func moment(_ moment: BookingDateRule.Moment) -> Phrase {
        switch moment {
        case .statusFinal:
            Phrase(en: "the moment its status became final", nl: "het moment van de eindstatus")
        case .lastUpdate:
            Phrase(
                en: "its last change if the status is final",
                nl: "de laatste wijziging als de status definitief is")
        case .created: Phrase(en: "its creation", nl: "het aanmaken")
        }
    }

    static func field(_ field: PaymentTextField) -> Phrase {
        switch field {
        case .transactionID: Phrase(en: "the transaction id", nl: "het transactienummer")
        case .merchantOrderReference:
            Phrase(en: "the shop's order reference", nl: "de orderreferentie van de winkel")
        case .description: Phrase(en: "the description", nl: "de omschrijving")
        case .metadata: Phrase(en: "the shop's metadata", nl: "de metadata van de winkel")
        case .billingEmail: Phrase(en: "the billing address", nl: "het e-mailadres van de factuur")
        case .failureCode: Phrase(en: "the failure code", nl: "de foutcode")
        case .originalTransactionID:
            Phrase(en: "the id of the original", nl: "het nummer van het origineel")
        }
    }

    static func word(_ field: PaymentWordField) -> Phrase {
        switch field {
        case .type: Phrase(en: "the type", nl: "het type")
        case .status: Phrase(en: "the status", nl: "de status")
        case .method: Phrase(en: "the method", nl: "de methode")
        case .brand: Phrase(en: "the brand", nl: "het merk")
        case .entryMode: Phrase(en: "the entry mode", nl: "de invoerwijze")
        case .language: Phrase(en: "the language", nl: "de taal")
        case .paidOut: Phrase(en: "the mark paid out", nl: "het kenmerk uitbetaald")
        }
    }

    static func statuses(_ statuses: Set<OpenItemRow.Status>) -> Phrase {
        or(
            (statuses.contains(.provisional)
                ? [Phrase(en: "provisional", nl: "concept")] : [])
                + (statuses.contains(.final) ? [Phrase(en: "final", nl: "definitief")] : []))
    }

    /// An amount or percentage in hundredths, with the decimal sign of the language.
    static func amount(_ hundredths: Int64) -> Phrase {
        let text = MinorUnits.text(hundredths)
        return Phrase(en: text, nl: text.replacing(".", with: ","))
    }

    static func offset(_ days: Int32) -> Phrase {
        let count = days.magnitude
        return days <= 0
            ? Phrase(
                en: "\(count) days before the payment", nl: "\(count) dagen voor de betaling")
            : Phrase(en: "\(count) days after the payment", nl: "\(count) dagen na de betaling")
    }

    static func account(_ row: AccountPlan.Suspense) -> Phrase {
        let key: Phrase =
            switch row.brand {
            case "": Phrase(row.method)
            case "*":
                Phrase(en: "\(row.method) of any other kind", nl: "\(row.method), elk ander merk")
            default: Phrase("\(row.method) \(row.brand)")
            }
        var text = key + Phrase(": \(row.account)")
        for (currency, account) in row.inCurrency.sorted(by: { $0.key < $1.key }) {
            text = text + Phrase("; \(currency): \(account)")
        }
        for (name, account) in row.onConnection.sorted(by: { $0.key < $1.key }) {
            text =
                text
                + Phrase(
                    en: "; over the connection \(name): \(account)",
                    nl: "; over de verbinding \(name): \(account)")
        }
        return text
    }
}
