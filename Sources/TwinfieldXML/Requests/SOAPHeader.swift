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
