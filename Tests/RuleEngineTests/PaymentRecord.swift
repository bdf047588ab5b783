import ByteText

/// One payment as CCV's JSON gives it; what is nil is not written.
struct PaymentRecord {
    var reference: String? = "C1"
    var type: String? = "sale"
    var status: String? = "success"
    var method: String? = "ideal"
    var brand: String?
    var amount = "119.00"
    var currency: String? = "eur"
    var order: String?
    var description: String?
    var email: String?
    var original: String?
    var child: String?
    var failure: String?
    var created: Int64 = PaymentRecord.noon
    var lastUpdate: Int64?
    var statusFinal: Int64?

    /// 2026-11-10T12:00:00Z.
    static let noon: Int64 = 1_794_312_000_000

    /// The payment with some fields set otherwise.
    func with(_ change: (inout PaymentRecord) -> Void) -> PaymentRecord {
        var copy = self
        change(&copy)
        return copy
    }

    func write(to json: inout JSONWriter) {
        let texts: [(String, String?)] = [
            ("reference", reference), ("type", type), ("status", status), ("method", method),
            ("brand", brand), ("amount", amount), ("currency", currency),
            ("merchantOrderReference", order), ("description", description),
            ("billingEmail", email), ("originalReference", original),
            ("childReferenceId", child), ("failureCode", failure),
        ]
        let times: [(String, Int64?)] = [
            ("created", created), ("lastUpdate", lastUpdate), ("statusFinalDate", statusFinal),
        ]
        json.beginObject()
        for case (let key, let value?) in texts {
            json.key(key)
            json.string(value)
        }
        for case (let key, let value?) in times {
            json.key(key)
            json.integer(value)
        }
        json.endObject()
        json.newline()
    }
}
