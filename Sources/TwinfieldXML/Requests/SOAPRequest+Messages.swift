extension SOAPRequest {
    /// The longest access token that is sent, in UTF-16 code units.
    static let tokenLimit = 16_384

    /// What every envelope begins with.
    static let envelopeStart: StaticString = """
        <?xml version="1.0" encoding="utf-8"?>\
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        """

    /// The message that carries a document, escaped, to `ProcessXmlString` (API reference, 2.2).
    public static func processXML(
        _ document: ProcessXMLDocument, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        var writer = try begin(header)
        writer.markup("<ProcessXmlString xmlns=\"http://www.twinfield.com/\"><xmlRequest>")
        let problem = document.bytes.withUnsafeBufferPointer {
            $0.isEmpty ? .missing : XMLTextCheck.problem($0, limit: .max)
        }
        if let problem { throw RequestFault(field: "xmlRequest", problem: problem) }
        writer.text(document.bytes)
        writer.markup("</xmlRequest></ProcessXmlString>")
        return SOAPRequest(
            path: "/webservices/processxml.asmx", action: quoted("ProcessXmlString"),
            body: end(writer), credits: document.isQuery ? 1 : 3)
    }

    /// The message that asks the finder (API reference, 4.5).
    public static func search(
        _ query: FinderQuery, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        var writer = try begin(header)
        writer.markup("<Search xmlns=\"http://www.twinfield.com/\">")
        try writer.element("type", query.type)
        try writer.element("pattern", query.pattern, limit: RequestWriter.textLimit)
        writer.element("field", query.field)
        writer.element("firstRow", query.firstRow)
        writer.element("maxRows", query.maximumRows)
        writer.markup("<options>")
        for option in query.options {
            writer.markup("<ArrayOfString>")
            try writer.element("string", option.name, limit: RequestWriter.textLimit)
            try writer.element(
                "string", option.value, limit: RequestWriter.textLimit, mayBeEmpty: true)
            writer.markup("</ArrayOfString>")
        }
        writer.markup("</options></Search>")
        return SOAPRequest(
            path: "/webservices/finder.asmx", action: quoted("Search"), body: end(writer),
            credits: 1)
    }

    /// The message that undoes a match of a customer (API reference, 5.5).
    public static func undoMatch(
        office: String, customer: String, matchNumber: Int, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        var writer = try begin(header)
        writer.markup("<UndoMatch xmlns=\"http://www.twinfield.com/\">")
        try writer.element("office", office)
        try writer.element("dimensionType", "DEB")
        try writer.element("dimension", customer)
        writer.element("matchNumber", matchNumber)
        writer.markup("</UndoMatch>")
        return SOAPRequest(
            path: "/webservices/matching.asmx", action: quoted("UndoMatch"), body: end(writer),
            credits: 3)
    }

    /// Begins an envelope: its header, in the order of Twinfield's schema, and its body.
    static func begin(_ header: SOAPHeader) throws(RequestFault) -> RequestWriter {
        var writer = RequestWriter()
        writer.markup(envelopeStart)
        writer.markup("<soap:Header><Header xmlns=\"http://www.twinfield.com/\">")
        try writer.element("AccessToken", header.accessToken, limit: tokenLimit)
        if let office = header.office { try writer.element("CompanyCode", office) }
        writer.markup("<CompanyId xsi:nil=\"true\"/></Header></soap:Header><soap:Body>")
        return writer
    }

    static func end(_ writer: consuming RequestWriter) -> [UInt8] {
        var writer = writer
        writer.markup("</soap:Body></soap:Envelope>")
        return writer.finish()
    }

    private static func quoted(_ action: String) -> String {
        "\"http://www.twinfield.com/\(action)\""
    }
}
