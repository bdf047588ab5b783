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
    ///
    /// The type stands first, as Twinfield wants it (API reference, 2.2).
    public func document() throws(RequestFault) -> ProcessXMLDocument {
        var writer = RequestWriter()
        if self == .offices {
            writer.markup("<list><type>offices</type></list>")
            return ProcessXMLDocument(bytes: writer.finish(), isQuery: true)
        }
        writer.markup("<read>")
        switch self {
        case .transaction(let office, let code, let number):
            try writer.element("type", "transaction")
            try writer.element("office", office)
            try writer.element("code", code)
            try writer.element("number", number)
        case .browseDefinition(let office, let code):
            try writer.element("type", "browse")
            try writer.element("office", office)
            try writer.element("code", code)
        case .dimensions(let office, let type, let code):
            try writer.element("type", "dimensions")
            try writer.element("office", office)
            try writer.element("dimtype", type)
            if let code { try writer.element("code", code) }
        case .office(let code):
            try writer.element("type", "office")
            try writer.element("code", code)
        case .offices: break
        }
        writer.markup("</read>")
        return ProcessXMLDocument(bytes: writer.finish(), isQuery: true)
    }
}
