internal import AsyncHTTPClient
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// The network: HTTP over TCP and TLS, by AsyncHTTPClient.
///
/// Redirects are not followed: the headers hold secrets. Only one connection a host is used at a
/// time by whoever asks one thing after the other.
public final class NetworkTransport: ServiceTransport {
    private let client: HTTPClient
    private let timeout: TimeAmount

    /// Makes a transport.
    ///
    /// `timeout` bounds the wait for a connection, for the head, and between two pieces of a body;
    /// a whole answer may take ten times as long. `certificateAuthorities` is a file of PEM
    /// certificates that are trusted beside those of the system.
    public init(
        timeout: Duration, certificateAuthorities: String? = nil
    ) throws(TransportFault) {
        self.timeout = TimeAmount(timeout)
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
            timeout: .init(connect: self.timeout, read: self.timeout))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes all connections; nothing can be sent afterwards.
    public func shutdown() async { try? await client.shutdown() }

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
            let response = try await client.execute(message, timeout: timeout * 10)
            let head = AnswerHead(
                status: Int(response.status.code),
                headers: response.headers.map { ($0.name, $0.value) })
            return ServiceAnswer(head: head, body: Self.body(of: response))
        } catch {
            throw Self.fault(error, host: request.url)
        }
    }

    private static func body(of response: HTTPClientResponse) -> AnswerBody {
        let pieces = BodyPieces(response.body)
        return AnswerBody { () async throws(TransportFault) in try await pieces.next() }
    }

    /// What an error of the library means for a request that may have been sent.
    static func fault(_ error: any Error, host: String) -> TransportFault {
        if error is CancellationError { return TransportFault(.cancelled, "stopped") }
        if error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError {
            return TransportFault(
                .notTrusted, "the connection is not safe: \(certificateProblem(error))")
        }
        if let error = error as? NIOConnectionError {
            return TransportFault(
                .notConnected, "no connection to \(error.host):\(error.port)")
        }
        if let error = error as? HTTPClientError { return fault(error) }
        if error is HTTPParserError {
            return TransportFault(.notHTTP, "the answer breaks off or is not HTTP")
        }
        return TransportFault(.cut, "the connection was broken before the answer was complete")
    }

    private static func fault(_ error: HTTPClientError) -> TransportFault {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout:
            TransportFault(.notConnected, "no connection in time")
        case .tlsHandshakeTimeout: TransportFault(.notTrusted, "no TLS handshake in time")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            TransportFault(.timedOut, "no answer in time")
        case .invalidURL, .emptyHost, .emptyScheme:
            TransportFault(.badAddress, "the address cannot be used")
        case .cancelled, .alreadyShutdown: TransportFault(.cancelled, "stopped")
        default:
            TransportFault(.cut, "the connection was broken before the answer was complete")
        }
    }

    private static func certificateProblem(_ error: any Error) -> String {
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            return "its certificate is not signed by anybody this machine trusts"
        }
        if text.contains("unableToValidateCertificate") || text.contains("serverHostname") {
            return "its certificate is for another host"
        }
        return "TLS failed"
    }
}
