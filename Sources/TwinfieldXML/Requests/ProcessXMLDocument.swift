/// One document for Twinfield's ProcessXml.
public struct ProcessXMLDocument: Sendable, Equatable {
    /// The document: UTF-8, without a declaration, without white space between elements.
    public let bytes: [UInt8]
    /// Whether it only asks: the root is `read`, `list` or `columns`.
    ///
    /// A query costs 1 credit, anything else 3 (API reference, section 7), and only a query may be
    /// sent again when its outcome is unknown.
    public let isQuery: Bool

    init(bytes: [UInt8], isQuery: Bool) {
        self.bytes = bytes
        self.isQuery = isQuery
    }

    /// Takes memo entries as `MemoWriter` wrote them: one `<transactions>` document.
    ///
    /// An XML declaration in front is left out: the text of a SOAP element needs none.
    public init(entries: [UInt8]) {
        self.init(bytes: Self.withoutDeclaration(entries), isQuery: false)
    }

    private static func withoutDeclaration(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: Array("<?xml ".utf8)),
            let end = bytes.firstIndex(of: UInt8(ascii: ">"))
        else { return bytes }
        return Array(bytes[(end + 1)...])
    }
}
