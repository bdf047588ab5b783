public import DomainModel

/// The payments of a tab that have one cause.
public struct CauseView: Sendable, Hashable {
    /// The reason code.
    public var reason: String
    /// Counts and amounts by currency.
    public var tallies: [AmountTally]
    /// When the oldest of them was created; nil when no record has a moment.
    public var oldest: Instant?

    /// Makes a cause.
    public init(reason: String, tallies: [AmountTally], oldest: Instant?) {
        self.reason = reason
        self.tallies = tallies
        self.oldest = oldest
    }
}

/// What CCV says was paid on a day with a method, and what became of it.
///
/// The left side comes from CCV's records alone, the right side from the states in the ledger: what
/// is paid and stands nowhere shows as a difference.
public struct CompletenessView: Sendable, Hashable {
    /// The connection.
    public var connection: String
    /// The day on which the payment was created, in the time zone of its rules.
    public var day: CalendarDate
    /// As CCV names it.
    public var method: String
    /// What was paid, by CCV's records: successful sales and captures of one currency, each once.
    public var paid: AmountTally
    /// Of these: in the books.
    public var booked: AmountTally
    /// Of these: waiting for a sale, or about to be booked.
    public var waiting: AmountTally
    /// Of these: in review.
    public var review: AmountTally
    /// Of these: failed, parked or drifted.
    public var errors: AmountTally
    /// Of these: settled by a person.
    public var settled: AmountTally
    /// Of these: with a reason not to be booked, such as a start date or an earlier entry.
    public var skipped: AmountTally

    /// Makes a row.
    public init(
        connection: String, day: CalendarDate, method: String, paid: AmountTally,
        booked: AmountTally, waiting: AmountTally, review: AmountTally, errors: AmountTally,
        settled: AmountTally, skipped: AmountTally
    ) {
        self.connection = connection
        self.day = day
        self.method = method
        self.paid = paid
        self.booked = booked
        self.waiting = waiting
        self.review = review
        self.errors = errors
        self.settled = settled
        self.skipped = skipped
    }

    /// What was paid and stands nowhere; 0 when all is well.
    public var difference: Int64 {
        paid.amount - booked.amount - waiting.amount - review.amount - errors.amount
            - settled.amount - skipped.amount
    }
}

/// What was created on a day and is not settled yet.
public struct UnsettledView: Sendable, Hashable {
    /// The tab where it stands: open, review or errors.
    public var tab: Tab
    /// The day.
    public var day: CalendarDate
    /// Counts and amounts of one currency.
    public var tally: AmountTally

    /// Makes a row.
    public init(tab: Tab, day: CalendarDate, tally: AmountTally) {
        self.tab = tab
        self.day = day
        self.tally = tally
    }
}
