internal import ByteText
internal import DomainModel

/// Turns the cells of rows into open items.
struct BrowseRowBuilder {
    /// At most so many rows are named in warnings of one kind.
    private static let maximumNamedRows = 20

    private var table = OpenItemTable()
    private var baseOnlyCount = 0
    private var unknownCurrencyCount = 0

    /// The number of rows so far.
    var count: Int { table.rows.count }

    /// Adds a row; its columns must have been checked.
    mutating func add(_ cells: borrowing BrowseCells) throws(RecordFault) {
        var row = OpenItemRow()
        row.status = cells.with(.status, Self.status)
        row.matchStatus = cells.with(.matchStatus, Self.matchStatus)
        guard let date = try Self.date(.date, cells) else {
            throw RecordFault(
                "\(BrowseCell.date.columnName) is empty", line: cells.line(of: .date))
        }
        row.date = date
        row.dueDate = try Self.date(.dueDate, cells)
        try setAmounts(of: &row, cells)
        try setTexts(of: &row, cells)
        if baseOnly(cells) {
            baseOnlyCount += 1
            if !row.currency.isPresent { warnOfCurrency(cells) }
        }
        table.rows.append(row)
    }

    /// The table, with a sentence about everything that a person should know.
    consuming func finish(office: String, further warning: String?) -> OpenItemTable {
        if let warning { table.warnings.insert(warning, at: 0) }
        if let other = otherOffice(than: office) {
            table.warnings.insert(
                "no row is of office \"\(office)\"; the first is of \"\(other)\"", at: 0)
        }
        if baseOnlyCount > 0 {
            table.warnings.insert(
                "base currency only: the answer has no \(BrowseCell.openValue.columnName), so the "
                    + "open amounts are those of \(BrowseCell.openBaseValue.columnName)", at: 0)
        }
        if unknownCurrencyCount > Self.maximumNamedRows {
            let more = unknownCurrencyCount - Self.maximumNamedRows
            table.warnings.append("… and so it is with \(more) more rows")
        }
        return table
    }

    /// The office of the first row when no row is of the expected one.
    private func otherOffice(than office: String) -> String? {
        guard let first = table.rows.first else { return nil }
        var seen = TextSlice.absent
        for row in table.rows where row.office != seen {
            seen = row.office
            if table.texts[seen].elementsEqual(office.utf8) { return nil }
        }
        guard first.office.isPresent, !office.isEmpty else { return nil }
        return TextBytes.shown(table.texts[first.office])
    }

    private mutating func warnOfCurrency(_ cells: borrowing BrowseCells) {
        unknownCurrencyCount += 1
        guard unknownCurrencyCount <= Self.maximumNamedRows else { return }
        let name = Self.name(of: cells)
        table.warnings.append(
            "\(name) is in \(cells.quoted(.currency)), but only base amounts are given: the "
                + "currency of its open amount is unknown")
    }

    private func baseOnly(_ cells: borrowing BrowseCells) -> Bool { !cells.has(.openValue) }

    private mutating func setAmounts(
        of row: inout OpenItemRow, _ cells: borrowing BrowseCells
    ) throws(RecordFault) {
        let currency = try Self.currency(cells)
        let isBase = baseOnly(cells)
        let digits = isBase ? CurrencyCode.eur.minorDigits : currency.minorDigits
        row.currency = isBase && currency != .eur ? .absent : currency
        let openCell: BrowseCell = isBase ? .openBaseValue : .openValue
        if let open = try Self.amount(openCell, digits, cells) {
            row.openValue = open
        } else if row.matchStatus == .available {
            throw RecordFault(
                "\(openCell.columnName) is empty in \(Self.name(of: cells))",
                line: cells.line(of: openCell))
        }
        // The whole amount must be in the currency of the open one.
        let isEuro = currency == .eur
        if isEuro || !isBase { row.value = try Self.amount(.value, digits, cells) }
        if row.value == nil, isEuro || isBase {
            row.value = try Self.amount(.baseValue, digits, cells)
        }
    }

    private mutating func setTexts(
        of row: inout OpenItemRow, _ cells: borrowing BrowseCells
    ) throws(RecordFault) {
        guard table.texts.bytes.count < Int(UInt32.max) - (32 << 20) else {
            throw RecordFault("the answer holds more than 4 GiB of text", line: cells.line)
        }
        let last = table.rows.last
        row.office = keep(cells, .keyOffice, or: .office, last: last?.office)
        row.daybook = try keepKey(cells, .keyDaybook, or: .daybook, last: last?.daybook)
        row.line = try keepKey(cells, .keyLine, or: .line, last: last?.line)
        row.account = keep(cells, .account, last: last?.account)
        // What follows is kept in this order: so a row needs few bytes to say where it stands.
        row.number = try keepKey(cells, .keyNumber, or: .number, last: nil)
        row.invoiceNumber = keep(cells, .invoiceNumber, last: nil)
        row.description = keep(cells, .description, last: row.invoiceNumber)
        row.customer = keep(cells, .customer, last: last?.customer)
        row.customerName = keep(cells, .customerName, last: last?.customerName)
    }

