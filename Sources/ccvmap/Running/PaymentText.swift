import ByteText
import DomainModel
import LedgerStore
import RunnerCore

/// A payment of the ledger, as programs read it (design, section 9).
enum PaymentText {
    /// The amount with the decimals of its currency.
    static func amount(_ payment: ListedPayment) -> String {
        let digits = CurrencyCode(Array(payment.currency.utf8))?.minorDigits ?? 2
        return MinorUnits.text(payment.amount, digits: digits)
    }

    /// Writes an object.
    static func write(_ payment: ListedPayment, to json: inout JSONWriter) {
        json.beginObject()
        write(fieldsOf: payment, to: &json)
        json.endObject()
    }

    /// Writes the keys of an object.
    static func write(fieldsOf payment: ListedPayment, to json: inout JSONWriter) {
        text("connection", payment.connection, &json)
        text("reference", payment.reference, &json)
        text("state", payment.state?.rawValue, &json)
        text("reason", payment.reason.isEmpty ? nil : payment.reason, &json)
        text("text", payment.text.isEmpty ? nil : payment.text, &json)
        text("amount", amount(payment), &json)
        text("currency", payment.currency, &json)
        text("created", payment.created.isPresent ? payment.created.isoText : nil, &json)
        json.key("sale")
        write(payment.sale, to: &json)
        json.key("memo")
        if let memo = payment.memo {
            json.beginObject()
            text("code", memo.daybook, &json)
            text("number", memo.number, &json)
            json.endObject()
        } else {
            json.null()
        }
        text("rule", payment.rule.isEmpty ? nil : payment.rule, &json)
        text("revision", payment.revision.isEmpty ? nil : payment.revision, &json)
        text("alarm", payment.alarm, &json)
    }

    private static func write(_ sale: SaleKey?, to json: inout JSONWriter) {
        guard let sale else { return json.null() }
        json.beginObject()
        text("code", sale.entry.daybook, &json)
        text("number", sale.entry.number, &json)
        text("line", sale.line, &json)
        json.endObject()
    }

    private static func text(_ key: String, _ value: String?, _ json: inout JSONWriter) {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
    }
}
