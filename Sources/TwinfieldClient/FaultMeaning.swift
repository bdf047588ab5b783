internal import TwinfieldXML

/// What a fault of Twinfield asks of whoever only reads (API reference, 2.4).
///
/// Decided by its number alone, which is the same in every language.
enum FaultMeaning: Sendable, Equatable {
    /// The access token is not valid: refresh, and ask again.
    case tokenRefused
    /// The organisation lives on another cluster.
    case clusterMoved
    /// The user or the client may not do this.
    case accessDenied
    /// The request itself is refused; the same request would be again.
    case requestRefused
    /// It may pass.
    case passing

    /// The meaning of a fault.
    init(_ fault: SOAPFault) {
        switch fault.code {
        case 103, 351, 354: self = .tokenRefused
        case 108: self = .clusterMoved
        case 102, 104, 105, 106, 109, 110, 122, 352, 353, 359: self = .accessDenied
        case 101, 186, 187: self = .requestRefused
        default: self = .passing
        }
    }
}
