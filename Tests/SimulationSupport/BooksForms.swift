import BooksModel
import ByteText
import DomainModel

extension OpenItemTable {
    /// Adds a customer line as browse 100 shows it: without account, description and addresses.
    mutating func append(_ booked: BookedLine, office: String) {
        let (entry, line) = (booked.entry, booked.line)
        var row = OpenItemRow()
        row.office = texts.append(office)
        row.daybook = texts.append(entry.key.daybook)
        row.number = texts.append(entry.key.number)
        row.line = texts.append(String(line.id))
        row.customer = texts.append(line.dim2)
        row.invoiceNumber = texts.append(line.invoiceNumber)
        row.value = line.signedValue
        row.openValue = line.openValue
        row.date = entry.date
        row.currency = entry.currency
        row.status = entry.isProvisional ? .provisional : .final
        row.matchStatus = line.matchStatus.asRead
        rows.append(row)
    }
}

extension EntryLine.MatchStatus {
    /// The word as the reader of browse 100 takes it.
    var asRead: OpenItemRow.MatchStatus {
        switch self {
        case .available: .available
        case .matched: .matched
        case .proposed, .notMatchable: .other
        }
    }
}

extension EntryRequest {
    /// The request for a memo, as its XML would say it.
    init(_ memo: Memo) {
        let entry = memo.content
        self.init(
            destiny: entry.destiny == .final ? "final" : "temporary", office: entry.office,
            daybook: entry.journal, currency: entry.currency.text, date: entry.date.digits,
            lines: entry.lines.enumerated().map { index, line in
                LineRequest(
                    id: String(index + 1), dim1: entry.texts.string(line.account),
                    dim2: entry.texts.string(line.customer),
                    debitCredit: line.side == .debit ? "debit" : "credit",
                    value: MinorUnits.text(line.amount),
                    description: entry.texts.string(line.description),
                    invoiceNumber: entry.texts.string(line.invoiceNumber))
            })
    }

    /// A sale as a web shop books it, without tax.
    init(sale number: String, _ amount: Int64, customer: String, date: CalendarDate, isFinal: Bool)
    {
        self.init(
            destiny: isFinal ? "final" : "temporary", office: "NLA001", daybook: "VRK",
            currency: "EUR", date: date.digits, invoiceNumber: number,
            dueDate: date.adding(days: 30).digits,
            lines: [
                LineRequest(
                    kind: "total", id: "1", dim1: "1300", dim2: customer, debitCredit: "debit",
                    value: MinorUnits.text(amount), description: number),
                LineRequest(
                    id: "2", dim1: "8000", debitCredit: "credit", value: MinorUnits.text(amount),
                    description: number),
            ])
    }

    /// A payment as a bookkeeper books it by hand.
    init(
        byHand description: String, number: String, _ amount: Int64, account: String,
        customer: String, date: CalendarDate, isFinal: Bool
    ) {
        self.init(
            destiny: isFinal ? "final" : "temporary", office: "NLA001", daybook: "MEMO",
            currency: "EUR", date: date.digits,
            lines: [
                LineRequest(
                    id: "1", dim1: account, debitCredit: "debit",
                    value: MinorUnits.text(amount), description: description,
                    invoiceNumber: number),
                LineRequest(
                    id: "2", dim1: "1300", dim2: customer, debitCredit: "credit",
                    value: MinorUnits.text(amount), description: number, invoiceNumber: number),
            ])
    }
}
