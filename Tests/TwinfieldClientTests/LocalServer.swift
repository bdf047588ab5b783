import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A server on loopback that answers as a test says, and remembers what it was asked.
final class LocalServer: Sendable {
    /// A request as it came in.
    struct Seen: Sendable {
        var method: String
        var path: String
        var query: String
        var headers: [String: String]
        var body: String
    }

    /// An answer, or what comes instead.
    struct Reply: Sendable {
        var status = 200
        var headers: [(String, String)] = []
        var body = ""
        /// Pieces to send many times, after the body.
        var repeated: (piece: [UInt8], count: Int)?
        /// What comes after the repeated pieces.
        var tail = ""
        /// Whether the connection is closed in the middle of the body.
        var isCut = false

        static func text(_ body: String, status: Int = 200) -> Reply {
            Reply(status: status, body: body)
        }

        static func json(_ body: String, status: Int = 200) -> Reply {
            Reply(status: status, headers: [("content-type", "application/json")], body: body)
        }
    }

    private struct Cut: Error {}
    private struct State {
        var seen: [Seen] = []
        var port = 0
    }

    private let state = Mutex(State())
    private let handle: @Sendable (Seen, LocalServer) async throws -> Reply

    init(_ handle: @escaping @Sendable (Seen, LocalServer) async throws -> Reply) {
        self.handle = handle
    }

    var address: String { "http://127.0.0.1:\(state.withLock { $0.port })" }
    var seen: [Seen] { state.withLock { $0.seen } }

    /// Runs a server while a test uses it.
    func run<Result>(_ use: (LocalServer) async throws -> Result) async throws -> Result {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let responder = CallbackResponder { (request: Request, _: BasicRequestContext) in
            let seen = try await self.note(request)
            return self.response(try await self.handle(seen, self))
        }
        let application = Application(
            responder: responder,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) },
            logger: quietLogger())
        let task = Task { try await application.run() }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        state.withLock { $0.port = port }
        defer { task.cancel() }
        return try await use(self)
    }

    private func note(_ request: Request) async throws -> Seen {
        var request = request
        let body = try await request.collectBody(upTo: 1 << 24)
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let seen = Seen(
            method: request.method.rawValue, path: request.uri.path,
            query: request.uri.query ?? "", headers: headers, body: String(buffer: body))
        state.withLock { $0.seen.append(seen) }
        return seen
    }

    private func response(_ reply: Reply) -> Response {
        var headers = HTTPFields()
        for (name, value) in reply.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: reply.body))
            if let repeated = reply.repeated {
                let piece = ByteBuffer(bytes: repeated.piece)
                for _ in 0..<repeated.count { try await writer.write(piece) }
            }
            if reply.isCut { throw Cut() }
            try await writer.write(ByteBuffer(string: reply.tail))
            try await writer.finish(nil)
        }
        return Response(status: .init(code: reply.status), headers: headers, body: body)
    }
}
