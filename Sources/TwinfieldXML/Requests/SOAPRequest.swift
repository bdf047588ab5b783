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
