internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

/// What one message to the web services came to; sent at most once.
enum Exchange<Value: Sendable>: Sendable {
    /// The answer was read to its end.
    case answer(Value)
    /// Twinfield's fault, whatever the status.
    case fault(SOAPFault)
    /// 401 or 403: refused before it was looked at; what the body says, where it says anything.
    case accessRefused(status: Int, SOAPFault?)
    /// 429: not looked at.
    case busy(after: Duration?)
    /// The answer cannot be understood; `isWhole` when its envelope came to its end.
    case notUnderstood(RecordFault, isWhole: Bool)
    /// A status without anything that explains it.
    case status(Int, after: Duration?)
    /// No connection came about: nothing was sent.
    case unsent(TransportFault)
    /// No whole answer: nobody knows what Twinfield made of it.
    case lost(TransportFault)
}
