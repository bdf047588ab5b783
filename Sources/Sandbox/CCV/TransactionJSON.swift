import ByteText
import DomainModel
import PaymentsModel

/// Writes a payment as CCV shows it (API reference, 4.1 and the examples of 5).
struct TransactionJSON {
    let mood: CCVMood
    /// The address the service is reached at, for the links of a payment.
    let baseURL: String

    /// Writes one object; `related` adds what acts on it, which is a guess in name and shape.
    func write(
        _ payment: Payment, in account: PaymentAccount, related: [Payment] = [],
        to writer: inout JSONWriter
    ) {
        writer.beginObject()
        text("originalReference", payment.originalReference, to: &writer)
        moment("lastUpdate", payment.lastUpdate, to: &writer)
        if !mood.omitsFinalDates { moment("statusFinalDate", payment.statusFinalDate, to: &writer) }
        moment("created", payment.created, to: &writer)
        text("childReferenceId", payment.childReferenceId, to: &writer)
        writeLinks(of: payment, to: &writer)
        text("methodTransactionId", payment.methodTransactionId, to: &writer)
        text("entryMode", payment.entryMode, to: &writer)
        text("brand", payment.brand, to: &writer)
        if let details = payment.details { write(details, of: payment, to: &writer) }
        writer.key("amount")
        write(payment.amount, of: payment, to: &writer)
        if payment.landingPage == nil || mood.childrenCarryOrder {
            text("description", payment.description, to: &writer)
            text("merchantOrderReference", payment.merchantOrderReference, to: &writer)
        }
        text("metadata", payment.metadata, to: &writer)
        text("status", payment.status.rawValue, to: &writer)
        text("failureCode", payment.failureCode, to: &writer)
        text("reference", payment.reference, to: &writer)
        text("method", payment.method, to: &writer)
        text("type", spelling(of: payment.type), to: &writer)
        text("language", payment.language, to: &writer)
        text("currency", payment.currency, to: &writer)
        if mood.echoesBillingEmail { text("billingEmail", payment.billingEmail, to: &writer) }
        if mood.showsPayouts { writePayout(of: payment, in: account, to: &writer) }
        if !related.isEmpty {
            writer.key("relatedTransactions")
            writer.beginArray()
            for other in related { write(other, in: account, to: &writer) }
            writer.endArray()
        }
        writer.endObject()
    }

    /// Where a payment is paid and cancelled; what the customer sees of an invoice by bank
    /// transfer has no page, as CCV's own library knows.
    private func writeLinks(of payment: Payment, to writer: inout JSONWriter) {
        guard payment.returnUrl != nil else { return }
        let query = "?reference=" + WebLink.queryText(payment.reference)
        text("cancelUrl", baseURL + "/api/v1/cancel" + query, to: &writer)
        if payment.method != "banktransfer" {
            text("payUrl", baseURL + "/api/v1/pay" + query, to: &writer)
        }
        text("returnUrl", payment.returnUrl, to: &writer)
    }

    private func write(
        _ details: [PaymentDetail], of payment: Payment, to writer: inout JSONWriter
    ) {
        writer.key("details")
        writer.beginObject()
        for detail in details {
            writer.key(detail.name)
            switch detail.value {
            case .text(let value): writer.string(value)
            case .amount(let value): write(value, of: payment, to: &writer)
            case .flag(let value): writer.boolean(value)
            }
        }
        writer.endObject()
    }

    private func write(_ amount: Int64, of payment: Payment, to writer: inout JSONWriter) {
        if mood.amountsAsText {
            writer.string(MinorUnits.text(amount, digits: payment.amountDigits))
        } else {
            writer.decimal(amount, digits: payment.amountDigits)
        }
    }

    private func writePayout(
        of payment: Payment, in account: PaymentAccount, to writer: inout JSONWriter
    ) {
        var payout = payment.payout
        if mood.parentsMirrorPayout, let child = payment.childReferenceId {
            payout = account[child]?.payout ?? payout
        }
        switch payout {
        case .byOthers: break
        case .expected(let at):
            text("paidout", "no", to: &writer)
            payoutMoment("expectedPayoutTimestamp", at, to: &writer)
        case .done(let run):
            text("paidout", "yes", to: &writer)
            payoutMoment("paidoutDate", run.date, to: &writer)
            text("unstructuredReference", run.remittance, to: &writer)
            text("paidoutReference", run.reference, to: &writer)
        }
    }

    private func spelling(of type: PaymentType) -> String {
        let word = type.rawValue
        return switch mood.typeSpelling {
        case .underscores: word
        case .joined: word.filter { $0 != "_" }
        case .hyphens: String(word.map { $0 == "_" ? "-" : $0 })
        case .capitals: word.uppercased()
        }
    }

    private func text(_ key: String, _ value: String?, to writer: inout JSONWriter) {
        guard let value else { return }
        writer.key(key)
        writer.string(value)
    }

    private func moment(_ key: String, _ value: Instant?, to writer: inout JSONWriter) {
        guard let value else { return }
        writer.key(key)
        writer.integer(value.milliseconds)
    }

    private func payoutMoment(_ key: String, _ value: Instant, to writer: inout JSONWriter) {
        if mood.payoutDatesAsText {
            text(key, value.isoText, to: &writer)
        } else {
            moment(key, value, to: &writer)
        }
    }
}
