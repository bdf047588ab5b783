internal import AsyncHTTPClient
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// Says what an error of the network libraries means.
///
/// Only what certainly happens before a request is written counts as unsent; anything that is not
/// known by name counts as broken off in the middle.
struct NetworkFault {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    /// The fault.
    var fault: TransportFault {
        if error is CancellationError { return TransportFault(.cancelled, "stopped") }
        if let problem = certificateProblem {
            return TransportFault(.notTrusted, "the connection is not safe: \(problem)")
        }
        if let error = error as? NIOConnectionError {
            return TransportFault(.notConnected, "no connection to \(error.host):\(error.port)")
        }
        if let error = error as? IOError, error.errnoCode == ECONNREFUSED {
            return TransportFault(.notConnected, "nobody listens at this address")
        }
        if let error = error as? HTTPClientError { return fault(of: error) }
        if let error = error as? HTTPParserError, error != .invalidEOFState {
            return TransportFault(.notHTTP, "the answer is not HTTP")
        }
        return TransportFault(.cut, "the connection was broken before the answer was complete")
    }

    private func fault(of error: HTTPClientError) -> TransportFault {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout:
            TransportFault(.notConnected, "no connection in time")
        case .tlsHandshakeTimeout: TransportFault(.notConnected, "no TLS handshake in time")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            TransportFault(.timedOut, "no answer in time")
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            TransportFault(.badAddress, "the address cannot be used")
        case .cancelled, .alreadyShutdown: TransportFault(.cancelled, "stopped")
        case _ where error.shortDescription == "Unsupported scheme":
            TransportFault(.badAddress, "the address cannot be used")
        default:
            TransportFault(.cut, "the connection was broken before the answer was complete")
        }
    }

    /// What is wrong with the certificate; nil for TLS errors behind the handshake, when the
    /// request may have been sent.
    private var certificateProblem: String? {
        if error as? NIOSSLExtraError == .failedToValidateHostname {
            return "its certificate is for another host"
        }
        guard case .handshakeFailed = error as? NIOSSLError else { return nil }
        // The library tells the reasons apart in its text only.
        return String(describing: error).contains("CERTIFICATE_VERIFY_FAILED")
            ? "its certificate is not signed by anybody this machine trusts"
            : "TLS failed"
    }
}
