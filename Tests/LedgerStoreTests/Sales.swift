import ByteText
import DomainModel

/// Tables of sales for tests.
enum Sales {
    /// Sales by number and open amount.
    static func table(_ sales: [(String, Int64)], year: Int = 2025) -> OpenItemTable {
        var table = OpenItemTable()
        for (number, open) in sales {
            append(number, open, year: year, to: &table)
        }
        return table
    }

    static func append(
        _ number: String, _ open: Int64, year: Int = 2025, name: String? = nil,
        to table: inout OpenItemTable
    ) {
        var row = OpenItemRow()
        row.number = table.texts.append(number)
        row.invoiceNumber = table.texts.append("WEB-" + number)
        row.description = table.texts.append("Order WEB-" + number)
        row.customer = table.texts.append("D" + number)
        row.customerName = table.texts.append(name ?? "Jansen & Zn \(number)")
        row.office = table.texts.append("NLA001")
        row.daybook = table.texts.append("VRK")
        row.line = table.texts.append("1")
        row.account = table.texts.append("1300")
        row.firstEmail = UInt32(table.emails.count)
        row.emailCount = 2
        table.emails.append(table.texts.append("a\(number)@x.nl"))
        table.emails.append(table.texts.append("b\(number)@x.nl"))
        row.value = open
        row.openValue = open
        row.date = CalendarDate(year: year, month: 6, day: 1) ?? CalendarDate(daysSinceEpoch: 0)
        row.dueDate = open % 2 == 0 ? row.date.adding(days: 30) : nil
        row.currency = .eur
        row.status = open % 3 == 0 ? .provisional : .final
        row.matchStatus = open == 0 ? .matched : .available
        table.rows.append(row)
    }

    /// Customers by code and address.
    static func customers(_ customers: [(String, [String])]) -> CustomerTable {
        var table = CustomerTable()
        for (code, emails) in customers {
            table.add(CustomerTable.Customer(code: code, name: "Klant \(code)", emails: emails))
        }
        return table
    }

    /// Every field of every row, a line each, in order.
    static func lines(_ table: OpenItemTable) -> [String] {
        table.rows.map { row in
            let texts = [
                row.office, row.daybook, row.number, row.line, row.account, row.customer,
                row.customerName, row.invoiceNumber, row.description,
            ].map { table.text($0) }
            let emails = table.emails(of: row).map { table.text($0) }
            return
                "\(texts) \(emails) \(row.value ?? -1) \(row.openValue) \(row.date) "
                + "\(String(describing: row.dueDate)) \(row.currency) \(row.status) "
                + "\(row.matchStatus)"
        }.sorted()
    }
}
