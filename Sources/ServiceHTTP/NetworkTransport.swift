internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// The network: HTTP over TCP and TLS, by AsyncHTTPClient.
///
/// Redirects are not followed: the headers hold secrets. Nothing is sent twice by itself. Only one
/// connection a host is used at a time by whoever asks one thing after the other.
public final class NetworkTransport: ServiceTransport {
    private let client: HTTPClient
    private let timeout: Duration

    /// Makes a transport.
    ///
    /// `timeout` bounds the wait for a connection, for the head, and between two pieces of a body;
    /// a whole answer may take ten times as long. `certificateAuthorities` is a file of PEM
    /// certificates that are trusted beside those of the system.
    public init(
        timeout: Duration, certificateAuthorities: String? = nil
    ) throws(TransportFault) {
        self.timeout = timeout
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let path = certificateAuthorities {
            do {
                tls.additionalTrustRoots = [
                    .certificates(try NIOSSLCertificate.fromPEMFile(path))
                ]
            } catch {
                throw TransportFault(
                    .notTrusted, "\(path): no certificates can be read from this file")
            }
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(timeout), read: TimeAmount(timeout)))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes all connections; nothing can be sent afterwards.
    public func shutdown() async { try? await client.shutdown() }

    /// Closes all connections in the background; the library insists on it.
    deinit {
        let client = client
        client.shutdown { _ in withExtendedLifetime(client) {} }
    }

    /// Sends a request once.
    public func send(_ request: ServiceRequest) async throws(TransportFault) -> ServiceAnswer {
        var message = HTTPClientRequest(url: request.url)
        message.headers.add(name: "user-agent", value: "ccvmap")
        message.headers.add(contentsOf: HTTPHeaders(request.headers.map { ($0.name, $0.value) }))
        if case .post(let contentType, let body) = request.method {
            message.method = .POST
            message.headers.add(name: "content-type", value: contentType)
            message.body = .bytes(ByteBuffer(bytes: body))
        }
        do {
            let deadline = ContinuousClock.now + timeout * 10
            let response = try await client.execute(message, timeout: TimeAmount(timeout * 10))
            let head = AnswerHead(
                status: Int(response.status.code),
                headers: response.headers.map { ($0.name, $0.value) })
            return ServiceAnswer(head: head, body: Self.body(of: response, deadline))
        } catch {
            throw Self.fault(error)
        }
    }

    private static func body(
        of response: HTTPClientResponse, _ deadline: ContinuousClock.Instant
    ) -> AnswerBody {
        let pieces = BodyPieces(response.body, deadline: deadline)
        return AnswerBody { () async throws(TransportFault) in try await pieces.next() }
    }

    /// What an error of the library means for a request that may have been sent.
    static func fault(_ error: any Error) -> TransportFault {
        NetworkFault(error).fault
    }
}
