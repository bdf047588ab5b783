public import DomainModel

/// What the finder found (API reference, 4.5).
public struct FinderAnswer: Sendable, Equatable {
    /// How many rows there are in all; nil when the answer does not say.
    public var totalRows: Int?
    /// The names of the columns, in the language of the user.
    public var columns: [String]
    /// The rows of this answer; the first text is the code.
    public var rows: [[String]]
    /// What the finder says; an error means that it found nothing.
    public var messages: [ServiceMessage]
}

/// Reads a whole envelope with the answer of the finder.
public struct FinderReader: AnswerReader, ~Copyable {
    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {}

    /// Says that there is no more, and gives what was found.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<FinderAnswer> {
        .fault(SOAPFault(message: ""))
    }
}
