/// What can be asked by ProcessXml `read` and `list` (API reference, 4.1, 4.4 and 4.6).
public enum ReadRequest: Sendable, Equatable {
    /// One entry.
    case transaction(office: String, code: String, number: String)
    /// The columns, fields and operators of a browse.
    case browseDefinition(office: String, code: String)
    /// One dimension, or all of a type: `DEB` customers, `BAS` and `PNL` accounts.
    case dimensions(office: String, type: String, code: String?)
    /// One administration.
    case office(code: String)
    /// All administrations that the user may enter.
    case offices

    /// The document; throws when a text in it cannot be sent.
    public func document() throws(RequestFault) -> ProcessXMLDocument {
        ProcessXMLDocument(bytes: [], isQuery: true)
    }
}
