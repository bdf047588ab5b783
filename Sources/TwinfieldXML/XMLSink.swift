internal import DomainModel

/// What reads a document element by element, told by an `XMLDocumentParser`.
protocol XMLSink: AnyObject {
    /// An element begins; the answer says whether its text is wanted at its end.
    func start(_ element: XMLElement) throws(RecordFault) -> Bool

    /// An element ends: its depth (the root is 1), the line, and its own text when it was wanted.
    ///
    /// The text has no white space at its ends and is valid only during the call.
    func end(depth: Int, line: Int, text: UnsafeBufferPointer<UInt8>?) throws(RecordFault)

    /// Whether the text of the element that is open goes to `take` in pieces instead.
    ///
    /// It is asked only within the limits of an envelope.
    var takesText: Bool { get }

    /// Takes the next piece of a text, which is valid only during the call.
    func take(_ text: UnsafeBufferPointer<UInt8>) throws(RecordFault)
}

extension XMLSink {
    var takesText: Bool { false }

    func take(_ text: UnsafeBufferPointer<UInt8>) throws(RecordFault) {}
}
