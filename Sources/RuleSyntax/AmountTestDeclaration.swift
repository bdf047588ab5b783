/// What a row of `decide` asks of the amount, as it was written.
public enum AmountTestDeclaration: Sendable, Equatable {
    /// A result by name.
    case result(RuleChoices.Amount)
    /// The difference is at most this amount, such as `0.05`.
    case within(String)
    /// The difference is at most this part of the open amount, in percent, such as `1`.
    case withinPercent(String)
}
