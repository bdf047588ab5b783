/// Why a request got no whole answer.
///
/// For a request that changes something only one question counts: may the service have seen it?
public struct TransportFault: Error, Sendable, Equatable {
    /// What went wrong.
    public enum Kind: Sendable, Hashable {
        /// No connection came about: the request was not sent.
        case notConnected
        /// The certificate or the handshake was refused: the request was not sent.
        case notTrusted
        /// The address cannot be used: the request was not sent.
        case badAddress
        /// No answer in time.
        case timedOut
        /// The connection broke before the end of the answer.
        case cut
        /// The answer is not HTTP.
        case notHTTP
        /// The answer is longer than what is accepted.
        case tooLong
        /// The program is stopping.
        case cancelled
    }

    /// What went wrong.
    public var kind: Kind
    /// A sentence without secrets.
    public var message: String

    /// Makes a fault.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Whether it is certain that the service did not get the request.
    public var isSurelyUnsent: Bool {
        switch kind {
        case .notConnected, .notTrusted, .badAddress: true
        case .timedOut, .cut, .notHTTP, .tooLong, .cancelled: false
        }
    }

    /// Whether asking again may help; a bad certificate or address stays as it is.
    public var isPassing: Bool {
        switch kind {
        case .notConnected, .timedOut, .cut, .notHTTP: true
        case .notTrusted, .badAddress, .tooLong, .cancelled: false
        }
    }
}
