public import DomainModel

/// The answer to the read of one entry (API reference, 4.4).
public enum TransactionAnswer: Sendable, Equatable {
    /// The entry.
    case found(EntryAnswer)
    /// Twinfield does not give it, for these reasons; mostly since there is none of that number.
    case missing([TwinfieldMessage])
    /// The answer is no clear yes and no clear no.
    case notUnderstood(String)
}

/// Reads the answer to the read of one entry.
public struct TransactionReader: AnswerReader, ~Copyable {
    /// Begins to read the answer about an entry; another one is not understood.
    public init(code: String, number: String) {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {}

    /// Says that there is no more, and gives the entry.
    public consuming func finish() throws(RecordFault) -> TransactionAnswer {
        .notUnderstood("")
    }
}
