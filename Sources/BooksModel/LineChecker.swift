internal import DomainModel

/// Checks one line of a request for an entry (API reference, 3.5).
struct LineChecker {
    private let request: LineRequest
    private let index: Int
    private let books: Books
    private let daybook: Daybook?
    private let currency: BooksCurrency?
    private(set) var refusals: [Refusal] = []
    /// The amounts, when they could be read; the balance does not wait for other fields.
    private(set) var amounts: LineAmounts?

    init(
        _ request: LineRequest, index: Int, in books: Books, daybook: Daybook?,
        currency: BooksCurrency?
    ) {
        self.request = request
        self.index = index
        self.books = books
        self.daybook = daybook
        self.currency = currency
    }

    /// The line, of which the amounts and what is open remain to be filled in.
    mutating func check(id: Int) -> EntryLine? {
        let kind = checkKind()
        let account = checkAccount()
        let customer = checkCustomer(account)
        checkProject()
        let isDebit = checkSide()
        checkAmounts(isDebit)
        let description = limited(request.description, .description)
        let invoiceNumber = checkInvoiceNumber(kind)
        let vatCode = checkVATCode(kind)
        let freeCharacter = limited(request.freeCharacter, .freeCharacter, to: 1)
        let lineDate = checkLineDate()
        if let office = RequestText.present(request.destinationOffice) {
            refuse(.destinationOffice, .noCurrentAccount(office: office))
        }
        guard refusals.isEmpty, let kind, let account, let isDebit else { return nil }
        return EntryLine(
            id: id, kind: kind, dim1: account.code, dim2: customer?.code ?? "", dim3: "",
            isDebit: isDebit, value: 0, baseValue: 0, openValue: 0, openBaseValue: 0,
            description: description, invoiceNumber: invoiceNumber, vatCode: vatCode,
            comment: request.comment ?? "", freeCharacter: freeCharacter, lineDate: lineDate,
            dueDate: nil, matchStatus: .notMatchable, matchNumbers: [])
    }

    private mutating func refuse(_ field: LineField, _ message: BooksMessage) {
        refusals.append(Refusal(.line(index: index, field: field), message))
    }

    private mutating func limited(
        _ text: String?, _ field: LineField, to limit: Int = RequestText.textLimit
    ) -> String {
        guard let text = RequestText.present(text) else { return "" }
        if text.utf16.count > limit { refuse(field, .tooLong(limit: limit)) }
        return text
    }

    private mutating func checkKind() -> EntryLine.Kind? {
        guard let text = RequestText.present(request.kind) else {
            refuse(.type, .valueMissing)
            return nil
        }
        let kind = EntryLine.Kind(rawValue: text)
        if kind == nil { refuse(.type, .valueInvalid(text)) }
        return kind
    }

    /// A code that is not too long.
    private mutating func code(_ text: String?, _ field: LineField) -> String? {
        guard let text = RequestText.present(text) else { return nil }
        guard text.utf16.count <= RequestText.codeLimit else {
            refuse(field, .tooLong(limit: RequestText.codeLimit))
            return nil
        }
        return text
    }

    private mutating func checkAccount() -> Account? {
        guard RequestText.present(request.dim1) != nil else {
            refuse(.dim1, .valueMissing)
            return nil
        }
        guard let code = code(request.dim1, .dim1) else { return nil }
        guard let account = books.account(code) else {
            refuse(.dim1, .dimensionUnknown(code, office: books.office.code))
            return nil
        }
        return account
    }

    private mutating func checkCustomer(_ account: Account?) -> Customer? {
        guard RequestText.present(request.dim2) != nil else {
            if let account, account.requiresRelation {
                refuse(.dim1, .relationRequired(account: account.code))
            }
            return nil
        }
        guard let code = code(request.dim2, .dim2) else { return nil }
        guard let customer = books.customer(code), !customer.isTemplate,
            customer.status != .deleted
        else {
            refuse(.dim2, .dimensionUnknown(code, office: books.office.code))
            return nil
        }
        if customer.status == .blocked { refuse(.dim2, .dimensionBlocked(code)) }
        if let account, customer.controlAccount != account.code {
            refuse(.dim2, .dimensionNotAllowed(code, account: account.code))
        }
        return customer
    }

