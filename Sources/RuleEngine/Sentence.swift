import DomainModel

/// The sentences of decisions that are made before any sale is looked for.
enum Sentence {
    static func selected(
        _ code: ReasonCode, by rule: SelectRule, _ row: PaymentRow, _ table: PaymentTable
    ) -> String {
        if !rule.because.isEmpty { return rule.because }
        let type = word(row.type, table)
        let status = word(row.status, table)
        switch code {
        case .notFinal: return "CCV has not finished the payment yet: status \(status)"
        case .failedAtCCV:
            let failure = table.text(row.failureCode)
            return "the payment failed at CCV" + (failure.isEmpty ? "" : ": \(failure)")
        case .ccvMustAct:
            return "CCV asks for intervention (status \(status)): ask its helpdesk about "
                + table.text(row.reference)
        case .noMoney: return "a transaction of type \(type) moves no money"
        case .moneyBack:
            let way =
                table.words.word(row.type) == "chargebackreversal"
                ? "the money of a chargeback comes back to you" : "money goes back to the payer"
            return "type \(type): \(way); book it by hand"
        case .directionUnknown: return "type \(type): CCV does not say which way the money goes"
        case .landingPageParent:
            return "the landing page itself; the money is on " + table.text(row.childReference)
        case .noRule:
            return "no rule foresees type \(type) with status \(status): add one to select"
        default: return "rule \(rule.id) applies to type \(type) with status \(status)"
        }
    }

    static func record(_ code: ReasonCode, _ row: PaymentRow, _ table: PaymentTable) -> String {
        switch code {
        case .referenceConflict:
            return "the reference stands twice in the input, with another type, amount, currency,"
                + " method, order reference or original"
        case .duplicate: return "the same record stands in the input before this one"
        case .superseded: return "a newer record of this payment stands in the input"
        case .referenceMissing: return "the payment has no reference"
        case .amountInvalid: return amount(row, table)
        default: return defects(row)
        }
    }

    static func landingPageAmounts(
        _ row: PaymentRow, _ other: PaymentRow, _ table: PaymentTable
    ) -> String {
        "this half of the landing-page payment has \(money(row)), \(table.text(other.reference))"
            + " has \(money(other)): a gift card?"
    }

    static func childMissing(_ row: PaymentRow, _ table: PaymentTable) -> String {
        let child = table.text(row.childReference)
        return child.isEmpty
            ? "the landing page was paid, but names no transaction that holds the money"
            : "the money is on \(child), which is not in the input"
    }

    static func childFailed(_ row: PaymentRow, _ table: PaymentTable) -> String {
        "the landing page was paid, but \(table.text(row.childReference)), which should hold the"
            + " money, failed"
    }

    static let landingPageUnclear =
        "several landing pages name the same transaction, or they name each other in a circle"

    static func dateUncertain(_ row: PaymentRow, _ zone: TimeZoneRules) -> String {
        "CCV gave no final date; last update \(zone.date(of: row.lastUpdate).isoText) lies in"
            + " another month than creation \(zone.date(of: row.created).isoText)"
    }

    static func noAccount(_ row: PaymentRow, _ table: PaymentTable) -> String {
        let method = table.words.word(row.method)
        let brand = table.words.word(row.brand)
        guard !method.isEmpty else { return "the payment names no method, so it has no account" }
        let key = brand.isEmpty ? method : method + "/" + brand
        return "method \(key) has no account: add  \(key): \"…\"  to accounts.suspense"
    }

    private static func amount(_ row: PaymentRow, _ table: PaymentTable) -> String {
        let written = table.text(row.amountAsWritten)
        if row.defects.contains(.amountMissing) { return "the payment has no amount" }
        if row.defects.contains(.amountNotPositive) {
            return "amount \(written) is not positive; CCV's amounts always are"
        }
        if row.defects.contains(.amountTooManyDecimals) {
            return "amount \(written) has more decimals than \(row.currency.text) has"
        }
        if row.defects.contains(.amountTooLarge) { return "amount \(written) is too large" }
        return "amount \(written) is not a plain decimal number such as 28.20"
    }

    private static func defects(_ row: PaymentRow) -> String {
        var parts: [String] = []
        if row.defects.contains(.currencyInvalid) { parts.append("currency is missing or wrong") }
        if row.defects.contains(.createdInvalid) {
            parts.append("created is missing or no number of milliseconds")
        }
        if row.defects.contains(.timeInvalid) {
            parts.append("lastUpdate or statusFinalDate is no number of milliseconds")
        }
        if row.defects.contains(.keyTwice) { parts.append("a key stands twice in the record") }
        if row.defects.contains(.wrongKind) { parts.append("a key holds a value of a wrong kind") }
        return parts.joined(separator: "; ")
    }

    private static func word(_ id: WordID, _ table: PaymentTable) -> String {
        id == .absent ? "(none)" : table.words.original(id)
    }

    private static func money(_ row: PaymentRow) -> String {
        row.currency.text + " " + MinorUnits.text(row.amount, digits: row.currency.minorDigits)
    }
}
