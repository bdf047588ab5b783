/// One HTTP answer of a service of the sandbox: values only, no socket.
public struct WireAnswer: Sendable, Equatable {
    /// The status, such as 200.
    public var status: Int
    /// The reason phrase of the status line; nil is the usual one of the status.
    public var reason: String?
    /// Names as they are sent.
    ///
    /// `Content-Length`, `Date` and `Connection` are the server's.
    public var headers: [WireRequest.Field]
    /// All bytes of the body.
    public var body: [UInt8]

    /// Takes the parts.
    public init(
        status: Int, reason: String? = nil, headers: [WireRequest.Field] = [], body: [UInt8] = []
    ) {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
    }

    /// An answer with a text and its content type.
    public init(
        status: Int, reason: String? = nil, contentType: String, text: String
    ) {
        self.init(
            status: status, reason: reason,
            headers: [WireRequest.Field("Content-Type", contentType)], body: Array(text.utf8))
    }

    /// The first header of this name, compared without case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
