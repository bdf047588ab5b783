import ByteText
import DomainModel

/// Open items as NDJSON, in the form that `--open-items` reads.
struct OpenItemJSON {
    let items: OpenItemTable
    let customers: CustomerTable

    /// An object a line; `[]` when there are none.
    func bytes() -> [UInt8] {
        guard !items.rows.isEmpty else { return Array("[]\n".utf8) }
        var json = JSONWriter()
        for position in items.rows.indices {
            write(items.rows[position], to: &json)
            json.newline()
        }
        return json.bytes
    }

    private func write(_ row: OpenItemRow, to json: inout JSONWriter) {
        let digits = row.currency.minorDigits
        json.beginObject()
        text("office", row.office, &json)
        text("code", row.daybook, &json)
        text("number", row.number, &json)
        text("line", row.line, &json)
        word("status", Self.word(row.status), &json)
        word("date", Self.compact(row.date), &json)
        word("duedate", row.dueDate.map(Self.compact), &json)
        text("dim1", row.account, &json)
        text("dim2", row.customer, &json)
        text("name", row.customerName, &json)
        json.key("email")
        json.beginArray()
        for email in emails(of: row) { json.string(email) }
        json.endArray()
        word("currency", row.currency.text, &json)
        word("value", row.value.map { MinorUnits.text($0, digits: digits) }, &json)
        word("openvalue", MinorUnits.text(row.openValue, digits: digits), &json)
        // A payment in the books may have none; the format wants the key all the same.
        word("invoicenumber", items.text(row.invoiceNumber), &json)
        text("description", row.description, &json)
        word("matchstatus", Self.word(row.matchStatus), &json)
        json.endObject()
    }

    /// The addresses of the item itself, then those of the customer.
    private func emails(of row: OpenItemRow) -> [String] {
        let own = items.emails(of: row).map { items.text($0) }
        let customer = customers.byCode[items.text(row.customer)]?.emails ?? []
        return own + customer.filter { !own.contains($0) }
    }

    private func text(_ key: String, _ slice: TextSlice, _ json: inout JSONWriter) {
        json.key(key)
        if slice.isPresent { json.string(items.texts[slice]) } else { json.null() }
    }

    private func word(_ key: String, _ value: String?, _ json: inout JSONWriter) {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
    }

    private static func compact(_ date: CalendarDate) -> String {
        date.isoText.filter { $0 != "-" }
    }

    private static func word(_ status: OpenItemRow.Status) -> String {
        switch status {
        case .provisional: "temporary"
        case .final: "final"
        case .draft: "draft"
        case .other: "other"
        }
    }

    private static func word(_ status: OpenItemRow.MatchStatus) -> String {
        switch status {
        case .available: "available"
        case .matched: "matched"
        case .other: "other"
        }
    }
}
