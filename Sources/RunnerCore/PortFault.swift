/// A service or the disk gave nothing that can be used; nothing was changed by the call.
public struct PortFault: Error, Sendable, Equatable {
    /// Who it was.
    public enum Port: String, Sendable, Codable {
        /// CCV Online Payments.
        case ccv
        /// Twinfield.
        case twinfield
        /// Our own record.
        case ledger
    }

    /// Who it was.
    public var port: Port
    /// A word for programs, such as `refused` or `unreachable`.
    public var kind: String
    /// What happened: one sentence.
    public var message: String
    /// What to do about it.
    public var help: String

    /// Makes a fault.
    public init(_ port: Port, kind: String, _ message: String, help: String = "") {
        self.port = port
        self.kind = kind
        self.message = message
        self.help = help
    }
}
