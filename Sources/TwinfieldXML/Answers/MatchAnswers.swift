/// What became of the sets of one request, in the order of the answer.
public struct MatchAnswers: Sendable, Equatable {
    /// One for each `<set>`.
    public var each: [MatchAnswer]

    /// What became of the only set of a request; not understood when there are more, or none.
    public var only: MatchAnswer {
        if let first = each.first, each.count == 1 { return first }
        return .notUnderstood("the answer has \(each.count) sets, the request had one")
    }
}
