public import DomainModel

/// One SOAP 1.1 message to Twinfield: where it goes, its action and its bytes.
///
/// The bytes hold the access token: they are never written to a log, and `description` leaves them
/// out.
public struct SOAPRequest: Sendable, CustomStringConvertible, CustomReflectable {
    /// The path below the cluster, such as `/webservices/processxml.asmx`.
    public let path: String
    /// The value of the header `SOAPAction`, with its quotes.
    public let action: String
    /// The envelope.
    public let body: [UInt8]
    /// What it costs of the budget a minute: 1 for a query, 3 for the rest (API reference, 7).
    public let credits: Int
    /// Whether it only asks, so that it may be sent again.
    public var isQuery: Bool { credits == 1 }
    /// The value of the header `Content-Type`.
    public static let contentType = "text/xml; charset=utf-8"

    init(path: String, action: String, body: [UInt8], credits: Int) {
        self.path = path
        self.action = action
        self.body = body
        self.credits = credits
    }

    /// Where it goes and how long it is; nothing of what it says.
    public var description: String { "\(action) to \(path), \(body.count) bytes" }

    /// Shows no more than `description`.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// Who asks: what stands in the header of each message.
public struct SOAPHeader: Sendable, CustomStringConvertible, CustomReflectable {
    /// The access token.
    public var accessToken: String
    /// The administration; nil only for the list of administrations (API reference, 2.2).
    public var office: String?

    /// States who asks.
    public init(accessToken: String, office: String?) {
        self.accessToken = accessToken
        self.office = office
    }

    /// The administration; never the token.
    public var description: String { "SOAPHeader(office: \(office ?? "none"))" }

    /// Shows no more than `description`.
    public var customMirror: Mirror { Mirror(self, children: ["office": office ?? "none"]) }
}

extension SOAPRequest {
    /// The message that carries a document, escaped, to `ProcessXmlString`.
    public static func processXML(
        _ document: ProcessXMLDocument, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        SOAPRequest(path: "", action: "", body: [], credits: document.isQuery ? 1 : 3)
    }

    /// The message that asks the finder.
    public static func search(
        _ query: FinderQuery, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        SOAPRequest(path: "", action: "", body: [], credits: 1)
    }

    /// The message that undoes a match of a customer (API reference, 5.5).
    public static func undoMatch(
        office: String, customer: String, matchNumber: String, _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        SOAPRequest(path: "", action: "", body: [], credits: 3)
    }

    /// The message that asks for deleted entries, of one daybook or of all, by date (section 6).
    public static func deletedTransactions(
        office: String, daybook: String?, from: CalendarDate?, to: CalendarDate?,
        _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        SOAPRequest(path: "", action: "", body: [], credits: 1)
    }
}
