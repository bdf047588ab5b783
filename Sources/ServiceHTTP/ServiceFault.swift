/// Why a service gave nothing that can be used, as a person should read it.
public struct ServiceFault: Error, Sendable, Equatable {
    /// What a program makes of it.
    public enum Kind: Sendable, Hashable {
        /// The key, the token or the login is not accepted: connect again.
        case refused
        /// The service cannot be reached, or does not answer in time.
        case unreachable
        /// The service is there but gives errors, or asks to wait for too long.
        case unavailable
        /// The answer is not what the service promises; nothing of it is used.
        case notUnderstood
        /// The service says no to this very request.
        case rejected
        /// The program is stopping.
        case stopping
        /// It is not connected, or configured so that it cannot be asked.
        case notConnected
    }

    /// What a program makes of it.
    public var kind: Kind
    /// What happened: one sentence without secrets.
    public var message: String
    /// What to do about it.
    public var help: String
    /// How often it was tried.
    public var attempts: Int

    /// Makes a fault.
    public init(_ kind: Kind, _ message: String, help: String = "", attempts: Int = 1) {
        self.kind = kind
        self.message = message
        self.help = help
        self.attempts = attempts
    }

    /// The program is asked to stop.
    public static let stopping = ServiceFault(.stopping, "stopped before it was done")
}
