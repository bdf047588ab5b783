/// What became of one entry that was posted (API reference, 3.6).
public enum PostAnswer: Sendable, Equatable {
    /// It is in the books, with this content: compare it with what was sent.
    case booked(EntryAnswer)
    /// It was not saved, for these reasons; there may be none.
    case refused([TwinfieldMessage])
    /// The answer does not say clearly what became of it: the outcome is unknown.
    case notUnderstood(String)
}
