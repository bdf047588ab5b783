public import ByteText
public import DomainModel

/// A memo entry to be filled in: proved to balance, its texts taken apart.
public struct CompiledTemplate: Sendable {
    /// Something that a placeholder stands for.
    public enum Field: String, Sendable, CaseIterable {
        /// CCV's id of the transaction.
        case transactionID = "payment.transaction_id"
        /// The order as the shop named it.
        case merchantOrderReference = "payment.merchant_order_reference"
        /// The description of the payment.
        case paymentDescription = "payment.description"
        /// The metadata of the payment.
        case metadata = "payment.metadata"
        /// The method as CCV writes it.
        case method = "payment.method"
        /// The card brand as CCV writes it.
        case brand = "payment.brand"
        /// The payer's address.
        case email = "payment.email"
        /// The order number as the shop wrote it.
        case orderNumber = "order_number"
        /// The suspense account of the method.
        case suspenseAccount = "suspense_account"
        /// The administration.
        case office
        /// The booking date of the payment.
        case paymentDate = "payment.date"
        /// The date of the sale.
        case itemDate = "item.date"
        /// The debtors' account of the sale.
        case itemAccount = "item.account"
        /// The debtor code.
        case itemCustomer = "item.customer"
        /// The debtor's name.
        case itemCustomerName = "item.customer_name"
        /// The invoice number of the sale.
        case itemInvoiceNumber = "item.invoicenumber"
        /// The description of the sale.
        case itemDescription = "item.description"
        /// The daybook of the sale.
        case itemDaybook = "item.daybook"
        /// The transaction number of the sale.
        case itemNumber = "item.number"
    }

    /// A piece of a text.
    public enum Part: Sendable, Equatable {
        /// Text as it stands.
        case literal([UInt8])
        /// The first field that has a text.
        case fields([Field])
    }

    /// A text of a line.
    public struct Text: Sendable, Equatable {
        /// The pieces in order.
        public var parts: [Part]
        /// Which end stays, and of how many UTF-16 units; nil when the text must fit.
        public var keep: (end: UTF16Cut.End, count: Int)?
        /// Twinfield's limit in UTF-16 units.
        public var limit: Int
        /// What is done to its letters and spaces before it is cut.
        public var shaping: TextShaping

        /// Takes a proved text.
        public init(
            parts: [Part], keep: (end: UTF16Cut.End, count: Int)?, limit: Int,
            shaping: TextShaping = TextShaping()
        ) {
            self.parts = parts
            self.keep = keep
            self.limit = limit
            self.shaping = shaping
        }

        /// Whether the transaction id stands in it.
        public var holdsTransactionID: Bool { parts.contains(.fields([.transactionID])) }

        /// Whether both are built and cut alike.
        public static func == (left: Self, right: Self) -> Bool {
            left.parts == right.parts && left.keep?.end == right.keep?.end
                && left.keep?.count == right.keep?.count && left.limit == right.limit
                && left.shaping == right.shaping
        }
    }

    /// A named amount.
    public enum Amount: String, Sendable, CaseIterable {
        /// The amount of the payment.
        case payment = "payment.amount"
        /// The open amount of the sale.
        case itemOpen = "item.open"
    }

    /// A line of the entry.
    public struct Line: Sendable {
        /// Its name in the rules.
        public var id: String
        /// The line stands in the entry only when all hold; none for every entry.
        public var tests: [SelectRule.Test]
        /// The ledger account.
        public var account: Text
        /// The debtor code.
        public var customer: Text?
        /// Debit or credit.
        public var side: MemoLine.Side
        /// The description.
        public var description: Text?
        /// The invoice number.
        public var invoiceNumber: Text?
        /// Named amounts and how often each is added.
        public var amount: [(amount: Amount, factor: Int64)]

        /// Takes a proved line.
        public init(
            id: String, tests: [SelectRule.Test] = [], account: Text, customer: Text?,
            side: MemoLine.Side, description: Text?, invoiceNumber: Text?,
            amount: [(amount: Amount, factor: Int64)]
        ) {
            self.id = id
            self.tests = tests
            self.account = account
            self.customer = customer
            self.side = side
            self.description = description
            self.invoiceNumber = invoiceNumber
            self.amount = amount
        }
    }

    /// Which day an entry gets.
    public enum EntryDate: Sendable {
        /// The booking date of the payment.
        case paidOn
        /// The date of the sale.
        case saleDate
        /// The later of the two.
        case later
    }

    /// Which line is lettered off against the sale, and on which day.
    public struct Reconcile: Sendable {
        /// The position of the line.
        public var line: Int
        /// The day.
        public var date: EntryDate

        /// Takes the proved parts.
        public init(line: Int, date: EntryDate) {
            self.line = line
            self.date = date
        }
    }

    /// The name by which rules call it.
    public var name: String
    /// The memo journal.
    public var journal: String
    /// Provisional or final.
    public var destiny: MemoDraft.Destiny
    /// Which day the entry gets.
    public var date: EntryDate
    /// At least two.
    public var lines: [Line]
    /// Nil when nothing is lettered off.
    public var reconcile: Reconcile?

    /// Takes the proved parts.
    public init(
        name: String, journal: String, destiny: MemoDraft.Destiny, date: EntryDate,
        lines: [Line], reconcile: Reconcile?
    ) {
        self.name = name
        self.journal = journal
        self.destiny = destiny
        self.date = date
        self.lines = lines
        self.reconcile = reconcile
    }
}

extension CompiledTemplate {
    /// Whether an entry may turn out impossible: a text without `keep` that can be longer than
    /// Twinfield takes, the transaction id where fewer than 40 characters fit, or lines that stand
    /// in some entries only.
    var mayFail: Bool {
        lines.contains { line in
            !line.tests.isEmpty
                || [line.account, line.customer, line.description, line.invoiceNumber]
                    .contains { $0.map { $0.mayExceedLimit || $0.mayLackRoomForID } ?? false }
        }
    }
}

extension CompiledTemplate.Text {
    /// Whether the transaction id, which is never cut, may not fit though CCV's own ids do.
    var mayLackRoomForID: Bool { holdsTransactionID && limit < 40 }

    /// Whether it has no `keep` and holds a field that no limit of Twinfield bounds already.
    public var mayExceedLimit: Bool {
        guard keep == nil, !holdsTransactionID else { return false }
        var longest = 0
        for part in parts {
            switch part {
            case .literal(let bytes): longest += bytes.count
            case .fields(let fields): longest += fields.map(\.maximumLength).max() ?? 0
            }
        }
        return longest > limit
    }
}

extension CompiledTemplate.Field {
    /// The most UTF-16 units a field can have (Twinfield API, 3.5; CCV API, 8).
    public var maximumLength: Int {
        switch self {
        case .suspenseAccount, .office, .itemAccount, .itemCustomer, .itemDaybook, .itemNumber:
            16
        case .itemInvoiceNumber, .itemDescription: 40
        case .paymentDate, .itemDate: 10
        default: 255
        }
    }
}
