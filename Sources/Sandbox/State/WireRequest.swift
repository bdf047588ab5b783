/// One HTTP request as a service of the sandbox sees it: values only, no socket.
public struct WireRequest: Sendable, Equatable {
    /// One name with its value: of the query or of a header.
    public struct Field: Sendable, Equatable {
        /// The name; of a header in lower case.
        public var name: String
        /// The value, decoded.
        public var value: String

        /// Takes both as they are.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// In capitals, such as `GET`.
    public var method: String
    /// Percent-decoded, without the query, such as `/api/v1/transaction`.
    public var path: String
    /// Decoded (`+` is a space), in the order they came; a name may come more than once.
    public var query: [Field]
    /// Names in lower case, in the order they came.
    public var headers: [Field]
    /// All bytes of the body.
    public var body: [UInt8]
    /// The address this service is reached at, without a slash at its end: `http://127.0.0.1:5081`.
    public var baseURL: String

    /// Takes the parts.
    public init(
        method: String, path: String, query: [Field] = [], headers: [Field] = [],
        body: [UInt8] = [], baseURL: String = "http://127.0.0.1:5081"
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.baseURL = baseURL
    }

    /// The first header of this name, given in lower case.
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The first value of this name in the query.
    public func queryValue(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
