internal import ByteText
internal import DomainModel

extension StoredBatch {
    /// Decisions that nothing can be decided: the rules of then that a person asked for cannot be
    /// used, and no others may stand in for them.
    func undecidable(_ past: PastRules, asOf: Instant) -> [DecidedPayment] {
        stored.indices.compactMap { position in
            guard stored[position].isUndecided, let revision = stored[position].rulesOfThen,
                let fault = past.faults[revision]
            else { return nil }
            let row = payments.rows[position]
            return DecidedPayment(
                reference: stored[position].reference, state: .failed, reason: Self.code,
                text: fault.text, amount: row.amount, currency: row.currency.text, sale: nil,
                rule: "",
                json: Self.json(stored[position].reference, fault, revision, asOf),
                revision: revision)
        }
    }

    /// The reason code.
    private static let code = "rules_unavailable"

    /// A line of the decisions file without a rule, a sale or candidates.
    private static func json(
        _ reference: String, _ fault: PastRules.Fault, _ revision: String, _ asOf: Instant
    ) -> [UInt8] {
        var json = JSONWriter()
        func text(_ key: String, _ value: String?) {
            json.key(key)
            if let value { json.string(value) } else { json.null() }
        }
        func list(_ key: String, _ write: () -> Void = {}) {
            json.key(key)
            json.beginArray()
            write()
            json.endArray()
        }
        json.beginObject()
        text("reference", reference)
        text("as_of", asOf.isoText)
        text("outcome", "error")
        text("rule", nil)
        text("sale", nil)
        list("reasons") {
            json.beginObject()
            text("code", code)
            text("text", fault.text)
            text("text_nl", fault.dutch)
            json.endObject()
        }
        list("warnings")
        list("candidates")
        json.key("candidates_total")
        json.integer(0)
        list("rules_tried")
        text("order_number", nil)
        text("lead", nil)
        text("revision", revision)
        json.endObject()
        return json.bytes
    }
}
