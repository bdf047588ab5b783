/// A sale held against a payment: the result of each criterion, and the row it fits.
public struct Candidate: Sendable {
    /// The position of the sale in its table.
    public var item: Int
    /// The amounts compared.
    public var amount: AmountResult
    /// The order numbers compared.
    public var number: NumberResult
    /// The addresses compared.
    public var email: EmailResult
    /// What stands in the way whatever the criteria say.
    public var obstacles: Obstacles
    /// The row of the decision table that fits, from 0; nil when none does.
    public var row: Int?

    /// What it leads to: the row's outcome, or nothing when something stands in the way.
    func then(_ rules: MatchRule) -> Outcome? {
        obstacles.isEmpty ? row.map { rules.rows[$0].then } : nil
    }
}
