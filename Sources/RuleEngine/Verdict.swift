public import ByteText
public import DomainModel

/// What was decided about one payment, in the few bytes that stay for every one of a million.
///
/// The reasons in words and the candidates are found again, by the same code, when asked for.
public struct Verdict: Sendable, Equatable {
    /// What the rules say.
    public var outcome: Outcome
    /// The position of the rule in `select`; nil when none was asked.
    public var rule: Int16?
    /// The position of the sale, when it is booked.
    public var item: Int32?
    /// The position of the template, when it is booked.
    public var template: Int16?
    /// The first reason; nil when it is booked.
    public var reason: ReasonCode?
    /// The order number as the shop wrote it, in the arena of the payments.
    public var orderNumber = TextSlice.absent
    /// The booking date; of no meaning for a defective record.
    public var date = CalendarDate(daysSinceEpoch: 0)
}
