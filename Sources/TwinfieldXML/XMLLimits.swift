/// How much an `XMLDocumentParser` takes before it refuses a document.
struct XMLLimits {
    /// Elements nested deeper than this are refused.
    var depth = 32
    /// More text than this in one element is refused.
    var textBytes = 1 << 20
    /// A longer tag, comment, instruction or CDATA section is refused.
    ///
    /// libxml2 compares each attribute of a tag with all others, so a long one costs minutes.
    var tagBytes = 1 << 16
    /// Whether the sink may take texts in pieces, which then have no limit.
    var streamsText = false

    /// Those of a document that is read whole.
    static let document = XMLLimits()
    /// Those of a SOAP envelope, which holds a document as one text of any length.
    static let envelope = XMLLimits(depth: 16, streamsText: true)
}
