public import DomainModel

/// Reads a whole envelope with the answer to the undoing of a match (API reference, 5.5).
///
/// The answer is what the service says: no error means that it was done, which is a guess.
public struct UndoMatchReader: AnswerReader, ~Copyable {
    private let document = ServiceAnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives what the service says, or Twinfield's fault.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<[ServiceMessage]> {
        switch try document.finish("UndoMatchResponse") {
        case .fault(let fault): return .fault(fault)
        case .answer(let response):
            let result = response.first("UndoMatchResult")
            return .answer((result?.children ?? []).map(ServiceMessage.init))
        }
    }
}
