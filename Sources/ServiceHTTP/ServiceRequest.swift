/// One request to a service.
public struct ServiceRequest: Sendable {
    /// What is asked of the service.
    public enum Method: Sendable {
        /// To read; nothing is changed.
        case get
        /// To do something; the type of content and the bytes.
        case post(contentType: String, body: [UInt8])
    }

    /// The whole address; https, or http on loopback.
    public var url: String
    /// What is asked.
    public var method: Method
    /// Further headers; they may hold secrets, and are never written anywhere.
    public var headers: [(name: String, value: String)]

    /// Makes a request.
    public init(_ method: Method = .get, url: String, headers: [(String, String)] = []) {
        self.url = url
        self.method = method
        self.headers = headers.map { (name: $0.0, value: $0.1) }
    }
}
