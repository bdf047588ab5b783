/// The cells of a row of browse 100 that count; other columns are ignored.
enum BrowseCell: Int, CaseIterable {
    case office, daybook, number, line
    case account, customer, customerName
    case invoiceNumber, description
    case currency, status, date, dueDate, matchStatus
    case value, baseValue, openValue, openBaseValue
    case keyOffice, keyDaybook, keyNumber, keyLine

    /// The names of the columns in Twinfield's catalogue of fields.
    ///
    /// The due date is known under several names, since the reference has no browse with it.
    private static let columns: [(name: StaticString, cell: BrowseCell)] = [
        ("fin.trs.head.office", .office),
        ("fin.trs.head.code", .daybook),
        ("fin.trs.head.number", .number),
        ("fin.trs.line.line", .line),
        ("fin.trs.line.dim1", .account),
        ("fin.trs.line.dim2", .customer),
        ("fin.trs.line.dim2name", .customerName),
        ("fin.trs.line.invnumber", .invoiceNumber),
        ("fin.trs.line.description", .description),
        ("fin.trs.head.curcode", .currency),
        ("fin.trs.head.status", .status),
        ("fin.trs.head.date", .date),
        ("fin.trs.line.datedue", .dueDate),
        ("fin.trs.line.duedate", .dueDate),
        ("fin.trs.head.duedate", .dueDate),
        ("fin.trs.line.matchstatus", .matchStatus),
        ("fin.trs.line.valuesigned", .value),
        ("fin.trs.line.basevaluesigned", .baseValue),
        ("fin.trs.line.openvaluesigned", .openValue),
        ("fin.trs.line.openbasevaluesigned", .openBaseValue),
    ]

    private static let keyParts: [(name: StaticString, cell: BrowseCell)] = [
        ("office", .keyOffice), ("code", .keyDaybook), ("number", .keyNumber), ("line", .keyLine),
    ]

    /// Every row must have these, and one of the two open amounts.
    static let required: [BrowseCell] = [
        .customer, .invoiceNumber, .status, .date, .matchStatus,
    ]

    /// The cell of a column; nil when the column does not count.
    init?(column name: UnsafeBufferPointer<UInt8>) {
        for column in Self.columns where TextBytes.equal(name, column.name) {
            self = column.cell
            return
        }
        return nil
    }

    /// The cell of an element of `<key>`; nil for any other.
    init?(keyPart element: XMLElement) {
        for part in Self.keyParts where element.isNamed(part.name) {
            self = part.cell
            return
        }
        return nil
    }

    /// The name to print in messages.
    var columnName: String {
        if let column = Self.columns.first(where: { $0.cell == self }) { return "\(column.name)" }
        if let part = Self.keyParts.first(where: { $0.cell == self }) { return "key/\(part.name)" }
        return ""
    }
}
