import DomainModel
import Wording

/// The sentences of decisions that are made before any sale is looked for.
enum Sentence {
    static func selected(
        _ code: ReasonCode, by rule: SelectRule, _ row: PaymentRow, _ table: PaymentTable
    ) -> Phrase {
        if !rule.because.isEmpty { return Phrase(rule.because) }
        let type = word(row.type, table)
        let status = word(row.status, table)
        switch code {
        case .notFinal:
            return Phrase(
                en: "CCV has not finished the payment yet: status \(status)",
                nl: "CCV heeft de betaling nog niet afgerond: status \(status)")
        case .failedAtCCV:
            let failure = table.text(row.failureCode)
            return Phrase(en: "the payment failed at CCV", nl: "de betaling is bij CCV mislukt")
                + Phrase(failure.isEmpty ? "" : ": \(failure)")
        case .ccvMustAct:
            let reference = table.text(row.reference)
            return Phrase(
                en: "CCV asks for intervention (status \(status)): ask its helpdesk about "
                    + reference,
                nl: "CCV vraagt om ingrijpen (status \(status)): vraag de helpdesk van CCV naar "
                    + reference)
        case .noMoney:
            return Phrase(
                en: "a transaction of type \(type) moves no money",
                nl: "bij een transactie van het type \(type) beweegt geen geld")
        case .moneyBack: return moneyBack(type, table.words.word(row.type))
        case .directionUnknown:
            return Phrase(
                en: "type \(type): CCV does not say which way the money goes",
                nl: "type \(type): CCV zegt niet welke kant het geld op gaat")
        case .landingPageParent:
            let child = table.text(row.childReference)
            return Phrase(
                en: "the landing page itself; the money is on " + child,
                nl: "de betaalpagina zelf; het geld staat op " + child)
        case .noRule:
            return Phrase(
                en: "no rule foresees type \(type) with status \(status): add one to select",
                nl: "geen regel voorziet in type \(type) met status \(status): zet er een in select"
            )
        default:
            return Phrase(
                en: "rule \(rule.id) applies to type \(type) with status \(status)",
                nl: "regel \(rule.id) geldt voor type \(type) met status \(status)")
        }
    }

    private static func moneyBack(_ type: String, _ word: String) -> Phrase {
        let way =
            word == "chargebackreversal"
            ? Phrase(
                en: "the money of a chargeback comes back to you",
                nl: "het geld van een terugboeking komt weer terug")
            : Phrase(en: "money goes back to the payer", nl: "er gaat geld terug naar de betaler")
        return Phrase("type \(type): ") + way
            + Phrase(en: "; book it by hand", nl: "; boek het met de hand")
    }

    static func forwarded(_ entries: [ForwardedPayments.Entry]) -> Phrase {
        let names = entries.map { "\($0.daybook) \($0.number)" }
        guard names.count > 1 else {
            return Phrase(
                en: "the transaction id stands in the books already, in " + names.joined(),
                nl: "het transactienummer staat al in de boeken, in " + names.joined())
        }
        return Phrase(
            en: "the books hold this payment more than once, in " + names.joined(separator: ", ")
                + "; delete or reverse what is too much",
            nl: "deze betaling staat meer dan eens in de boeken, in "
                + names.joined(separator: ", ") + "; verwijder of corrigeer wat te veel is")
    }

    static func beforeStart(_ date: CalendarDate, _ start: CalendarDate) -> Phrase {
        Phrase(en: "booking date ", nl: "boekdatum ") + .date(date)
            + Phrase(en: " lies before book_from ", nl: " ligt voor book_from ") + .date(start)
    }

    static func record(_ code: ReasonCode, _ row: PaymentRow, _ table: PaymentTable) -> Phrase {
        switch code {
        case .referenceConflict:
            Phrase(
                en: "the reference stands twice in the input, with another type, amount, currency,"
                    + " method, order reference or original",
                nl: "de referentie staat twee keer in de invoer, met een ander type, bedrag, andere"
                    + " valuta, methode, bestelreferentie of oorsprong")
        case .duplicate:
            Phrase(
                en: "the same record stands in the input before this one",
                nl: "dezelfde betaling staat al eerder in de invoer")
        case .superseded:
            Phrase(
                en: "a newer record of this payment stands in the input",
                nl: "er staat een nieuwere versie van deze betaling in de invoer")
        case .referenceMissing:
            Phrase(en: "the payment has no reference", nl: "de betaling heeft geen referentie")
        case .amountInvalid: amount(row, table)
        default: defects(row)
        }
    }

    static func landingPageAmounts(
        _ row: PaymentRow, _ other: PaymentRow, _ table: PaymentTable
    ) -> Phrase {
        let reference = table.text(other.reference)
        return Phrase(
            en: "this half of the landing-page payment has \(money(row).en), \(reference)"
                + " has \(money(other).en): a gift card?",
            nl: "deze helft van de betaling via de betaalpagina is \(money(row).nl), \(reference)"
                + " is \(money(other).nl): een cadeaukaart?")
    }

