/// The fault that Twinfield answers instead of a result (API reference, 2.4).
public struct SOAPFault: Error, Sendable, Equatable {
    /// Twinfield's number of the fault, the same in every language; nil when none is given.
    public var code: Int?
    /// The sentence for people, in the language of the user.
    public var message: String
    /// What the fault names as its source; empty when it names none.
    public var source: String
    /// SOAP's own word, such as `soap:Server`.
    public var faultCode: String

    /// States a fault.
    public init(code: Int? = nil, message: String, source: String = "", faultCode: String = "") {
        self.code = code
        self.message = message
        self.source = source
        self.faultCode = faultCode
    }

    /// Whether a write that was answered so has surely changed nothing.
    ///
    /// API reference, section 10, row 23: 101, 102, 109, 122 and 187. Any other fault leaves the
    /// outcome unknown.
    public var saysNothingWasDone: Bool {
        switch code {
        case 101, 102, 109, 122, 187: true
        default: false
        }
    }
}
