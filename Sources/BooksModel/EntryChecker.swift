internal import DomainModel

/// Checks a request for an entry as Twinfield does, field by field, and makes the entry of it.
///
/// All reasons are collected. Where the reference is silent the check is a guess; those stand in
/// `docs/assumptions.md`.
struct EntryChecker {
    let books: Books
    let request: EntryRequest
    private(set) var refusals: [Refusal] = []
    /// The daybook, when it is known.
    private(set) var daybook: Daybook?
    /// The currency, when it is known.
    private(set) var currency: BooksCurrency?
    /// The provisional entry that is replaced.
    private(set) var former: Entry?

    init(_ request: EntryRequest, in books: Books) {
        self.books = books
        self.request = request
    }

    /// The entry that the request asks for, or every reason against it.
    ///
    /// Its number is empty when it is a new one; who, when and how remain to be filled in.
    mutating func check() -> Entry? {
        let status = checkDestiny()
        checkOffice()
        daybook = checkDaybook()
        currency = checkCurrency()
        let date = checkDate()
        let period = checkPeriod(date)
        let regime = checkRegime()
        former = checkNumber()
        let invoiceNumber = checkInvoiceNumber()
        let dueDate = checkDueDate()
        let freeTexts = checkFreeTexts()
        let lines = checkLines(invoiceNumber: invoiceNumber ?? "", dueDate: dueDate ?? date)
        guard refusals.isEmpty, let status, let daybook, let currency, let date, let period,
            let regime, let lines
        else { return nil }
        return Entry(
            key: former?.key ?? EntryKey(daybook: daybook.code, number: ""), status: status,
            date: date, period: period, currency: currency.code, regime: regime,
            origin: .import, inputInstant: .absent, modifiedInstant: .absent, userCode: "",
            invoiceNumber: invoiceNumber ?? "", dueDate: dueDate, freeTexts: freeTexts,
            lines: lines)
    }

    mutating func refuse(_ place: Refusal.Place, _ message: BooksMessage) {
        refusals.append(Refusal(place, message))
    }

    private mutating func refuse(_ field: HeaderField, _ message: BooksMessage) {
        refuse(.header(field), message)
    }

    private mutating func checkDestiny() -> Entry.Status? {
        guard let status = request.destiny.flatMap(Entry.Status.init(rawValue:)) else {
            refuse(.transaction, .destinyInvalid)
            return nil
        }
        return status
    }

    /// A text of the header that must be there.
    private mutating func required(_ text: String?, _ field: HeaderField) -> String? {
        guard let text = RequestText.present(text) else {
            refuse(field, .valueMissing)
            return nil
        }
        return text
    }

    /// A text of the header that may be there, but not too long.
    private mutating func limited(
        _ text: String?, _ field: HeaderField, to limit: Int = RequestText.textLimit
    ) -> String? {
        guard let text = RequestText.present(text) else { return nil }
        guard text.utf16.count <= limit else {
            refuse(field, .tooLong(limit: limit))
            return nil
        }
        return text
    }

    private mutating func checkOffice() {
        guard let office = required(request.office, .office) else { return }
        if office != books.office.code { refuse(.office, .officeUnknown) }
    }

    private mutating func checkDaybook() -> Daybook? {
        guard let text = required(request.daybook, .code),
            let code = limited(text, .code, to: RequestText.codeLimit)
        else { return nil }
        guard let daybook = books.daybook(code) else {
            refuse(.code, .daybookUnknown(code))
            return nil
        }
        guard daybook.category != .automatic else {
            refuse(.code, .daybookNotAllowed(code))
            return nil
        }
        return daybook
    }

    private mutating func checkCurrency() -> BooksCurrency? {
        guard let text = required(request.currency, .currency) else { return nil }
        guard let code = CurrencyCode(text.utf8), code.text == text,
            let currency = books.currency(code)
        else {
            refuse(.currency, .currencyUnknown(text))
            return nil
        }
        return currency
    }

    private mutating func checkDate() -> CalendarDate? {
        guard let text = required(request.date, .date) else { return nil }
        return date(text, .date)
    }

    private mutating func date(_ text: String, _ field: HeaderField) -> CalendarDate? {
        guard let date = RequestText.date(text) else {
            refuse(field, .dateInvalid(text))
            return nil
        }
        return date
    }

    private mutating func checkPeriod(_ date: CalendarDate?) -> BookPeriod? {
        var period = date.map { BookPeriod(of: $0) }
        if let text = RequestText.present(request.period) {
            period = BookPeriod(text)
            if period == nil { refuse(.period, .valueInvalid(text)) }
        }
        guard let period else { return nil }
        guard books.periodExists(period) else {
            refuse(.period, .periodUnknown(period.text))
            return nil
        }
        if books.isClosed(period) { refuse(.period, .periodClosed(period)) }
        let warns = request.raisesWarning ?? true && request.dateRaisesWarning ?? true
        if let date, warns, !period.contains(date) {
            refusals.append(
                Refusal(.header(.date), .dateOutsidePeriod(date, period), level: .warning))
        }
        return period
    }

    private mutating func checkRegime() -> Entry.Regime? {
        guard let text = RequestText.present(request.regime) else { return .generic }
        let known = Entry.Regime.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        if known == nil { refuse(.regime, .valueInvalid(text)) }
        return known
    }

    /// The entry with the number of the request; nil when a new one is to be made.
    private mutating func checkNumber() -> Entry? {
        guard let daybook, let number = RequestText.present(request.number),
            let former = books.entry(EntryKey(daybook: daybook.code, number: number))
        else { return nil }
        if !former.isProvisional { refuse(.number, .statusMustBeProvisional) }
        if books.isClosed(former.period) { refuse(.period, .periodClosed(former.period)) }
        if !books.canLoosen(former) { refuse(.number, .matchCannotBeUndone) }
        return former
    }

    private mutating func checkInvoiceNumber() -> String? {
        guard let daybook, let number = limited(request.invoiceNumber, .invoiceNumber) else {
            return nil
        }
        guard daybook.hasInvoices else {
            refuse(.invoiceNumber, .notAllowed(HeaderField.invoiceNumber.rawValue))
            return nil
        }
        if daybook.refusesDuplicateInvoiceNumbers,
            books.entryStore.hasInvoiceNumber(
                number, daybook: daybook.code, besides: former?.key)
        {
            refuse(.invoiceNumber, .duplicateInvoiceNumber(number))
        }
        return number
    }

    private mutating func checkDueDate() -> CalendarDate? {
        guard let daybook, let text = RequestText.present(request.dueDate) else { return nil }
        guard daybook.hasInvoices else {
            refuse(.dueDate, .headerDueDateNotAllowed)
            return nil
        }
        return date(text, .dueDate)
    }

    private mutating func checkFreeTexts() -> [String] {
        let texts: [(String?, HeaderField)] = [
            (request.freeText1, .freeText1), (request.freeText2, .freeText2),
            (request.freeText3, .freeText3),
        ]
        var found: [String] = []
        for (index, (text, field)) in texts.enumerated() {
            let text = limited(text, field) ?? ""
            if !text.isEmpty, let daybook, !daybook.enabledFreeTexts.contains(index + 1) {
                refuse(field, .notAllowed(field.rawValue))
            }
            found.append(text)
        }
        return found
    }
}

extension Daybook {
    /// Whether its entries carry an invoice number and a due date in the header.
    var hasInvoices: Bool { category == .sales || category == .purchase }
    /// Whether its entries have a total line; all do but memo entries (API reference, 3.1).
    var hasTotalLine: Bool { category != .journal }
}
