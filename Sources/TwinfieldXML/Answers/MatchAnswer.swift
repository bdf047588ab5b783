public import DomainModel

/// What became of one set of a match request (API reference, 5.3 and 5.4).
public enum MatchAnswer: Sendable, Equatable {
    /// The lines are reconciled.
    case matched(MatchedSet)
    /// None of the lines is reconciled by this request, for these reasons; there may be none.
    case refused([TwinfieldMessage])
    /// The answer does not say clearly what became of the set.
    case notUnderstood(String)
}

/// A set that was reconciled.
public struct MatchedSet: Sendable, Equatable {
    /// One line of the set.
    public struct Line: Sendable, Equatable {
        /// The daybook.
        public var code: String
        /// The number of the entry.
        public var number: String
        /// The id of the line.
        public var line: Int?
        /// What was open before, signed; nil when the answer does not say.
        public var openBefore: Int64?
        /// How much was reconciled, signed; nil when the answer does not say.
        public var matched: Int64?
        /// Provisional or final, as Twinfield says; `other` when it does not.
        public var status: OpenItemRow.Status
        /// The customer; empty when the answer does not say.
        public var customer: String
    }

    /// The number of the match, which counts per customer; an undo asks for it.
    public var matchNumber: String
    /// The customer whose match it is.
    public var customer: String
    /// The lines, in the order of the answer.
    public var lines: [Line]
    /// Warnings that did not keep it from being done.
    public var warnings: [TwinfieldMessage]
}

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
