public import DomainModel

/// The books of one administration ("office"): a value that only `apply` changes.
public struct Books: Sendable, Equatable {
    /// What identifies the administration.
    public let office: Office
    /// Where matches book what nobody pays.
    public let writeOffAccounts: WriteOffAccounts
    /// The first and last book year that exist.
    public internal(set) var years: ClosedRange<Int>
    /// The last period that is closed; nil when all are open.
    public internal(set) var lastClosedPeriod: BookPeriod?
    /// What was deleted, in order of deletion.
    public internal(set) var deletedEntries: [DeletedEntry] = []

    var daybookCatalogue: Catalogue<String, Daybook>
    var accountCatalogue: Catalogue<String, Account>
    var customerCatalogue: Catalogue<String, Customer>
    var currencyCatalogue: Catalogue<CurrencyCode, BooksCurrency>
    var vatCatalogue: Catalogue<String, VATCode>
    var entryStore = EntryStore()
    var matchStore = MatchStore()

    /// Takes an empty administration.
    ///
    /// Of several records with one code the last counts. The base currency is added when it is
    /// not among the currencies.
    public init(
        office: Office, daybooks: [Daybook], accounts: [Account], customers: [Customer] = [],
        currencies: [BooksCurrency] = [], vatCodes: [VATCode] = [],
        writeOffAccounts: WriteOffAccounts = WriteOffAccounts(), years: ClosedRange<Int>,
        lastClosedPeriod: BookPeriod? = nil
    ) {
        self.office = office
        self.writeOffAccounts = writeOffAccounts
        self.years = years
        self.lastClosedPeriod = lastClosedPeriod
        daybookCatalogue = Catalogue(daybooks, code: \.code)
        accountCatalogue = Catalogue(accounts, code: \.code)
        customerCatalogue = Catalogue(customers, code: \.code)
        currencyCatalogue = Catalogue(currencies, code: \.code)
        vatCatalogue = Catalogue(vatCodes, code: \.code)
        let base = office.baseCurrency
        if currencyCatalogue[base] == nil {
            let name = base == .eur ? "Euro" : base.text
            currencyCatalogue.save(
                BooksCurrency(code: base, name: name, shortName: name), code: base)
        }
    }
}

extension Books {
    /// The daybooks, in order of their making.
    public var daybooks: [Daybook] { daybookCatalogue.records }
    /// The accounts, in order of their making.
    public var accounts: [Account] { accountCatalogue.records }
    /// The customers and the template record, in order of their making.
    public var customers: [Customer] { customerCatalogue.records }
    /// The currencies, in order of their making; the base currency is among them.
    public var currencies: [BooksCurrency] { currencyCatalogue.records }
    /// The codes of tax, in order of their making.
    public var vatCodes: [VATCode] { vatCatalogue.records }

    /// The daybook with this code.
    public func daybook(_ code: String) -> Daybook? { daybookCatalogue[code] }

    /// The account with this code.
    public func account(_ code: String) -> Account? { accountCatalogue[code] }

    /// The customer with this code; also the template record, and one that is deleted.
    public func customer(_ code: String) -> Customer? { customerCatalogue[code] }

    /// The currency with this code.
    public func currency(_ code: CurrencyCode) -> BooksCurrency? { currencyCatalogue[code] }

    /// The code of tax.
    public func vatCode(_ code: String) -> VATCode? { vatCatalogue[code] }

    /// Whether a period exists.
    public func periodExists(_ period: BookPeriod) -> Bool {
        years.contains(period.year) && period.hasExistingNumber
    }

    /// Whether a period is closed.
    public func isClosed(_ period: BookPeriod) -> Bool {
        lastClosedPeriod.map { period <= $0 } ?? false
    }
}

extension Books {
    /// All entries in order of input; a changed entry keeps its place.
    public var entries: EntryList { entryStore.list }

    /// The entry with this key.
    public func entry(_ key: EntryKey) -> Entry? { entryStore[key] }

    /// The entries that were posted in a span of time, both ends included, in order of input.
    public func entries(inputFrom first: Instant, through last: Instant) -> [Entry] {
        entryStore.entries(from: first, through: last)
    }

    /// All lines of all entries in order of input.
    public var lines: some Sequence<BookedLine> {
        entries.lazy.flatMap { entry in
            entry.lines.lazy.map { BookedLine(entry: entry, line: $0) }
        }
    }

    /// The lines on the accounts of customers, in order of input: what browse 100 shows.
    public var customerLines: some Sequence<BookedLine> {
        entries.lazy.flatMap { entry in
            entry.lines.lazy.filter(\.isMatchable).map { BookedLine(entry: entry, line: $0) }
        }
    }

    /// The lines of one customer that can be matched, in order of input.
    public func customerLines(of customer: String) -> [BookedLine] {
        entryStore.lines(of: customer)
    }

    /// The match of a customer with this number.
    public func match(customer: String, number: Int) -> Match? { matchStore[customer, number] }

    /// The matches of a customer that stand, in order of their numbers.
    public func matches(of customer: String) -> [Match] { matchStore.matches(of: customer) }

    /// All matches that stand, in order of their making.
    public var matches: [Match] { matchStore.all }

    /// Whether every entry of a match is final.
    public func isFinal(_ match: Match) -> Bool {
        match.lines.allSatisfy { entryStore[$0.key]?.isProvisional == false }
    }
}
