import DomainModel

/// What became of one rule of `select` when it was held against a payment.
public struct RuleTrial: Sendable, Equatable {
    /// A test that did not hold: the key of `when`, what it asks for, and what the payment has.
    public struct Failure: Sendable, Equatable {
        /// The key as the rules write it, such as `status` or `description.contains`.
        public var key: String
        /// What the rule asks for.
        public var wanted: String
        /// What the payment has; empty when it has nothing.
        public var found: String
    }

    /// The name of the rule.
    public var id: String
    /// The first test that did not hold; nil for the rule that applied.
    public var failure: Failure?
}

extension BoundSelect {
    /// The rules from the first up to the one that applied.
    func trials(_ row: PaymentRow, in table: PaymentTable, of rules: [SelectRule]) -> [RuleTrial] {
        var trials: [RuleTrial] = []
        for rule in rules {
            let failed = rule.tests.first { test in
                !BoundCondition([test], words: table.words).holds(row, in: table)
            }
            trials.append(
                RuleTrial(id: rule.id, failure: failed.map { Self.failure($0, row, table) }))
            if failed == nil { break }
        }
        return trials
    }

    private static func failure(
        _ test: SelectRule.Test, _ row: PaymentRow, _ table: PaymentTable
    ) -> RuleTrial.Failure {
        switch test {
        case .word(let field, let wanted):
            let word = field.word(row)
            return RuleTrial.Failure(
                key: field.rawValue, wanted: wanted.joined(separator: ", "),
                found: word == .absent ? "" : table.words.original(word))
        case .currency(let wanted):
            return RuleTrial.Failure(
                key: "currency", wanted: wanted.map(\.text).joined(separator: ", "),
                found: row.currency.isPresent ? row.currency.text : "")
        case .landingPageParent(let wanted):
            return RuleTrial.Failure(
                key: "landing_page_parent", wanted: String(wanted), found: String(!wanted))
        case .given(let field, let wanted):
            let key = field == .billingEmail ? "email_given" : field.rawValue + ".given"
            return RuleTrial.Failure(key: key, wanted: String(wanted), found: String(!wanted))
        case .text(let field, let comparison, let wanted):
            return RuleTrial.Failure(
                key: field.rawValue + "." + comparison.key,
                wanted: wanted.joined(separator: ", "), found: table.text(field.slice(row)))
        case .amount(let least, let most):
            let isBelow = row.amount < least
            func text(_ amount: Int64) -> String {
                MinorUnits.text(amount, digits: row.currency.minorDigits)
            }
            return RuleTrial.Failure(
                key: isBelow ? "amount.at_least" : "amount.at_most",
                wanted: text(isBelow ? least : most), found: text(row.amount))
        }
    }
}

extension SelectRule.TextComparison {
    /// The key of the rules.
    fileprivate var key: String {
        switch self {
        case .equals: "is"
        case .startsWith: "starts_with"
        case .endsWith: "ends_with"
        case .contains: "contains"
        }
    }
}
