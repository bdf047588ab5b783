public import DomainModel

/// One entry that was deleted (API reference, section 6).
public struct DeletedTransaction: Sendable, Equatable {
    /// The daybook.
    public var daybook: String
    /// The number that the entry had.
    public var number: String
    /// When it was made.
    public var transactionDate: String
    /// When it was deleted.
    public var deletionDate: String
    /// Who deleted it.
    public var user: String
    /// Why it was deleted.
    public var reason: String
}

/// Reads a whole envelope with the list of deleted entries.
public struct DeletedTransactionsReader: AnswerReader, ~Copyable {
    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {}

    /// Says that there is no more, and gives the list.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<[DeletedTransaction]> {
        .fault(SOAPFault(message: ""))
    }
}
