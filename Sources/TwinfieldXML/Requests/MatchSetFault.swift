/// Why lines cannot be reconciled with each other.
public enum MatchSetFault: Error, Sendable, Equatable {
    /// Fewer than two lines.
    case tooFewLines
    /// More than 1,000 lines.
    case tooManyLines
    /// The same line twice.
    case lineTwice(MatchSet.Line)
    /// The matched amounts do not add up to zero, but to this, in minor units.
    case notBalanced(sum: Int64)
    /// More is matched than is open, nothing is, or it has the other sign.
    case outOfRange(MatchSet.Line)
    /// A text that cannot be sent.
    case text(RequestFault)
}
