/// Why the sandbox cannot do what it was asked: a sentence, and what to type instead.
public struct SandboxFault: Error, Sendable, Hashable {
    /// What is wrong, with the place when there is one.
    public var message: String
    /// What to do about it; empty when that is plain.
    public var help: String

    /// Whether what was asked makes no sense, rather than that it failed.
    public var isUsage = false

    /// Takes the sentence and the way out.
    public init(_ message: String, help: String = "") {
        self.message = message
        self.help = help
    }

    /// The same, as a fault of what was asked, with where it was asked in front.
    func asUsage(of place: String) -> SandboxFault {
        var fault = self
        fault.message = "\(place): \(message)"
        fault.isUsage = true
        return fault
    }
}