    static func childMissing(_ row: PaymentRow, _ table: PaymentTable) -> Phrase {
        let child = table.text(row.childReference)
        if child.isEmpty {
            return Phrase(
                en: "the landing page was paid, but names no transaction that holds the money",
                nl: "de betaalpagina is betaald, maar noemt geen transactie met het geld")
        }
        return Phrase(
            en: "the money is on \(child), which is not in the input",
            nl: "het geld staat op \(child), en die staat niet in de invoer")
    }

    static func childFailed(_ row: PaymentRow, _ table: PaymentTable) -> Phrase {
        let child = table.text(row.childReference)
        return Phrase(
            en: "the landing page was paid, but \(child), which should hold the money, failed",
            nl: "de betaalpagina is betaald, maar \(child), met het geld, is mislukt")
    }

    static let landingPageUnclear = Phrase(
        en: "several landing pages name the same transaction, or they name each other in a circle",
        nl: "meer betaalpagina's noemen dezelfde transactie, of ze noemen elkaar in een kring")

    static func dateUncertain(_ row: PaymentRow, _ zone: TimeZoneRules) -> Phrase {
        let update = Phrase.date(zone.date(of: row.lastUpdate))
        let created = Phrase.date(zone.date(of: row.created))
        return Phrase(
            en: "CCV gave no final date; last update \(update.en) lies in another month than"
                + " creation \(created.en)",
            nl: "CCV gaf geen einddatum; de laatste wijziging \(update.nl) ligt in een andere"
                + " maand dan het ontstaan \(created.nl)")
    }

    static func noAccount(_ row: PaymentRow, _ table: PaymentTable) -> Phrase {
        let method = table.words.word(row.method)
        let brand = table.words.word(row.brand)
        guard !method.isEmpty else {
            return Phrase(
                en: "the payment names no method, so it has no account",
                nl: "de betaling noemt geen methode, en heeft dus geen kruispost")
        }
        let key = brand.isEmpty ? method : method + "/" + brand
        return Phrase(
            en: "method \(key) has no account: add  \(key): \"…\"  to accounts.suspense",
            nl: "methode \(key) heeft geen kruispost: zet  \(key): \"…\"  in accounts.suspense")
    }

    private static func amount(_ row: PaymentRow, _ table: PaymentTable) -> Phrase {
        let written = table.text(row.amountAsWritten)
        if row.defects.contains(.amountMissing) {
            return Phrase(en: "the payment has no amount", nl: "de betaling heeft geen bedrag")
        }
        let amount = Phrase(en: "amount \(written)", nl: "bedrag \(written)")
        if row.defects.contains(.amountNotPositive) {
            return amount
                + Phrase(
                    en: " is not positive; CCV's amounts always are",
                    nl: " is niet positief; bedragen van CCV zijn dat altijd")
        }
        if row.defects.contains(.amountTooManyDecimals) {
            return amount
                + Phrase(
                    en: " has more decimals than \(row.currency.text) has",
                    nl: " heeft meer decimalen dan \(row.currency.text) heeft")
        }
        if row.defects.contains(.amountTooLarge) {
            return amount + Phrase(en: " is too large", nl: " is te groot")
        }
        return amount
            + Phrase(
                en: " is not a plain decimal number such as 28.20",
                nl: " is geen gewoon getal zoals 28.20")
    }

    private static func defects(_ row: PaymentRow) -> Phrase {
        let all: [(PaymentDefects, Phrase)] = [
            (
                .currencyInvalid,
                Phrase(
                    en: "currency is missing or wrong", nl: "currency ontbreekt of klopt niet")
            ),
            (
                .createdInvalid,
                Phrase(
                    en: "created is missing or no number of milliseconds",
                    nl: "created ontbreekt of is geen aantal milliseconden")
            ),
            (
                .timeInvalid,
                Phrase(
                    en: "lastUpdate or statusFinalDate is no number of milliseconds",
                    nl: "lastUpdate of statusFinalDate is geen aantal milliseconden")
            ),
            (
                .keyTwice,
                Phrase(
                    en: "a key stands twice in the record",
                    nl: "een sleutel staat twee keer in de betaling")
            ),
            (
                .wrongKind,
                Phrase(
                    en: "a key holds a value of a wrong kind",
                    nl: "een sleutel heeft een waarde van een verkeerde soort")
            ),
        ]
        return .list(all.filter { row.defects.contains($0.0) }.map(\.1), separator: "; ")
    }

    private static func word(_ id: WordID, _ table: PaymentTable) -> String {
        id == .absent ? "(none)" : table.words.original(id)
    }

    private static func money(_ row: PaymentRow) -> Phrase { .money(row.amount, row.currency) }
}
