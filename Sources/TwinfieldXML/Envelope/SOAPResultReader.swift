public import DomainModel

/// Reads an answer of `ProcessXmlString`: takes the envelope in pieces and hands the document
/// inside, which is one text however large, in pieces to another reader.
///
/// A document in CDATA and one that is escaped are the same to it. A declared encoding of the
/// document inside does not count: its text has that of the envelope.
public struct SOAPResultReader<Inner: AnswerReader & ~Copyable>: AnswerReader, ~Copyable {
    /// So much is read at a time: the text in memory is never much longer.
    private static var pieceSize: Int { 1 << 15 }

    private var inner: Inner
    private let sink: EnvelopeSink
    private let parser: XMLDocumentParser
    private var document = InnerText()

    /// Begins to read an envelope; `inner` reads the document inside.
    public init(_ inner: consuming Inner) {
        self.inner = inner
        let sink = EnvelopeSink()
        self.sink = sink
        parser = XMLDocumentParser(sink: sink, limits: .envelope)
    }

    /// Reads the next bytes of the envelope, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceSize))
            rest = rest.dropFirst(piece.count)
            try parser.feed(piece)
            try handOver()
        }
    }

    /// Says that there is no more, and gives the answer inside, or Twinfield's fault.
    ///
    /// Throws when the envelope or the document inside cannot be read whole; the line of a fault
    /// is that in the one of both which it is about.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<Inner.Answer> {
        try parser.finish()
        try handOver()
        if let fault = sink.fault { return .fault(fault) }
        guard sink.hasResult else {
            throw RecordFault("the SOAP message has no <ProcessXmlStringResult>", line: 1)
        }
        guard sink.hasText else {
            throw RecordFault("the answer is empty: the result holds no document", line: 1)
        }
        let rest = document.finish()
        try Self.feed(rest, to: &inner)
        return .answer(try inner.finish())
    }

    private mutating func handOver() throws(RecordFault) {
        guard !sink.text.isEmpty else { return }
        // Taken out while it is read; its room serves the next bytes.
        var text: [UInt8] = []
        swap(&text, &sink.text)
        try Self.feed(document.next(text), to: &inner)
        text.removeAll(keepingCapacity: true)
        swap(&text, &sink.text)
    }

    private static func feed(_ bytes: [UInt8], to reader: inout Inner) throws(RecordFault) {
        try bytes.withUnsafeBufferPointer { (piece) throws(RecordFault) in
            try reader.feed(UnsafeRawBufferPointer(piece))
        }
    }
}
