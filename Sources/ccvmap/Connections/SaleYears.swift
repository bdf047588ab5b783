import DomainModel
import RuleEngine

/// The book years of the sales that payments of a period may pay, by the rules.
struct SaleYears {
    let first: Int
    let last: Int

    /// The years of the payments, widened by what `match.sale_dated` allows.
    init(rules: CompiledRuleSet, from: Instant, to: Instant) {
        let start = rules.timeZone.date(of: from).adding(days: -abs(rules.match.windowFromDays))
        let end = rules.timeZone.date(of: to).adding(days: abs(rules.match.windowToDays))
        first = start.parts.year
        last = max(first, end.parts.year)
    }
}
