public import DomainModel
public import Wording

/// All that can be said about one decision: "why, and why not?".
public struct MatchCard: Sendable {
    /// The order number as it was read.
    public struct Number: Sendable, Equatable {
        /// As the shop wrote it.
        public var text: String
        /// In the form in which it is compared.
        public var compared: String
        /// What the aliases of the rules make of it.
        public var aliases: [String]
        /// A second number that the payment names; empty for none.
        public var second: String
        /// The payment that it was taken from; empty when the payment names it itself.
        public var lender: String
        /// Whether it may be something else: a day, a phone number, nothing but zeros.
        public var isDoubtful: Bool
    }

    /// The decision, with the reasons and the sales.
    public var decision: Decision
    /// The day on which it is booked; nil when no rule was asked.
    public var bookingDate: CalendarDate?
    /// The rules of `select` down to the one that applied; empty when none was asked.
    public var rules: [RuleTrial]
    /// The order number; nil when no sale was looked for, or none is named.
    public var number: Number?
    /// The payer's address; empty when there is none or no sale was looked for.
    public var email: String
    /// Whether a sale was looked for.
    public var looksForSale: Bool
    /// The sales, best first; at most `DecisionJSON.candidatesMaximum`.
    public var sales: [SaleTrial]
    /// How many sales share something with the payment.
    public var salesTotal: Int
    /// What more than 100 sales share with the payment, which lists none of them.
    public var crowds: [SaleTrial.Evidence]
    /// Of a booked payment: what sets its sale apart from the next best.
    public var lead: Phrase?
}
