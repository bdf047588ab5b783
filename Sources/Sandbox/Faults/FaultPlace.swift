/// Which requests a fault is meant for.
struct FaultPlace: Sendable, Hashable {
    /// The service; nil is any.
    var service: RequestKind.Service?
    /// What is asked, such as `post`, or its first word, such as `read` for `read-browse`; nil is
    /// anything.
    var operation: String?
    /// How the path begins; nil is any.
    var path: String?
    /// A text that stands in the query or in the body; nil is any.
    var contains: String?

    /// Takes what is asked of a request.
    init(
        service: RequestKind.Service? = nil, operation: String? = nil, path: String? = nil,
        contains: String? = nil
    ) {
        self.service = service
        self.operation = operation
        self.path = path
        self.contains = contains
    }

    /// Whether a request is meant.
    func fits(_ request: WireRequest, _ kind: RequestKind) -> Bool {
        if let service, service != kind.service { return false }
        if let operation, kind.operation != operation, !kind.operation.hasPrefix(operation + "-") {
            return false
        }
        if let path, !request.path.hasPrefix(path) { return false }
        guard let contains else { return true }
        if request.query.contains(where: { $0.value.contains(contains) }) { return true }
        return String(decoding: request.body, as: UTF8.self).contains(contains)
    }
}
