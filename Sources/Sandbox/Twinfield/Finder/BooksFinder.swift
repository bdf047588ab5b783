internal import BooksModel
internal import DomainModel

/// Searches in the books of one administration (API reference, 4.5).
struct BooksFinder {
    let books: Books
    let language: BooksLanguage

    /// The columns of most types.
    static func codeAndName(_ language: BooksLanguage) -> [String] {
        ["Code", language == .dutch ? "Naam" : "Name"]
    }

    /// Whether a record fits the pattern in the fields that are searched.
    static func fits(_ query: FinderQuery, code: String, name: String) -> Bool {
        switch query.field {
        case 1: query.pattern.matches(code)
        case 2: query.pattern.matches(name)
        default: query.pattern.matches(code) || query.pattern.matches(name)
        }
    }

    /// `DIM`: customers and accounts.
    func dimensions(_ query: FinderQuery) throws(FinderProblem) -> FinderService.Found {
        try query.allow([
            "office", "section", "dimtype", "modifiedsince", "level", "type", "matchtype",
            "includehidden", "bydimtype", "group", "company",
        ])
        try query.allowFields(0...4)
        if let section = query["section"], !["financials", "teq", "psa"].contains(section) {
            throw FinderProblem("InvalidEnumerationOptionValue", section)
        }
        let since = try modifiedSince(query["modifiedsince"])
        var rows: [[String]] = []
        let type = query["dimtype"]
        if type == nil || type == "DEB" {
            for customer in books.customers
            where customer.status != .deleted && since <= customer.modified
                && fits(query, customer)
            {
                rows.append([customer.code, customer.name])
            }
        }
        // Only customers are known to have a moment of change.
        if query["modifiedsince"] == nil {
            for account in books.accounts
            where (type == nil || type == OfficeEcho.dimensionType(of: account))
                && query.field <= 2
                && Self.fits(query, code: account.code, name: account.name)
            {
                rows.append([account.code, account.name])
            }
        }
        return FinderService.Found(columns: Self.codeAndName(language), rows: rows)
    }

    private func modifiedSince(_ text: String?) throws(FinderProblem) -> Instant {
        guard let text else { return Instant(milliseconds: .min) }
        guard text.utf8.count == 14 else {
            throw FinderProblem("InvalidDateTimeOptionLength", text)
        }
        guard let instant = Stamp.moment(text) else {
            throw FinderProblem("InvalidDateTimeOptionValue", text)
        }
        return instant
    }

    /// There are no bank accounts here, and e-mail addresses are never searched.
    private func fits(_ query: FinderQuery, _ customer: Customer) -> Bool {
        switch query.field {
        case 3: false
        case 4: customer.addresses.contains { query.pattern.matches($0.name) }
        default: Self.fits(query, code: customer.code, name: customer.name)
        }
    }

    /// `TRS`: daybooks; those that the service books in itself are hidden.
    func daybooks(_ query: FinderQuery) throws(FinderProblem) -> FinderService.Found {
        try query.allow(["office", "category", "hidden", "ic"])
        try query.allowFields(0...2)
        guard query["ic"] == nil || query["hidden"] == nil else {
            throw FinderProblem("OptionIcIncompatibleWithOptionHidden", "ic")
        }
        let category = query["category"]
        guard category == nil || ["sales", "purchase", "journal"].contains(category) else {
            throw FinderProblem("InvalidEnumerationOptionValue", category ?? "")
        }
        let showsHidden = query["hidden"] == "1"
        let rows = books.daybooks.filter { daybook in
            (category == nil || daybook.category.rawValue == category)
                && (showsHidden || daybook.category != .automatic)
                && Self.fits(query, code: daybook.code, name: daybook.name)
        }
        return FinderService.Found(
            columns: Self.codeAndName(language), rows: rows.map { [$0.code, $0.name] })
    }

    /// `IVT`: unpaid invoices, without the number of their entry.
    func unpaidInvoices(_ query: FinderQuery) throws(FinderProblem) -> FinderService.Found {
        try query.allow(["office", "dim1", "dim2", "dim3", "value", "openvalue", "matchtype"])
        try query.allowFields(0...3)
        var rows: [[String]] = []
        for booked in books.customerLines where booked.line.matchStatus == .available {
            let line = booked.line
            let number =
                line.invoiceNumber.isEmpty ? booked.entry.invoiceNumber : line.invoiceNumber
            let name = books.customer(line.dim2)?.name ?? ""
            let open = Stamp.amount(Int64(clamping: line.openValue.magnitude))
            guard query["dim1"].map({ $0 == line.dim1 }) ?? true,
                query["dim2"].map({ $0 == line.dim2 }) ?? true,
                query["openvalue"].map({ $0 == open }) ?? true,
                query["value"].map({ $0 == Stamp.amount(line.value) }) ?? true,
                [number, line.dim2, name, open].contains(where: query.pattern.matches)
            else { continue }
            rows.append([number, open, line.dim2, name, line.isDebit ? "Debet" : "Credit"])
        }
        let columns =
            language == .dutch
            ? ["Factuurnr.", "Bedrag", "Debiteur", "Naam", "Debet/credit"]
            : ["Invoice no.", "Value", "Customer", "Name", "Debit/credit"]
        return FinderService.Found(columns: columns, rows: rows)
    }
}