    /// No project exists in these books.
    private mutating func checkProject() {
        guard let code = code(request.dim3, .dim3) else { return }
        refuse(.dim3, .dimensionUnknown(code, office: books.office.code))
    }

    private mutating func checkSide() -> Bool? {
        switch RequestText.present(request.debitCredit) {
        case nil: refuse(.debitCredit, .valueMissing)
        case "debit": return true
        case "credit": return false
        case .some(let text): refuse(.debitCredit, .valueInvalid(text))
        }
        return nil
    }

    private mutating func checkInvoiceNumber(_ kind: EntryLine.Kind?) -> String {
        let number = limited(request.invoiceNumber, .invoiceNumber)
        if !number.isEmpty, let kind, kind != .detail {
            refuse(.invoiceNumber, .notAllowed(LineField.invoiceNumber.rawValue))
        }
        return number
    }

    private mutating func checkVATCode(_ kind: EntryLine.Kind?) -> String {
        guard let code = RequestText.present(request.vatCode) else {
            if kind == .vat { refuse(.vatCode, .valueMissing) }
            return ""
        }
        let known = books.vatCode(code)
        let fits =
            switch daybook?.category {
            case .sales: known?.side == .sales
            case .purchase: known?.side == .purchase
            default: known != nil
            }
        if !fits { refuse(.vatCode, .vatCodeUnknown(code)) }
        return code
    }

    private mutating func checkLineDate() -> CalendarDate? {
        let rule = daybook?.lineDate ?? .allowed
        guard let text = RequestText.present(request.currencyDate) else {
            if rule == .mandatory { refuse(.currencyDate, .valueMissing) }
            return nil
        }
        guard rule != .notAllowed else {
            refuse(.currencyDate, .notAllowed(LineField.currencyDate.rawValue))
            return nil
        }
        let date = RequestText.date(text)
        if date == nil { refuse(.currencyDate, .dateInvalid(text)) }
        return date
    }
}

extension LineChecker {
    /// Reads the amount, and the amounts in the base and reporting currencies or what they become.
    private mutating func checkAmounts(_ isDebit: Bool?) {
        guard let text = RequestText.present(request.value) else {
            refuse(.value, .valueMissing)
            return
        }
        guard let value = RequestText.amount(text) else {
            refuse(.value, .amountInvalid(text))
            return
        }
        guard let rate = checkRate(),
            let base = checkAmount(
                request.baseValue, .baseValue, else: RequestText.converted(value, rate: rate)),
            let reporting = checkAmount(request.reportingValue, .reportingValue, else: base)
        else { return }
        if let currency, currency.code == books.office.baseCurrency, base != value {
            refuse(.baseValue, .amountInvalid(request.baseValue ?? ""))
            return
        }
        guard let isDebit, currency != nil else { return }
        let sign: Int64 = isDebit ? 1 : -1
        amounts = LineAmounts(
            value: sign * value, baseValue: sign * base, reportingValue: sign * reporting)
    }

    /// The rate of the line; in the base currency it is always one.
    private mutating func checkRate() -> Int64? {
        let table = currency?.rate ?? BooksCurrency.unitRate
        guard let text = RequestText.present(request.rate) else { return table }
        let isBase = currency?.code == books.office.baseCurrency
        guard let rate = RequestText.rate(text), !isBase || rate == BooksCurrency.unitRate else {
            refuse(.rate, .valueInvalid(text))
            return nil
        }
        return rate
    }

    /// An amount of the request, or the computed one when there is none.
    private mutating func checkAmount(
        _ text: String?, _ field: LineField, else computed: Int64?
    ) -> Int64? {
        guard let text = RequestText.present(text) else {
            if computed == nil { refuse(.value, .amountInvalid(request.value ?? "")) }
            return computed
        }
        let amount = RequestText.amount(text)
        if amount == nil { refuse(field, .amountInvalid(text)) }
        return amount
    }
}
