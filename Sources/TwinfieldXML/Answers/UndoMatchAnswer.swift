public import DomainModel

/// Reads a whole envelope with the answer to the undoing of a match (API reference, 5.5).
///
/// The answer is what the service says: nothing at all means that it was done, which is a guess.
public struct UndoMatchReader: AnswerReader, ~Copyable {
    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {}

    /// Says that there is no more, and gives what the service says.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<[ServiceMessage]> {
        .fault(SOAPFault(message: ""))
    }
}
