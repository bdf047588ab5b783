public import DomainModel

/// Reads an answer of Twinfield in pieces and gives what it says.
public protocol AnswerReader: ~Copyable {
    /// What the answer says.
    associatedtype Answer: Sendable

    /// Reads the next bytes, cut anywhere; a fault may come with a later piece, or with the end.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault)

    /// Says that there is no more, and gives the answer.
    consuming func finish() throws(RecordFault) -> Answer
}

extension BrowseReader: AnswerReader {}
extension DimensionsReader: AnswerReader {}
