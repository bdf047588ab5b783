public import PaymentsModel

/// How CCV's double behaves where the documentation says nothing, or where payments vary.
///
/// Every default is what the reference holds most likely; each field names its question in the
/// reference (API reference, 10).
public struct CCVMood: Sendable, Equatable, Codable {
    /// Which form of a moment a filter takes (question 3).
    public enum Timestamps: String, Sendable, Equatable, Codable, CaseIterable {
        /// Milliseconds since 1970; seconds are read as milliseconds too.
        case ms
        /// Seconds since 1970; milliseconds are read as seconds too.
        case s
        /// ISO 8601.
        case iso
    }

    /// What stands around a list (question 4).
    public enum Envelope: String, Sendable, Equatable, Codable, CaseIterable {
        /// Nothing: the list itself.
        case bare
        /// An object with the list in `transactions`.
        case wrapped
    }

    /// How types of several words are spelt (question 6).
    public enum TypeSpelling: String, Sendable, Equatable, Codable, CaseIterable {
        /// `auto_refund`.
        case underscores
        /// `autorefund`.
        case joined
        /// `auto-refund`.
        case hyphens
        /// `AUTO_REFUND`; words that stand alone too.
        case capitals
    }

    /// At most so many payments in a list; the rest is left out without a word (question 1).
    public var pageSize = 100
    /// At most so many in an answer to `references=`.
    public var batchSize = 100
    /// Which payments come first in a list (question 1).
    public var order = PaymentListing.Order.newestFirst
    /// Whether an answer to `references=` has another order than the question, as example E7 has.
    public var reordersBatches = true
    /// Which form of moments filters take (question 3).
    public var timestamps = Timestamps.ms
    /// Whether no filter of a list is looked at.
    public var ignoresFilters = false
    /// Names of filters that are not looked at, such as `createdBefore`.
    public var ignoredFilters: [String] = []
    /// Whether amounts are texts, as one third party has them (4.1).
    public var amountsAsText = false
    /// Whether children of landing pages are only found by their reference (question 5).
    public var hidesChildren = false
    /// Whether children of landing pages show order number and description (4.5).
    public var childrenCarryOrder = false
    /// Whether a landing page shows the payout of its last child (4.5).
    public var parentsMirrorPayout = false
    /// Whether what no shop asked for, such as a chargeback, is not in lists (question 5).
    public var hidesAcquirerTypes = false
    /// Whether the address of the customer is shown; no known answer does (4.1).
    public var echoesBillingEmail = false
    /// Whether any payout field is shown.
    public var showsPayouts = true
    /// Whether `paidoutDate` and its like are ISO 8601 instead of milliseconds (question 11).
    public var payoutDatesAsText = false
    /// Whether `statusFinalDate` is absent, as in examples of before 2024 (E4).
    public var omitsFinalDates = false
    /// Whether an empty list is the status 404 (question 4).
    public var emptyIs404 = false
    /// What stands around a list (question 4).
    public var envelope = Envelope.bare
    /// How types of several words are spelt (question 6).
    public var typeSpelling = TypeSpelling.underscores
    /// Whether a request without `User-Agent` is refused, as one third party says (2).
    public var requiresUserAgent = false
    /// How long refunds and captures stay pending, in seconds; 0 is not at all.
    public var followUpSeconds: Int64 = 0

    /// Makes the mood of the reference.
    public init() {}
}
