public import DomainModel

/// An entry that is on its way into the books, as the ledger knows it.
public struct Posting: Sendable, Equatable {
    /// How far it is.
    public enum State: Sendable, Equatable {
        /// The intent is written; it may have been sent since.
        case intended
        /// It was sent, and nobody knows what became of it; the last proof that it is not there.
        case parked(absentSince: Instant?)
        /// It is in the books.
        case posted(EntryKey)
        /// It is in the books and reconciled.
        case reconciled(EntryKey)
        /// It is in the books, and people made reconciling impossible.
        case unreconcilable(EntryKey, String)
        /// It is not in the books: refused, or proved absent.
        case ended(String)
        /// A person must look: found in another form, twice, or perhaps deleted.
        case unclear(String)
    }

    /// Its identity.
    public var key: PostingKey
    /// The administration it is for; rules may name another one by now.
    public var office: String
    /// The number of the attempt, from 1.
    public var attempt: Int
    /// The digest of the entry.
    public var digest: String
    /// The revision of the rules that made it.
    public var revision: String
    /// The journal.
    public var journal: String
    /// The sale that it pays.
    public var sale: SaleKey
    /// What of the sale was open when it was decided, signed.
    public var saleOpen: Int64
    /// The ledger account of the payment's line.
    public var suspenseAccount: String
    /// The ledger account of the sale's line.
    public var debtorAccount: String
    /// The customer.
    public var customer: String
    /// The invoice number on the lines.
    public var invoiceNumber: String
    /// The amount of the payment's line, in minor units.
    public var amount: Int64
    /// The currency.
    public var currency: CurrencyCode
    /// The day of reconciling; nil when nothing is reconciled.
    public var matchDate: CalendarDate?
    /// When the payment was created at CCV.
    public var created: Instant
    /// How far it is.
    public var state: State

    /// Makes a posting that is intended.
    public init(
        key: PostingKey, office: String, attempt: Int, digest: String, revision: String,
        journal: String,
        sale: SaleKey, saleOpen: Int64, suspenseAccount: String, debtorAccount: String,
        customer: String, invoiceNumber: String, amount: Int64, currency: CurrencyCode,
        matchDate: CalendarDate?, created: Instant, state: State = .intended
    ) {
        self.key = key
        self.office = office
        self.attempt = attempt
        self.digest = digest
        self.revision = revision
        self.journal = journal
        self.sale = sale
        self.saleOpen = saleOpen
        self.suspenseAccount = suspenseAccount
        self.debtorAccount = debtorAccount
        self.customer = customer
        self.invoiceNumber = invoiceNumber
        self.amount = amount
        self.currency = currency
        self.matchDate = matchDate
        self.created = created
        self.state = state
    }

    /// Whether the sale is taken: no other payment may be booked on it by a machine.
    ///
    /// Also when people undid the match or deleted the entry: then a person decides what pays it.
    public var claimsSale: Bool {
        if case .ended = state { false } else { true }
    }

    /// Its entry in the books; nil when it is not known to be there.
    public var entry: EntryKey? {
        switch state {
        case .posted(let key), .reconciled(let key), .unreconcilable(let key, _): key
        case .intended, .parked, .ended, .unclear: nil
        }
    }

    /// The state of its payment.
    public var paymentState: PaymentState {
        switch state {
        case .intended: .intended
        case .parked: .parked
        case .posted, .unreconcilable: .posted
        case .reconciled: .reconciled
        case .ended: .due
        case .unclear: .failed
        }
    }
}
