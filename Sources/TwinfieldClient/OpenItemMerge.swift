internal import ByteText
internal import DomainModel

/// Puts the lines of customers of several answers together, each once.
///
/// Drafts are left out here as well: Twinfield may not have left them out (API reference, 10, row
/// 16), and nothing is ever sent for a draft.
struct OpenItemMerge {
    private let office: String
    private var seen: Set<String> = []
    private var texts: [String: TextSlice] = [:]
    /// What came so far.
    private(set) var table = OpenItemTable()

    /// Begins without items.
    init(office: String) { self.office = office }

    /// Adds the items of an answer.
    mutating func add(_ part: OpenItemTable) {
        for warning in part.warnings where !table.warnings.contains(warning) {
            table.warnings.append(warning)
        }
        for row in part.rows where row.status != .draft {
            let key = [row.daybook, row.number, row.line].map { part.text($0) }
                .joined(separator: "\n")
            guard seen.insert(key).inserted else { continue }
            add(row, of: part)
        }
    }

    /// Copies a row; texts that belong together stay together, and those of all rows stand once.
    private mutating func add(_ row: OpenItemRow, of part: OpenItemTable) {
        var copy = row
        copy.office = shared(row.office, part)
        copy.daybook = shared(row.daybook, part)
        copy.line = shared(row.line, part)
        copy.account = shared(row.account, part)
        copy.number = table.texts.append(row.number, of: part.texts)
        copy.invoiceNumber = table.texts.append(row.invoiceNumber, of: part.texts)
        copy.description =
            row.description == row.invoiceNumber
            ? copy.invoiceNumber : table.texts.append(row.description, of: part.texts)
        copy.customer = table.texts.append(row.customer, of: part.texts)
        copy.customerName = table.texts.append(row.customerName, of: part.texts)
        copy.firstEmail = UInt32(table.emails.count)
        for email in part.emails(of: row) {
            table.emails.append(table.texts.append(email, of: part.texts))
        }
        table.rows.append(copy)
    }

    private mutating func shared(_ slice: TextSlice, _ part: OpenItemTable) -> TextSlice {
        guard slice.isPresent else { return .absent }
        let text = part.text(slice)
        if let known = texts[text] { return known }
        let added = table.texts.append(text)
        texts[text] = added
        return added
    }
}
