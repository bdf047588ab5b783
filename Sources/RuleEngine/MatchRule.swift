import ByteText
public import DomainModel

/// What makes a payment and a sale belong together.
public struct MatchRule: Sendable {
    /// A row of the decision table: a set of results per criterion, and what they lead to.
    public struct Row: Sendable {
        /// The results that fit; all of them when the rules do not say.
        public var amount: Set<AmountResult>
        /// A difference that fits although the result does not; nil when the rules allow none.
        public var tolerance: AmountTolerance?
        /// The results that fit; all of them when the rules do not say.
        public var orderNumber: Set<NumberResult>
        /// The results that fit; all of them when the rules do not say.
        public var email: Set<EmailResult>
        /// The most days between the sale and the booking date, either way; nil for any.
        public var daysApart: Int32?
        /// The statuses of the sale that fit; nil for any.
        public var statuses: Set<OpenItemRow.Status>?
        /// The debtor codes that fit; nil for any.
        public var customers: [String]?
        /// `book` or `review`.
        public var then: Outcome

        /// Takes the proved parts.
        public init(
            amount: Set<AmountResult>, tolerance: AmountTolerance? = nil,
            orderNumber: Set<NumberResult>, email: Set<EmailResult>, daysApart: Int32? = nil,
            statuses: Set<OpenItemRow.Status>? = nil, customers: [String]? = nil, then: Outcome
        ) {
            self.amount = amount
            self.tolerance = tolerance
            self.orderNumber = orderNumber
            self.email = email
            self.daysApart = daysApart
            self.statuses = statuses
            self.customers = customers
            self.then = then
        }
    }

    /// The statuses of a sale that can be paid.
    public var statuses: Set<OpenItemRow.Status>
    /// The daybooks of sales; nil for every daybook.
    public var daybooks: [String]?
    /// How many days the sale may lie before (negative) the booking date.
    public var windowFromDays: Int32
    /// How many days the sale may lie after the booking date.
    public var windowToDays: Int32
    /// From top to bottom.
    public var rows: [Row]
    /// The outcome when two sales fit a row with `book`.
    public var severalFit: Outcome
    /// The outcome when the number is that of a closed sale.
    public var alreadyPaidSale: Outcome
    /// Calendar days after the booking date.
    public var waitAtMostDays: Int32
    /// The outcome afterwards.
    public var afterWaiting: Outcome

    /// Takes the proved parts.
    public init(
        statuses: Set<OpenItemRow.Status>, daybooks: [String]?, windowFromDays: Int32,
        windowToDays: Int32, rows: [Row], severalFit: Outcome, alreadyPaidSale: Outcome,
        waitAtMostDays: Int32, afterWaiting: Outcome
    ) {
        self.statuses = statuses
        self.daybooks = daybooks
        self.windowFromDays = windowFromDays
        self.windowToDays = windowToDays
        self.rows = rows
        self.severalFit = severalFit
        self.alreadyPaidSale = alreadyPaidSale
        self.waitAtMostDays = waitAtMostDays
        self.afterWaiting = afterWaiting
    }
}

extension MatchRule {
    /// Whether a row can fit a sale that shares no order number but the address with a payment.
    var needsEmailIndex: Bool {
        rows.contains {
            $0.email == [.same] && $0.needsEqualAmounts && $0.reachesBeyondNumber
        }
    }

    /// Whether a row can fit a sale that shares nothing but the amount with a payment.
    var needsAmountIndex: Bool {
        rows.contains {
            $0.email != [.same] && $0.needsEqualAmounts && $0.reachesBeyondNumber
        }
    }
}

extension MatchRule {
    /// Whether a sale can be booked that the order number does not prove: then every index must
    /// be asked, even when the number has found a sale.
    var mayBookBeyondNumber: Bool {
        rows.contains { $0.then == .book && !$0.orderNumber.isSubset(of: [.same, .alias]) }
    }
}

extension MatchRule.Row {
    /// Whether it only fits sales whose open amount is the payment's, to the cent.
    public var needsEqualAmounts: Bool { amount == [.equalsOpen] && tolerance == nil }

    /// Whether it asks for more than the three criteria that every row can name.
    public var isNarrowed: Bool { daysApart != nil || statuses != nil || customers != nil }

    /// Whether the sale itself is one for this row.
    func fits(_ sale: OpenItemRow, daysApart days: Int32, in items: OpenItemTable) -> Bool {
        if let daysApart, days.magnitude > daysApart.magnitude { return false }
        if let statuses, !statuses.contains(sale.status) { return false }
        guard let customers else { return true }
        return customers.contains { items.texts[sale.customer].elementsEqual($0.utf8) }
    }

    /// Whether the amounts fit.
    public func fits(_ result: AmountResult, paid: Int64, open: Int64) -> Bool {
        amount.contains(result) || (tolerance?.admits(paid: paid, open: open) ?? false)
    }

    /// Whether it can fit a sale that no index of numbers finds.
    var reachesBeyondNumber: Bool {
        orderNumber.contains(.missing) || orderNumber.contains(.differs)
    }
}
