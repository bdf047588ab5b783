internal import ServiceHTTP

/// Why a read gave nothing, and whether asking for it in another way may help.
struct ReadFailure: Error, Sendable {
    /// What a person reads.
    var fault: ServiceFault
    /// Whether the request itself may be the reason: a filter that Twinfield does not take shows
    /// as a fault, as a bare 500 or as silence (API reference, 2.4 and 10, row 16).
    var isPerhapsTheRequest = false
}
