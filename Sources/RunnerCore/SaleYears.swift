public import DomainModel
public import RuleEngine

/// The book years of the sales that payments of a period may pay, by the rules.
public struct SaleYears: Sendable, Hashable {
    /// The first year.
    public let first: Int
    /// The last year.
    public let last: Int

    /// The years of the payments, widened by what `match.sale_dated` allows.
    public init(rules: CompiledRuleSet, from: Instant, to: Instant) {
        let zone = rules.timeZone
        let end = zone.date(of: to).adding(days: abs(rules.match.windowToDays)).parts.year
        let start = zone.date(of: from).adding(days: -abs(rules.match.windowFromDays)).parts.year
        first = min(start, end)
        last = end
    }
}
