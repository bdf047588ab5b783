import ByteText

/// One open item as NDJSON gives it; what is nil is not written.
struct SaleRecord {
    var number = "202600017"
    var code = "VRK"
    var line = "1"
    var office: String?
    var status: String?
    var matchStatus: String?
    var date = "20261105"
    var account: String? = "1300"
    var customer = "D0001234"
    var name: String? = "Jansen BV"
    var currency = "EUR"
    var value: String?
    var open = "119.00"
    var invoice = "WEB-17"
    var description: String?
    var emails: [String] = []

    /// The sale with some fields set otherwise.
    func with(_ change: (inout SaleRecord) -> Void) -> SaleRecord {
        var copy = self
        change(&copy)
        return copy
    }

    func write(to json: inout JSONWriter) {
        let texts: [(String, String?)] = [
            ("office", office), ("code", code), ("number", number), ("line", line),
            ("status", status), ("date", date), ("dim1", account), ("dim2", customer),
            ("name", name), ("currency", currency), ("value", value), ("openvalue", open),
            ("invoicenumber", invoice), ("description", description),
            ("matchstatus", matchStatus),
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
