internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// A server on 127.0.0.1 that answers byte by byte what a script says, with or without TLS.
public final class ScriptedServer: Sendable {
    /// Says what to do about a request.
    public typealias Script = @Sendable (ServerRequest) -> [ServerStep]

    private struct State {
        var requests: [ServerRequest] = []
        var connectionCount = 0
    }

    private let state = Mutex(State())
    private let script: Script
    private let listener = Mutex<(any Channel)?>(nil)
    /// The port it listens on.
    public let port: Int

    /// Starts to listen; `certificate` and `key` are files of PEM.
    public init(
        certificate: String? = nil, key: String? = nil, _ script: @escaping Script
    ) async throws {
        self.script = script
        var tls: NIOSSLContext?
        if let certificate, let key {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate)
            let configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            tls = try NIOSSLContext(configuration: configuration)
        }
        let box = Holder()
        let context = tls
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLServerHandler(context: context))
                    }
                    guard let server = box.server.withLock({ $0 }) else { return }
                    let handler = ScriptHandler(server, server.nextConnection())
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        listener.withLock { $0 = channel }
        box.server.withLock { $0 = self }
    }

    /// Where it stands, without TLS.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// The requests that came so far.
    public var requests: [ServerRequest] { state.withLock { $0.requests } }

    /// How many connections were made.
    public var connectionCount: Int { state.withLock { $0.connectionCount } }

    /// Stops to listen.
    public func shutdown() async {
        let channel = listener.withLock { $0 }
        try? await channel?.close().get()
    }

    fileprivate func nextConnection() -> Int {
        state.withLock { state in
            state.connectionCount += 1
            return state.connectionCount - 1
        }
    }

    fileprivate func steps(for request: ServerRequest) -> [ServerStep] {
        let numbered = state.withLock { state in
            var request = request
            request.number = state.requests.count
            state.requests.append(request)
            return request
        }
        return script(numbered)
    }
}

/// Lends the server to its connections; it does not exist yet when the first handler is described.
private final class Holder: Sendable {
    let server = Mutex<ScriptedServer?>(nil)
}

/// Reads requests from one connection and does what the script says.
private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private let connection: Int
    private var received: [UInt8] = []
    private var isBusy = false

    init(_ server: ScriptedServer, _ connection: Int) {
        self.server = server
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
        serve(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func serve(_ context: ChannelHandlerContext) {
        guard !isBusy, let request = takeRequest() else { return }
        isBusy = true
        run(server.steps(for: request)[...], context)
    }

    private func run(_ steps: ArraySlice<ServerStep>, _ context: ChannelHandlerContext) {
        var rest = steps
        guard context.channel.isActive, let step = rest.popFirst() else {
            isBusy = false
            if context.channel.isActive { serve(context) }
            return
        }
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        let following = rest
        func proceed(_ next: ArraySlice<ServerStep>) {
            let (handler, context) = bound.value
            handler.run(next, context)
        }
        switch step {
        case .send(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            proceed(following)
        case .flood(let bytes, let times):
            guard times > 0 else { return proceed(following) }
            var next = following
            next.insert(.flood(bytes, times: times - 1), at: next.startIndex)
            let remaining = next
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).assumeIsolated()
                .whenSuccess { proceed(remaining) }
        case .wait(let milliseconds):
            _ = loop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
                proceed(following)
            }
        case .close: context.close(promise: nil)
        case .reset:
            let options = context.channel as? any SocketOptionProvider
            _ = options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).always { _ in }
            context.close(promise: nil)
        }
    }

    /// The first request of what was received, when all of it is there.
    private func takeRequest() -> ServerRequest? {
        let mark = Array("\r\n\r\n".utf8)
        guard
            let end = received.indices.first(where: { received[$0...].starts(with: mark) })
        else { return nil }
        let lines = String(decoding: received[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { continue }
            headers[pair[0].lowercased()] = String(pair[1].drop { $0 == " " })
        }
        let headLength = end + mark.count
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard received.count >= headLength + length else { return nil }
        let body = Array(received[headLength..<headLength + length])
        received.removeFirst(headLength + length)
        return ServerRequest(
            connection: connection, number: 0, method: String(words[0]),
            target: String(words[1]), headers: headers, body: body)
    }
}
