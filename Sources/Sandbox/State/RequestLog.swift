internal import DomainModel

/// The last requests with what became of them, so that who drives faults can count.
struct RequestLog: Sendable {
    /// One request.
    struct Entry: Sendable, Encodable {
        /// Counts from 1.
        var number: Int
        /// When it came, by the clock of the sandbox.
        var at: String
        var service: RequestKind.Service
        var operation: String
        var method: String
        var path: String
        /// The query as it came, decoded.
        var query: String
        /// Bytes of the body.
        var bytes: Int
        /// Whether the service handled it.
        var handled = false
        /// The status that was sent; nil when no byte was.
        var status: Int?
        /// `answered`, `cut before`, `cut after`, `cut body`, or `waiting`.
        var outcome = "waiting"
        /// The faults that it met.
        var faults: [String] = []
        /// What it changed in the books, such as `saved MEMO 202600003`.
        var changes: [String] = []
    }

    /// How many requests are remembered.
    static let room = 10_000

    private(set) var entries: [Entry] = []
    /// How often each operation was asked for and handled, such as `twinfield/post`.
    private(set) var counts: [String: Count] = [:]
    private var lastNumber = 0

    /// How often something was asked for.
    struct Count: Sendable, Encodable {
        var asked = 0
        var handled = 0
    }

    /// Adds a request; gives its number.
    mutating func add(_ request: WireRequest, _ kind: RequestKind, at now: Instant) -> Int {
        lastNumber += 1
        if entries.count >= Self.room { entries.removeFirst(Self.room / 10) }
        let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        entries.append(
            Entry(
                number: lastNumber, at: now.isoText, service: kind.service,
                operation: kind.operation, method: request.method, path: request.path,
                query: kind.service == .login ? "" : query, bytes: request.body.count))
        counts[kind.name, default: Count()].asked += 1
        return lastNumber
    }

    /// Writes down what became of a request.
    mutating func finish(_ number: Int, _ change: (inout Entry) -> Void) {
        guard let first = entries.first?.number, number >= first else { return }
        change(&entries[number - first])
        let entry = entries[number - first]
        if entry.handled {
            counts["\(entry.service.rawValue)/\(entry.operation)", default: Count()].handled += 1
        }
    }

    /// Forgets all requests; the numbers go on.
    mutating func clear() {
        entries = []
        counts = [:]
    }
}

extension RequestKind {
    /// Service and operation, such as `twinfield/post`.
    var name: String { "\(service.rawValue)/\(operation)" }
}
