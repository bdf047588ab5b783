/// What became of one entry that was posted (API reference, 3.6).
public enum PostAnswer: Sendable, Equatable {
    /// It is in the books, with this content: compare it with what was sent.
    case booked(EntryAnswer)
    /// It was not saved, for these reasons; there may be none.
    case refused([TwinfieldMessage])
    /// The answer does not say clearly what became of it: the outcome is unknown.
    case notUnderstood(String)
}

/// What became of the entries of one request, in the order of the answer.
///
/// The order of the answer is not promised to be that of the request (API reference, 10, row 6).
public struct PostAnswers: Sendable, Equatable {
    /// One for each `<transaction>`.
    public var each: [PostAnswer]

    /// What became of the only entry of a request; not understood when there are more, or none.
    public var only: PostAnswer {
        if let first = each.first, each.count == 1 { return first }
        return .notUnderstood("the answer has \(each.count) entries, the request had one")
    }
}
