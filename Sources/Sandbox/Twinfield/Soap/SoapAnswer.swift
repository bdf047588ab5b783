internal import BooksModel

/// Puts what the services answer into an envelope.
enum SoapAnswer {
    private static let open =
        "<soap:Envelope xmlns:soap=\"%\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>"
    private static let close = "</soap:Body></soap:Envelope>"

    /// An answer whose body holds this element.
    static func of(_ node: XMLNode, _ version: SoapVersion, status: Int = 200) -> WireAnswer {
        envelope(XMLTree.write(node, declaration: false), version, status: status)
    }

    /// The answer of an operation that returns a text, which is escaped.
    static func text(_ text: [UInt8], of operation: String, _ version: SoapVersion) -> WireAnswer {
        var body: [UInt8] = []
        body.reserveCapacity(text.count + text.count / 2)
        body += "<\(operation)Response xmlns=\"\(SoapHeader.namespace)\"><\(operation)Result>".utf8
        XMLTree.escape(text, into: &body)
        body += "</\(operation)Result></\(operation)Response>".utf8
        return envelope(body, version)
    }

    /// The answer of an operation that returns a document, which stands there literally.
    static func document(
        _ document: [UInt8], of operation: String, _ version: SoapVersion
    ) -> WireAnswer {
        var body: [UInt8] = []
        body += "<\(operation)Response xmlns=\"\(SoapHeader.namespace)\"><\(operation)Result>".utf8
        body += withoutNamespace(document)
        body += "</\(operation)Result></\(operation)Response>".utf8
        return envelope(body, version)
    }

    /// Takes the root of a document out of the namespace around it.
    private static func withoutNamespace(_ document: [UInt8]) -> [UInt8] {
        let isEnd: (UInt8) -> Bool = { byte in
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
        }
        guard let end = document.firstIndex(where: isEnd) else { return document }
        return Array(document[..<end]) + Array(" xmlns=\"\"".utf8) + Array(document[end...])
    }

    /// An error: a fault with its code, or a 401 or 403 whose reason phrase says it.
    static func error(
        _ error: ServiceError, _ version: SoapVersion, _ language: BooksLanguage
    ) -> WireAnswer {
        switch error.status {
        case 401, 403:
            // ISO 8859-1 is all that a status line holds; the texts are ASCII in English.
            return WireAnswer(
                status: error.status, reason: "\(error.code) : \(error.text(in: .english))")
        default:
            return fault(
                code: error.code, error.text(in: language), version, status: error.status)
        }
    }

    /// A fault with a code of the API reference, 2.4.
    static func fault(
        code: Int, _ text: String, _ version: SoapVersion, status: Int
    ) -> WireAnswer {
        let detail = [
            XMLNode("message", [:], text), XMLNode("code", [:], String(code)),
            XMLNode("source", [:], "Twinfield.WebServices"),
        ]
        return fault(text, isOfSender: false, detail: detail, version, status: status)
    }

    /// A fault as the two versions of SOAP shape it.
    static func fault(
        _ text: String, isOfSender: Bool, detail: [XMLNode], _ version: SoapVersion, status: Int
    ) -> WireAnswer {
        let fault: XMLNode
        switch version {
        case .soap11:
            fault = XMLNode(
                "soap:Fault", ["xmlns:soap": version.namespace],
                [
                    XMLNode("faultcode", [:], isOfSender ? "soap:Client" : "soap:Server"),
                    XMLNode("faultstring", [:], text),
                    XMLNode("detail", [:], detail),
                ])
        case .soap12:
            let code = isOfSender ? "soap:Sender" : "soap:Receiver"
            fault = XMLNode(
                "soap:Fault", ["xmlns:soap": version.namespace],
                [
                    XMLNode("soap:Code", [:], [XMLNode("soap:Value", [:], code)]),
                    XMLNode("soap:Reason", [:], [XMLNode("soap:Text", ["xml:lang": "nl"], text)]),
                    XMLNode("soap:Detail", [:], detail),
                ])
        }
        return of(fault, version, status: status)
    }

    private static func envelope(
        _ body: [UInt8], _ version: SoapVersion, status: Int = 200
    ) -> WireAnswer {
        var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>".utf8)
        bytes.reserveCapacity(body.count + 512)
        bytes += open.replacing("%", with: version.namespace).utf8
        bytes += body
        bytes += close.utf8
        return WireAnswer(
            status: status, headers: [.init("Content-Type", version.contentType)], body: bytes)
    }
}
