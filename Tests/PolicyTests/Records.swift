import ByteText

/// A payment of a labelled set, as CCV's JSON gives it.
struct LabelledPayment {
    var reference = ""
    var type = "sale"
    var amount = "119.00"
    var currency = "eur"
    var order: String?
    var text: String?
    var email: String?
    var original: String?
    var child: String?
    var created: Int64 = 1_794_312_000_000  // 2026-11-10T12:00:00Z

    func write(to json: inout JSONWriter) {
        let texts: [(String, String?)] = [
            ("reference", reference), ("type", type), ("status", "success"),
            ("method", type == "sale" && child != nil ? "landingpage" : "ideal"),
            ("amount", amount), ("currency", currency), ("merchantOrderReference", order),
            ("description", text), ("billingEmail", email), ("originalReference", original),
            ("childReferenceId", child),
        ]
        json.beginObject()
        for case (let key, let value?) in texts {
            json.key(key)
            json.string(value)
        }
        json.key("created")
        json.integer(created)
        json.endObject()
        json.newline()
    }
}

/// A line of the books of a labelled set, as NDJSON gives it.
struct LabelledSale {
    var number = ""
    var code = "VRK"
    var office: String?
    var status = "final"
    var matchStatus = "available"
    var date = "20261105"
    var account = "1300"
    var customer = ""
    var currency = "EUR"
    var value: String?
    var open = "119.00"
    var invoice = ""
    var text: String?
    var emails: [String] = []

    func write(to json: inout JSONWriter) {
        let texts: [(String, String?)] = [
            ("office", office), ("code", code), ("number", number), ("line", "1"),
            ("status", status), ("date", date), ("dim1", account), ("dim2", customer),
            ("currency", currency), ("value", value), ("openvalue", open),
            ("invoicenumber", invoice), ("description", text), ("matchstatus", matchStatus),
        ]
        json.beginObject()
        for case (let key, let value?) in texts {
            json.key(key)
            json.string(value)
        }
        json.key("email")
        json.beginArray()
        for email in emails { json.string(email) }
        json.endArray()
        json.endObject()
        json.newline()
    }
}

/// What a careful accountant says about a payment.
enum Label: Equatable {
    /// The machine may book it, on this sale only.
    case book(String)
    /// It may not be booked; the outcome, and words that its reasons must have.
    case not(String, [String])
}
