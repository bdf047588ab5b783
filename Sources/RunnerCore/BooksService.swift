public import DomainModel

/// The books, as the runner needs them: Twinfield, or a model of it.
///
/// Every call is one exchange. A read is complete or throws a `PortFault`. A write says what became
/// of it; it throws only when it was surely not sent.
public protocol BooksService: Sendable {
    /// The customer lines of some book years.
    func openItems(from firstYear: Int, to lastYear: Int) async throws -> OpenItemTable
    /// The customers with their addresses.
    func customers() async throws -> CustomerTable
    /// The lines of a journal that were entered between two moments of the books' own clock.
    func journalLines(
        _ journal: String, from: Instant, to: Instant
    ) async throws -> [JournalLine]
    /// The lines of customers in a journal, of some book years, with what is open of them; a line
    /// may be missing, and then its entry is read alone.
    func customerLines(
        _ journal: String, from firstYear: Int, to lastYear: Int
    ) async throws -> [CustomerLine]
    /// The entries of a journal that were deleted since a moment; nil when it cannot be read.
    func deletedEntries(_ journal: String, since: Instant) async throws -> [EntryKey]?
    /// An entry as it stands now; nil when it is not there.
    func entry(_ key: EntryKey) async throws -> BookedEntry?
    /// The moment by the books' own clock.
    func now() async throws -> Instant
    /// Sends an entry, once; it must hold the reference, which its answer is held against.
    func post(_ memo: Memo, reference: String) async throws -> PostResult
    /// Sends lines to be reconciled, once.
    func match(_ order: MatchOrder) async throws -> MatchResult
}

/// A line of a journal, as a search finds it.
public struct JournalLine: Sendable, Equatable {
    /// The entry.
    public var entry: EntryKey
    /// The ledger account.
    public var account: String
    /// The customer, or empty.
    public var customer: String
    /// The description.
    public var description: String
    /// The invoice number, or empty.
    public var invoiceNumber: String
    /// In minor units, positive for debit; nil when it cannot be read.
    public var value: Int64?
    /// Whether the entry is final, or else provisional; nil when the list does not say.
    public var isFinal: Bool?

    /// Makes a line.
    public init(
        entry: EntryKey, account: String, customer: String = "", description: String = "",
        invoiceNumber: String = "", value: Int64?, isFinal: Bool? = nil
    ) {
        self.entry = entry
        self.account = account
        self.customer = customer
        self.description = description
        self.invoiceNumber = invoiceNumber
        self.value = value
        self.isFinal = isFinal
    }
}

/// A line of a customer, as a list shows how it is matched.
public struct CustomerLine: Sendable, Equatable {
    /// The entry.
    public var entry: EntryKey
    /// The customer.
    public var customer: String
    /// What is open of it, signed; nil when the list does not say.
    public var open: Int64?
    /// Whether it can be reconciled, or is.
    public var matchStatus: OpenItemRow.MatchStatus
    /// The numbers of its matches, as the customer has them; empty when the list does not say.
    public var matchNumbers: [String]

    /// Makes a line.
    public init(
        entry: EntryKey, customer: String, open: Int64?,
        matchStatus: OpenItemRow.MatchStatus, matchNumbers: [String]
    ) {
        self.entry = entry
        self.customer = customer
        self.open = open
        self.matchStatus = matchStatus
        self.matchNumbers = matchNumbers
    }
}

/// An entry as it stands in the books.
public struct BookedEntry: Sendable, Equatable {
    /// A line of it.
    public struct Line: Sendable, Equatable {
        /// The id.
        public var id: String
        /// The ledger account.
        public var account: String
        /// The customer, or empty.
        public var customer: String
        /// In minor units; debit is positive.
        public var value: Int64
        /// What is open of it, signed the same; nil when the line has no open amount.
        public var open: Int64?
        /// Whether it can be reconciled, or is.
        public var matchStatus: OpenItemRow.MatchStatus
        /// The description.
        public var description: String
        /// The lines that it is reconciled with.
        public var matchedWith: [SaleKey]

        /// Makes a line.
        public init(
            id: String, account: String, customer: String = "", value: Int64, open: Int64? = nil,
            matchStatus: OpenItemRow.MatchStatus = .other, description: String = "",
            matchedWith: [SaleKey] = []
        ) {
            self.id = id
            self.account = account
            self.customer = customer
            self.value = value
            self.open = open
            self.matchStatus = matchStatus
            self.description = description
            self.matchedWith = matchedWith
        }
    }

    /// Where it stands.
    public var key: EntryKey
    /// Provisional or final.
    public var isFinal: Bool
    /// The lines.
    public var lines: [Line]

    /// Makes an entry.
    public init(key: EntryKey, isFinal: Bool, lines: [Line]) {
        self.key = key
        self.isFinal = isFinal
        self.lines = lines
    }
}

/// Two lines that are to be reconciled whole.
public struct MatchOrder: Sendable, Equatable {
    /// The line of our entry.
    public var memo: SaleKey
    /// The line of the sale.
    public var sale: SaleKey
    /// The day.
    public var date: CalendarDate
    /// The amount of the sale's line, signed.
    public var value: Int64
    /// The currency of the amount.
    public var currency: CurrencyCode

    /// Makes an order.
    public init(
        memo: SaleKey, sale: SaleKey, date: CalendarDate, value: Int64, currency: CurrencyCode
    ) {
        self.memo = memo
        self.sale = sale
        self.date = date
        self.value = value
        self.currency = currency
    }
}

/// What became of an entry that was sent; nothing else is possible.
public enum PostResult: Sendable, Equatable {
    /// It is in the books.
    case booked(EntryKey)
    /// It is not in the books, for these reasons.
    case refused([String])
    /// Nobody knows, and why.
    case unknown(String)
}

/// What became of lines that were to be reconciled.
public enum MatchResult: Sendable, Equatable {
    /// They are reconciled.
    case matched(number: String)
    /// They are not, for these reasons.
    case refused([String])
    /// Nobody knows, and why.
    case unknown(String)
}
