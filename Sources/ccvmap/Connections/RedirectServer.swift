import ConfigurationReading
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A server on a redirect address of this machine, for as long as somebody logs in.
struct RedirectServer: Sendable {
    let host: String
    let port: Int
    private let path: String

    /// Takes a redirect address; nil when it is not plain http of this machine.
    init?(_ redirectURI: String) {
        guard let address = WebAddress(redirectURI), address.isLoopback, !address.isSecure else {
            return nil
        }
        host = address.host
        port = address.port ?? 80
        path = address.path.isEmpty ? "/" : address.path
    }

    /// Answers until the task is cancelled; `answer` gets the path and query of each visit.
    ///
    /// Throws `IOError` when it cannot listen.
    func run(
        onReady: @escaping @Sendable () -> Void,
        answer: @escaping @Sendable (String) async -> Response
    ) async throws {
        let router = Router()
        router.get(RouterPath(path)) { request, _ in
            var response = await answer(request.uri.string)
            for (name, value) in Self.headers { response.headers[name] = value }
            return response
        }
        var logger = Logger(label: "ccvmap.redirect")
        logger.logLevel = .critical
        let server = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(host.filter { $0 != "[" && $0 != "]" }, port: port),
                serverName: nil),
            onServerRunning: { _ in onReady() }, logger: logger)
        try await server.run()
    }

    private static let headers: [(HTTPField.Name, String)] = {
        let named = [
            ("Cache-Control", "no-store"), ("Content-Security-Policy", "default-src 'none'"),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ]
        return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()
}
