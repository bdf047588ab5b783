internal import DomainModel
internal import FoundationEssentials
internal import GRDB
public import LedgerViews
public import RunnerCore

extension LedgerReading {
    /// What is known of sales, for a choice between them; those that are not known are left out.
    public func sales(
        _ keys: Set<SaleKey>, of connection: String
    ) throws -> [SaleKey: SaleView] {
        try store.read { db in
            var sales: [SaleKey: SaleView] = [:]
            for key in keys {
                let row = try Row.fetchOne(
                    db, sql: Self.saleSelection,
                    arguments: [connection, key.entry.number, key.entry.daybook, key.line])
                if let row { sales[key] = Self.sale(key, row) }
            }
            return sales
        }
    }

    private static func sale(_ key: SaleKey, _ row: Row) -> SaleView {
        var sale = SaleView(key: key)
        sale.customer = row.text("customer") ?? ""
        sale.customerName = row.text("customer_name") ?? row.text("known_name") ?? ""
        let emails = row.text("known_emails") ?? row.text("emails") ?? ""
        sale.emails = emails.split(separator: "\n").map(String.init)
        sale.invoiceNumber = row.text("invoice_number") ?? ""
        sale.description = row.text("description") ?? ""
        sale.date = row.integer("date").map { CalendarDate(daysSinceEpoch: Int32(clamping: $0)) }
        sale.value = row.integer("value")
        sale.open = row.integer("open_value") ?? 0
        sale.currency = row.text("currency") ?? ""
        sale.isFinal =
            row.integer("status") == Int64(OpenItemRow.Status.final.rawValue)
        sale.isGone = row.integer("is_gone_now") == 1
        return sale
    }

    /// The newest version of a sale, with what is known of its customer.
    private static let saleSelection = """
        SELECT v.*, s.is_gone AS is_gone_now, k.name AS known_name, k.emails AS known_emails
        FROM sale s JOIN connection c ON c.seq = s.connection
        JOIN sale_version v ON v.seq = (SELECT max(w.seq) FROM sale_version w
          WHERE w.sale = s.seq AND w.is_gone = 0)
        LEFT JOIN customer u ON u.connection = c.seq AND u.code = v.customer AND u.is_gone = 0
        LEFT JOIN customer_version k ON k.seq = u.version
        WHERE c.name = ? AND s.number = ? AND s.daybook = ? AND s.line = ?
        ORDER BY v.seq DESC LIMIT 1
        """
}
