import DomainModel
import RuleEngine
import SourceDiagnostics
import Wording

extension Words {
    /// A row of the table.
    static func row(_ row: MatchRule.Row) -> Phrase {
        var parts: [Phrase] = []
        if let amount = amount(row) { parts.append(amount) }
        if row.orderNumber.count < NumberResult.allCases.count {
            let results = NumberResult.allCases.filter(row.orderNumber.contains).map(number)
            parts.append(Phrase(en: "the order number ", nl: "het bestelnummer ") + or(results))
        }
        if row.email.count < EmailResult.allCases.count {
            let results = EmailResult.allCases.filter(row.email.contains).map(email)
            parts.append(Phrase(en: "the address ", nl: "het e-mailadres ") + or(results))
        }
        if let days = row.daysApart {
            parts.append(
                Phrase(
                    en: "the two lie at most \(days) days apart",
                    nl: "de twee hooguit \(days) dagen uit elkaar liggen"))
        }
        if let wanted = row.statuses {
            let words = statuses(wanted)
            parts.append(
                Phrase(en: "the sale is \(words.en)", nl: "de verkoop \(words.nl) is"))
        }
        if let customers = row.customers {
            let names = or(customers.map { Phrase($0) })
            parts.append(
                Phrase(en: "the debtor is \(names.en)", nl: "de debiteur \(names.nl) is"))
        }
        let result = then(row.then, "de betaling")
        if parts.isEmpty {
            return Phrase(
                en: "In every other case the payment \(result.en).",
                nl: "In elk ander geval \(result.nl).")
        }
        let condition = and(parts)
        return Phrase(
            en: "When \(condition.en), the payment \(result.en).",
            nl: "Als \(condition.nl), \(result.nl).")
    }

    private static func amount(_ row: MatchRule.Row) -> Phrase? {
        var parts: [Phrase] = []
        if let tolerance = row.tolerance {
            if tolerance.minorUnits > 0 {
                let text = amount(tolerance.minorUnits)
                parts.append(
                    Phrase(
                        en: "differs at most \(text.en) from the open amount",
                        nl: "hooguit \(text.nl) van het openstaande bedrag verschilt"))
            }
            if tolerance.basisPoints > 0 {
                let text = amount(tolerance.basisPoints)
                parts.append(
                    Phrase(
                        en: "differs at most \(text.en) % from the open amount",
                        nl: "hooguit \(text.nl) % van het openstaande bedrag verschilt"))
            }
        }
        if row.amount.count == AmountResult.allCases.count { return nil }
        let isCovered = row.tolerance != nil
        for result in AmountResult.allCases where row.amount.contains(result) {
            switch result {
            case .equalsOpen where isCovered && !parts.isEmpty: continue
            case .equalsOpen:
                parts.append(
                    Phrase(
                        en: "is the open amount to the cent",
                        nl: "op de cent het openstaande bedrag is"))
            case .less: parts.append(Phrase(en: "is less", nl: "minder is"))
            case .more: parts.append(Phrase(en: "is more", nl: "meer is"))
            }
        }
        return Phrase(en: "the amount ", nl: "het bedrag ") + or(parts)
    }

    private static func number(_ result: NumberResult) -> Phrase {
        switch result {
        case .same: Phrase(en: "is the same", nl: "hetzelfde is")
        case .alias:
            Phrase(
                en: "is the same by another way of writing", nl: "anders geschreven hetzelfde is")
        case .contained:
            Phrase(en: "is only found in a text", nl: "alleen in een tekst voorkomt")
        case .missing: Phrase(en: "is missing", nl: "ontbreekt")
        case .differs: Phrase(en: "differs", nl: "verschilt")
        }
    }

    private static func email(_ result: EmailResult) -> Phrase {
        switch result {
        case .same: Phrase(en: "is the customer's", nl: "dat van de klant is")
        case .notGiven: Phrase(en: "is not given", nl: "niet bekend is")
        case .differs: Phrase(en: "is another", nl: "een ander is")
        }
    }
}
