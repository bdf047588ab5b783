/// The answer to the read of one entry (API reference, 4.4).
public enum TransactionAnswer: Sendable, Equatable {
    /// The entry.
    case found(EntryAnswer)
    /// Twinfield does not give it, for these reasons; mostly since there is none of that number.
    case missing([TwinfieldMessage])
    /// The answer is no clear yes and no clear no.
    case notUnderstood(String)
}
