internal import Glibc
internal import HTTPTypes
internal import Hummingbird
public import Logging
internal import NIOCore
public import ServiceLifecycle

/// Answers `GET /healthz` and `GET /metrics` on an address of this machine.
public struct MonitoringServer: Service {
    private let source: any MonitoringSource
    private let host: String
    private let port: Int
    private let logger: Logger
    private let onReady: @Sendable (Int) async -> Void

    /// Makes a server; `host` is a loopback address, which the configuration has checked.
    ///
    /// `onReady` is called with the port once requests are taken; port 0 is any that is free.
    public init(
        _ source: any MonitoringSource, host: String, port: Int, logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.source = source
        self.host = host
        self.port = port
        self.logger = logger
        self.onReady = onReady
    }

    /// Listens until the program is asked to stop; throws when the address cannot be had.
    public func run() async throws {
        let onReady = onReady
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { await onReady($0.localAddress?.port ?? 0) }, logger: logger)
        do {
            try await application.run()
        } catch let error as IOError {
            throw MonitoringFault(error, address: "\(host):\(port)")
        }
    }

    private var router: Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        let source = source
        router.get("/healthz") { _, _ in
            let health = Health(of: await source.state())
            return Self.answer(
                health.isWell ? .ok : .serviceUnavailable, "application/json", health.json)
        }
        router.get("/metrics") { _, _ in
            let text = MetricsPage.text(await source.state())
            return Self.answer(.ok, MetricsText.contentType, Array(text.utf8))
        }
        return router
    }

    private static func answer(
        _ status: HTTPResponse.Status, _ type: String, _ bytes: [UInt8]
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The address of monitoring cannot be had.
public struct MonitoringFault: Error, Sendable, Equatable {
    /// A sentence with the address and the reason.
    public var message: String

    init(_ error: IOError, address: String) {
        let reason = error.errnoCode == EADDRINUSE ? "it is in use" : "\(error)"
        message = "cannot listen on \(address): \(reason)"
    }
}
