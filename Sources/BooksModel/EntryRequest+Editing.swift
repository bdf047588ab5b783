internal import DomainModel

extension EntryRequest {
    /// The request that posts an entry again as it is, to be changed by a person and posted.
    public init(editing entry: Entry, office: String) {
        self.init(
            destiny: entry.status.rawValue, office: office, daybook: entry.key.daybook,
            number: entry.key.number, currency: entry.currency.text,
            date: Self.text(entry.date), period: entry.period.text,
            invoiceNumber: entry.invoiceNumber, dueDate: entry.dueDate.map(Self.text),
            lines: entry.lines.map { Self.request(for: $0) })
        raisesWarning = false
        regime = entry.regime.rawValue
        let texts = entry.freeTexts + ["", "", ""]
        freeText1 = texts[0]
        freeText2 = texts[1]
        freeText3 = texts[2]
    }

    private static func request(for line: EntryLine) -> LineRequest {
        var request = LineRequest(
            kind: line.kind.rawValue, id: String(line.id), dim1: line.dim1, dim2: line.dim2,
            dim3: line.dim3, debitCredit: line.isDebit ? "debit" : "credit",
            value: MinorUnits.text(line.value), description: line.description,
            invoiceNumber: line.kind == .detail ? line.invoiceNumber : nil,
            vatCode: line.vatCode, comment: line.comment)
        request.baseValue = MinorUnits.text(line.baseValue)
        request.freeCharacter = line.freeCharacter
        request.currencyDate = line.lineDate.map(text)
        return request
    }

    /// The date as `yyyyMMdd`.
    private static func text(_ date: CalendarDate) -> String {
        String(date.isoText.filter { $0 != "-" })
    }
}
