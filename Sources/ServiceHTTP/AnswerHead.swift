/// The first part of an answer: the status code and the headers.
///
/// The reason phrase is not there: the network library drops it, and HTTP/2 has none.
public struct AnswerHead: Sendable {
    /// The status code, such as 200.
    public var status: Int
    /// The headers, with names in lower case.
    public var headers: [(name: String, value: String)]

    /// Makes a head.
    public init(status: Int, headers: [(String, String)] = []) {
        self.status = status
        self.headers = headers.map { (name: $0.0.lowercased(), value: $0.1) }
    }

    /// The value of the first header of a name in lower case.
    public subscript(name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    /// How long the service asks to wait, from `Retry-After` in seconds.
    ///
    /// The form with a date is not read: it needs a clock that agrees with the service's.
    public var retryAfter: Duration? {
        guard let text = self["retry-after"], let seconds = Int64(text), seconds >= 0 else {
            return nil
        }
        return .seconds(min(seconds, 86_400))
    }

    /// Whether the body says that it is a page for a browser.
    public var isWebPage: Bool {
        self["content-type"]?.lowercased().hasPrefix("text/html") ?? false
    }
}
