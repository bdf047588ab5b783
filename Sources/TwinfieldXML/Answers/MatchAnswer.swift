/// What became of one set of a match request (API reference, 5.3 and 5.4).
public enum MatchAnswer: Sendable, Equatable {
    /// The lines are reconciled.
    case matched(MatchedSet)
    /// None of the lines is reconciled by this request, for these reasons; there may be none.
    case refused([TwinfieldMessage])
    /// The answer does not say clearly what became of the set.
    case notUnderstood(String)
}
