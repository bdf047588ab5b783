public import Wording

/// A sale held against a payment, with everything that a person asks about it.
public struct SaleTrial: Sendable {
    /// What a payment shares with a sale.
    public enum Evidence: String, Sendable, CaseIterable {
        /// The order number, or a part of it.
        case orderNumber = "order_number"
        /// The open amount.
        case amount
        /// An address of the customer.
        case email
        /// The digits of the order number, or those of a part of it.
        case similarNumber = "similar_number"
    }

    /// Something that would have to be otherwise for the sale to be booked.
    public struct Miss: Sendable, Equatable {
        /// The criterion or obstacle, as the rules and the decisions file name it.
        public var criterion: String
        /// What differs, with both values.
        public var phrase: Phrase
    }

    /// The criteria, the obstacles and the row.
    public var candidate: Candidate
    /// By which of them it was found; all that hold.
    public var foundBy: [Evidence]
    /// Whether the order number is the same but for leading zeros or the signs that part it.
    public var isLoose: Bool
    /// The smallest change that would book it: all that keeps it from the nearest row with `book`;
    /// empty when it fits one.
    public var misses: [Miss]
}