    private mutating func keepKey(
        _ cells: borrowing BrowseCells, _ part: BrowseCell, or column: BrowseCell,
        last: TextSlice?
    ) throws(RecordFault) -> TextSlice {
        let slice = keep(cells, part, or: column, last: last)
        guard slice.isPresent else {
            throw RecordFault(
                "the row has no \(part.columnName) and no \(column.columnName), so its "
                    + "entry in Twinfield is not known", line: cells.line,
                help: "keep the <key> elements of the answer as Twinfield gave them")
        }
        return slice
    }

    private mutating func keep(
        _ cells: borrowing BrowseCells, _ cell: BrowseCell, or other: BrowseCell,
        last: TextSlice?
    ) -> TextSlice {
        keep(cells, cells.isFilled(cell) ? cell : other, last: last)
    }

    /// Keeps a text; one that equals that of the row before takes no room.
    private mutating func keep(
        _ cells: borrowing BrowseCells, _ cell: BrowseCell, last: TextSlice?
    ) -> TextSlice {
        cells.with(cell) { text in
            if let last, Int(last.count) == text.count {
                let isSame = table.texts.bytes.withUnsafeBufferPointer { all in
                    TextBytes.equal(UnsafeBufferPointer(rebasing: all[last.range]), text)
                }
                if isSame { return last }
            }
            return table.texts.append(UnsafeRawBufferPointer(text))
        }
    }
}

extension BrowseRowBuilder {
    /// How a row is named in messages: daybook, number and line.
    private static func name(of cells: borrowing BrowseCells) -> String {
        func text(_ cell: BrowseCell, _ other: BrowseCell) -> String {
            cells.with(cells.isFilled(cell) ? cell : other) { TextBytes.shown($0) }
        }
        return text(.keyDaybook, .daybook) + " " + text(.keyNumber, .number)
            + " line " + text(.keyLine, .line)
    }

    private static func status(_ word: UnsafeBufferPointer<UInt8>) -> OpenItemRow.Status {
        if TextBytes.equal(word, "final") { return .final }
        if TextBytes.equal(word, "temporary") { return .provisional }
        return TextBytes.equal(word, "draft") ? .draft : .other
    }

    private static func matchStatus(
        _ word: UnsafeBufferPointer<UInt8>
    ) -> OpenItemRow.MatchStatus {
        if TextBytes.equal(word, "available") { return .available }
        return TextBytes.equal(word, "matched") ? .matched : .other
    }

    /// The currency of the row: that of the base when the answer does not say.
    private static func currency(
        _ cells: borrowing BrowseCells
    ) throws(RecordFault) -> CurrencyCode {
        guard cells.isFilled(.currency), !cells.with(.currency, { TextBytes.equal($0, "EUR") })
        else { return .eur }
        guard let currency = cells.with(.currency, { CurrencyCode($0) }) else {
            throw fault(.currency, "is not a currency code of three letters", cells)
        }
        return currency
    }

    /// The date in a cell, `yyyymmdd`; nil when the cell is empty or not there.
    private static func date(
        _ cell: BrowseCell, _ cells: borrowing BrowseCells
    ) throws(RecordFault) -> CalendarDate? {
        guard cells.isFilled(cell) else { return nil }
        let date = cells.with(cell) { text -> CalendarDate? in
            var value = 0
            guard text.count == 8 else { return nil }
            for byte in text {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte &- 0x30)
            }
            return CalendarDate(
                year: value / 10_000, month: value / 100 % 100, day: value % 100)
        }
        guard let date else { throw fault(cell, "is not a date (yyyymmdd)", cells) }
        return date
    }

    /// The amount in a cell in minor units; nil when the cell is empty or not there.
    private static func amount(
        _ cell: BrowseCell, _ digits: Int, _ cells: borrowing BrowseCells
    ) throws(RecordFault) -> Int64? {
        guard cells.isFilled(cell) else { return nil }
        do throws(MinorUnits.Fault) {
            return try cells.with(cell) { (text) throws(MinorUnits.Fault) -> Int64 in
                try MinorUnits.parse(
                    AmountText.withoutEmptyDecimals(text, digits), digits: digits)
            }
        } catch {
            switch error {
            case .malformed: throw fault(cell, "is not an amount", cells)
            case .tooManyDecimals: throw fault(cell, "has more than \(digits) decimals", cells)
            case .tooLarge: throw fault(cell, "is larger than any amount can be", cells)
            }
        }
    }

    private static func fault(
        _ cell: BrowseCell, _ problem: String, _ cells: borrowing BrowseCells
    ) -> RecordFault {
        RecordFault(
            "\(cell.columnName) is \(cells.quoted(cell)) in \(name(of: cells)): it \(problem)",
            line: cells.line(of: cell))
    }
}
