public import DomainModel

/// The books of one administration ("office"): a value that only `apply` changes.
public struct Books: Sendable {
    /// What identifies the administration.
    public private(set) var office: Office
    /// The daybooks, in order of their making.
    public private(set) var daybooks: [Daybook]
    /// The accounts, in order of their making.
    public private(set) var accounts: [Account]
    /// The customers and the template record, in order of their making.
    public private(set) var customers: [Customer]
    /// The currencies, in order of their making; the base currency is among them.
    public private(set) var currencies: [BooksCurrency]
    /// The codes of tax, in order of their making.
    public private(set) var vatCodes: [VATCode]
    /// Where matches book what nobody pays.
    public private(set) var writeOffAccounts: WriteOffAccounts
    /// The first and last book year that exist.
    public private(set) var years: ClosedRange<Int>
    /// The last period that is closed; nil when all are open.
    public private(set) var lastClosedPeriod: BookPeriod?
    /// What was deleted, in order of deletion.
    public private(set) var deletedEntries: [DeletedEntry] = []

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
        self.daybooks = daybooks
        self.accounts = accounts
        self.customers = customers
        self.currencies = currencies
        self.vatCodes = vatCodes
        self.writeOffAccounts = writeOffAccounts
        self.years = years
        self.lastClosedPeriod = lastClosedPeriod
    }

    /// Does what was asked, or refuses all of it.
    public mutating func apply(_ change: BooksChange, at instant: Instant) -> BooksOutcome {
        .refused([Refusal(.transaction, .officeUnknown)])
    }

    /// All entries in order of input; a changed entry keeps its place.
    public var entries: EntryList { EntryList(places: [], count: 0) }

    /// The entry with this key.
    public func entry(_ key: EntryKey) -> Entry? { nil }

    /// The daybook with this code.
    public func daybook(_ code: String) -> Daybook? { nil }

    /// The account with this code.
    public func account(_ code: String) -> Account? { nil }

    /// The customer with this code; also the template record, and one that is deleted.
    public func customer(_ code: String) -> Customer? { nil }

    /// The currency with this code.
    public func currency(_ code: CurrencyCode) -> BooksCurrency? { nil }

    /// The entries that were posted in a span of time, both ends included, in order of input.
    public func entries(inputFrom first: Instant, through last: Instant) -> [Entry] { [] }

    /// All lines of all entries in order of input.
    public var lines: some Sequence<BookedLine> {
        entries.lazy.flatMap { entry in
            entry.lines.lazy.map { BookedLine(entry: entry, line: $0) }
        }
    }

    /// The lines on the accounts of customers, in order of input: what browse 100 shows.
    public var customerLines: some Sequence<BookedLine> { lines.lazy.filter(\.line.isMatchable) }

    /// The lines of one customer that can be matched, in order of input.
    public func customerLines(of customer: String) -> [BookedLine] { [] }

    /// The match of a customer with this number.
    public func match(customer: String, number: Int) -> Match? { nil }

    /// The matches of a customer that stand, in order of their numbers.
    public func matches(of customer: String) -> [Match] { [] }

    /// All matches that stand, in order of their making.
    public var matches: [Match] { [] }

    /// Whether a period exists.
    public func periodExists(_ period: BookPeriod) -> Bool { false }

    /// Whether a period is closed.
    public func isClosed(_ period: BookPeriod) -> Bool { false }
}

extension Books: Equatable {
    /// Whether both hold the same, in the same order.
    public static func == (left: Self, right: Self) -> Bool { left.office == right.office }
}

extension Books: Codable {
    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: decoder.codingPath, debugDescription: ""))
    }

    /// Writes all of the books.
    public func encode(to encoder: any Encoder) throws {}
}
