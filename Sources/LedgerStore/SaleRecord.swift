internal import ByteText
internal import DomainModel
internal import FoundationEssentials
internal import GRDB

/// A line of a customer as the ledger keeps it: everything that `OpenItemRow` holds.
struct SaleRecord {
    /// What names the line.
    struct Key: Hashable {
        var office: String
        var daybook: String
        var number: String
        var line: String
    }

    let key: Key
    /// The columns of `sale_version` behind `is_gone`.
    let cells: [Cell]
    /// The year of its date.
    let year: Int

    init(_ row: OpenItemRow, in table: OpenItemTable) {
        func text(_ slice: TextSlice) -> Cell {
            slice.isPresent ? .text(table.text(slice)) : .null
        }
        key = Key(
            office: table.text(row.office), daybook: table.text(row.daybook),
            number: table.text(row.number), line: table.text(row.line))
        // An address has no line end: the readers take one as the end of it.
        let emails = table.emails(of: row).map { table.text($0) }
        cells = [
            text(row.account), text(row.customer), text(row.customerName),
            text(row.invoiceNumber), text(row.description),
            emails.isEmpty ? .null : .text(emails.joined(separator: "\n")),
            .optional(row.value), .integer(row.openValue),
            .integer(Int64(row.date.daysSinceEpoch)),
            .optional((row.dueDate?.daysSinceEpoch).map { Int64($0) }),
            row.currency.isPresent ? .text(row.currency.text) : .null,
            .integer(Int64(row.status.rawValue)), .integer(Int64(row.matchStatus.rawValue)),
        ]
        year = row.date.parts.year
    }

    /// Adds a row of `sale` and `sale_version` to a table.
    static func append(_ row: Row, to table: inout OpenItemTable) throws {
        var item = OpenItemRow()
        func text(_ column: String) -> TextSlice {
            guard let text: String = row[column] else { return .absent }
            return table.texts.append(text)
        }
        item.number = text("number")
        item.invoiceNumber = text("invoice_number")
        item.description = text("description")
        item.customer = text("customer")
        item.customerName = text("customer_name")
        item.office = text("office")
        item.daybook = text("daybook")
        item.line = text("line")
        item.account = text("account")
        if let emails: String = row["emails"] {
            item.firstEmail = UInt32(table.emails.count)
            for email in emails.split(separator: "\n") {
                table.emails.append(table.texts.append(String(email)))
                item.emailCount += 1
            }
        }
        item.value = row["value"]
        item.openValue = row["open_value"]
        item.date = CalendarDate(daysSinceEpoch: row["date"])
        let due: Int32? = row["due_date"]
        item.dueDate = due.map { CalendarDate(daysSinceEpoch: $0) }
        let currency: String? = row["currency"]
        item.currency = currency.flatMap { CurrencyCode($0.utf8) } ?? .absent
        guard let status = OpenItemRow.Status(rawValue: row["status"]),
            let matchStatus = OpenItemRow.MatchStatus(rawValue: row["match_status"])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a sale of no status") }
        item.status = status
        item.matchStatus = matchStatus
        table.rows.append(item)
    }
}

/// A number for the values of a row: other values, another number.
func fingerprint(_ cells: [Cell]) -> Int64 {
    var chain = EntryChain()
    chain.add("", cells)
    return chain.link.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
}
