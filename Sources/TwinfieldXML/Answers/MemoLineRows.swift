internal import DomainModel

/// Makes lines of a daybook out of the texts of rows.
final class MemoLineRows {
    /// More rows are not kept, so that memory stays bounded whatever comes.
    private static let maximumRows = 200_000

    private enum Field: String, CaseIterable {
        case office = "fin.trs.head.office"
        case code = "fin.trs.head.code"
        case number = "fin.trs.head.number"
        case line = "fin.trs.line.line"
        case account = "fin.trs.line.dim1"
        case customer = "fin.trs.line.dim2"
        case description = "fin.trs.line.description"
        case invoiceNumber = "fin.trs.line.invnumber"
        case value = "fin.trs.line.valuesigned"
        case baseValue = "fin.trs.line.basevaluesigned"
        case currency = "fin.trs.head.curcode"
        case date = "fin.trs.head.date"
        case inputDate = "fin.trs.head.inpdate"
        case status = "fin.trs.head.status"
        case openValue = "fin.trs.line.openvaluesigned"
        case openBaseValue = "fin.trs.line.openbasevaluesigned"
        case matchStatus = "fin.trs.line.matchstatus"
        case matchNumber = "fin.trs.line.matchnumber"
    }

    /// The fields that are wanted of each row: those that are known here, then others.
    let fields: [String]
    /// The lines so far.
    private(set) var table = MemoLineTable(rows: [], warnings: [])
    private let office: String
    private let required: [Int]

    /// Begins without lines; every row must have the fields.
    init(office: String, fields wanted: [String]) {
        self.office = office
        let known = Field.allCases.map(\.rawValue)
        let fields = known + wanted.filter { !known.contains($0) }
        self.fields = fields
        required = wanted.compactMap { fields.firstIndex(of: $0) }
    }

    /// Adds a row, or refuses it.
    func add(_ row: BrowseTextSink.Row) throws(RecordFault) {
        guard table.rows.count < Self.maximumRows else {
            throw RecordFault(
                "the answer has more than \(Self.maximumRows) lines", line: row.line,
                help: "ask for fewer days at a time")
        }
        for index in required where row.texts[index] == nil {
            throw RecordFault("the row has no cell of \(fields[index])", line: row.line)
        }
        try checkOffice(row)
        let number = try key(row, 2, .number)
        let code = try key(row, 1, .code)
        guard let line = AnswerElement.number(try key(row, 3, .line)) else {
            throw RecordFault("key/line of \(code) \(number) is not a number", line: row.line)
        }
        let currency = try currency(row)
        table.rows.append(
            MemoLineTable.Row(
                code: code, number: number, line: line, account: text(row, .account),
                customer: text(row, .customer), description: text(row, .description),
                invoiceNumber: text(row, .invoiceNumber),
                value: try amount(row, currency, .value, inBase: .baseValue),
                currency: currency, date: try date(row), inputDate: text(row, .inputDate),
                status: EntryBuilder.status(text(row, .status)),
                openValue: try amount(row, currency, .openValue, inBase: .openBaseValue),
                matchStatus: EntryBuilder.matchStatus(text(row, .matchStatus)),
                matchNumbers: numbers(text(row, .matchNumber))))
    }

    /// A line that was matched in parts has several: `1, 2, 3` (API reference, 4.3).
    private func numbers(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
    }

    private func checkOffice(_ row: BrowseTextSink.Row) throws(RecordFault) {
        let key = Array((row.key[0] ?? "").utf8)
        let column = Array(text(row, .office).utf8)
        try key.withUnsafeBufferPointer { (key) throws(RecordFault) in
            try column.withUnsafeBufferPointer { (column) throws(RecordFault) in
                try BrowseOffice.check(key: key, column: column, office: office, line: row.line)
            }
        }
    }

    private func text(_ row: BrowseTextSink.Row, _ field: Field) -> String {
        for (index, other) in Field.allCases.enumerated() where other == field {
            return row.texts[index] ?? ""
        }
        return ""
    }

    private func key(
        _ row: BrowseTextSink.Row, _ part: Int, _ field: Field
    ) throws(RecordFault) -> String {
        if let text = row.key[part], !text.isEmpty { return text }
        let column = text(row, field)
        guard column.isEmpty else { return column }
        throw RecordFault(
            "the row has no key/\(BrowseTextSink.keyParts[part]) and no \(field.rawValue), so its "
                + "entry in Twinfield is not known", line: row.line)
    }

    private func currency(_ row: BrowseTextSink.Row) throws(RecordFault) -> CurrencyCode {
        let word = text(row, .currency)
        if word.isEmpty { return .absent }
        if let currency = CurrencyCode(word.utf8) { return currency }
        throw unreadable(row, .currency, "a currency code of three letters")
    }

    /// The amount; that in base currency when the browse has no other and the entry is in euros.
    private func amount(
        _ row: BrowseTextSink.Row, _ currency: CurrencyCode, _ signed: Field, inBase base: Field
    ) throws(RecordFault) -> Int64? {
        let hasValue = !text(row, signed).isEmpty
        let isBase = !hasValue && (!currency.isPresent || currency == .eur)
        let field = isBase ? base : signed
        let word = text(row, field)
        if word.isEmpty { return nil }
        let digits = isBase ? CurrencyCode.eur.minorDigits : currency.minorDigits
        if let value = AmountText.amount(word, digits: digits) { return value }
        throw unreadable(row, field, "an amount")
    }

    private func date(_ row: BrowseTextSink.Row) throws(RecordFault) -> CalendarDate? {
        let word = text(row, .date)
        if word.isEmpty { return nil }
        if let date = CalendarDate(word.utf8) { return date }
        throw unreadable(row, .date, "a date (yyyymmdd)")
    }

    private func unreadable(
        _ row: BrowseTextSink.Row, _ field: Field, _ expected: String
    ) -> RecordFault {
        let found = TextBytes.quoted(Array(text(row, field).utf8))
        return RecordFault("\(field.rawValue) is \(found), not \(expected)", line: row.line)
    }
}
