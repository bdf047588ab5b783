internal import BooksModel
internal import DomainModel

/// One row: an entry and the place of one of its lines.
struct BrowseRow {
    var entry: Entry
    var index: Int

    /// The line.
    var line: EntryLine { entry.lines[index] }
}

/// Takes the values of fields out of the books.
struct BrowseSource {
    let books: Books
    let scope: BrowseDefinition.Scope
    private let userName: String
    private let userCode: String

    init(books: Books, scope: BrowseDefinition.Scope, organisation: Organisation) {
        self.books = books
        self.scope = scope
        userName = organisation.userName
        userCode = organisation.userCode
    }

    /// The rows of a scope that pass all conditions, in order of input.
    func rows(_ conditions: [BrowseCondition]) -> [BrowseRow] {
        var rows: [BrowseRow] = []
        func take(_ entry: Entry) {
            for index in entry.lines.indices {
                if scope == .customerLines, !entry.lines[index].isMatchable { continue }
                let row = BrowseRow(entry: entry, index: index)
                if conditions.allSatisfy({ $0.accepts(row, self) }) { rows.append(row) }
                if scope == .entries { return }
            }
        }
        if let span = conditions.lazy.compactMap(\.inputSpan).first {
            books.entries(inputFrom: span.first, through: span.last).forEach(take)
        } else {
            for entry in books.entries { take(entry) }
        }
        return rows
    }

    /// The value of a field of numbers, in the smallest unit.
    func number(_ field: BrowseField, _ row: BrowseRow) -> Int64 {
        let line = row.line
        return switch field {
        case .number: Int64(row.entry.key.number) ?? 0
        case .value: line.signedValue
        case .baseValue, .reportingValue: line.signedBaseValue
        case .openValue: line.openValue
        case .openBaseValue: line.openBaseValue
        default: 0
        }
    }

    /// The value of a field of moments, in milliseconds.
    func moment(_ field: BrowseField, _ row: BrowseRow) -> Int64 {
        let line = row.line
        switch field {
        case .inputDate: return row.entry.inputInstant.milliseconds
        case .modified: return row.entry.modifiedInstant.milliseconds
        default:
            let matched = line.matchNumbers.last.flatMap {
                books.match(customer: line.dim2, number: $0)?.instant.milliseconds
            }
            return max(row.entry.modifiedInstant.milliseconds, matched ?? .min)
        }
    }

    /// The raw value of a field, as its cell shows it.
    func text(_ field: BrowseField, _ row: BrowseRow) -> String {
        switch field.cellType.description {
        case "Decimal": return row.entry.key.number
        case "Value": return Stamp.amount(number(field, row))
        case "Datetime": return Stamp.moment(Instant(milliseconds: moment(field, row)))
        case "Date": return day(field, row).map(Stamp.date) ?? ""
        default: return headText(field, row.entry) ?? lineText(field, row)
        }
    }

    /// The value of a field of days.
    func day(_ field: BrowseField, _ row: BrowseRow) -> CalendarDate? {
        switch field {
        case .date: return row.entry.date
        case .dueDate: return row.line.dueDate ?? row.entry.dueDate
        default:
            return row.line.matchNumbers.last.flatMap {
                books.match(customer: row.line.dim2, number: $0)?.date
            }
        }
    }

    private func headText(_ field: BrowseField, _ entry: Entry) -> String? {
        switch field {
        case .office: books.office.code
        case .officeName: books.office.name
        case .year: String(entry.period.year)
        case .period: String(entry.period.number)
        case .yearPeriod: entry.period.text
        case .code: entry.key.daybook
        case .shortName: books.daybook(entry.key.daybook)?.shortName ?? ""
        case .status: entry.status.rawValue
        case .currency: entry.currency.text
        case .relation: entry.lines.first { !$0.dim2.isEmpty }?.dim2 ?? ""
        case .relationName: relationName(entry)
        case .userName: entry.userCode == userCode ? userName : entry.userCode
        case .origin: entry.origin.rawValue
        case .regime: entry.regime.rawValue.lowercased()
        case .kind: kind(of: entry)
        case .freeText1: freeText(0, entry)
        case .freeText2: freeText(1, entry)
        case .freeText3: freeText(2, entry)
        default: nil
        }
    }

    private func lineText(_ field: BrowseField, _ row: BrowseRow) -> String {
        let line = row.line
        return switch field {
        case .dim1: line.dim1
        case .dim1Name: books.account(line.dim1)?.name ?? ""
        case .dim1Type: books.account(line.dim1).map(OfficeEcho.dimensionType) ?? ""
        case .dim2: line.dim2
        case .dim2Name: line.dim2.isEmpty ? "" : books.customer(line.dim2)?.name ?? ""
        case .dim2Type: line.dim2.isEmpty ? "" : "DEB"
        case .dim3: line.dim3
        case .debitCredit: line.isDebit ? "debit" : "credit"
        case .vatCode: line.vatCode
        case .description: line.description
        case .invoiceNumber:
            line.invoiceNumber.isEmpty && line.kind == .total
                ? row.entry.invoiceNumber : line.invoiceNumber
        case .matchStatus: line.matchStatus.rawValue
        case .matchNumber: line.matchNumbers.map { String($0) }.joined(separator: ", ")
        case .availableForPayRuns: line.matchStatus == .available ? "true" : "false"
        default: ""
        }
    }

    private func relationName(_ entry: Entry) -> String {
        entry.lines.first { !$0.dim2.isEmpty }.flatMap { books.customer($0.dim2)?.name } ?? ""
    }

    private func freeText(_ index: Int, _ entry: Entry) -> String {
        entry.freeTexts.indices.contains(index) ? entry.freeTexts[index] : ""
    }

    /// `JOURNAL` and `PURCHASEINVOICE` were recorded; the others are guesses.
    private func kind(of entry: Entry) -> String {
        switch books.daybook(entry.key.daybook)?.category {
        case .sales: "SALESINVOICE"
        case .purchase: "PURCHASEINVOICE"
        case .bank: "BANK"
        case .cash: "CASH"
        case .journal, .automatic, nil: "JOURNAL"
        }
    }
}
