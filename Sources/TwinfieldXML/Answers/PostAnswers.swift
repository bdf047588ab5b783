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
