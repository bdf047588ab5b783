/// What came in an envelope: an answer, or a fault, whatever the status of HTTP was.
public enum SOAPOutcome<Answer: Sendable>: Sendable {
    /// The answer.
    case answer(Answer)
    /// Twinfield's fault.
    case fault(SOAPFault)
}

extension SOAPOutcome: Equatable where Answer: Equatable {}
