/// Why the sandbox cannot do what it was asked: a sentence, and what to type instead.
public struct SandboxFault: Error, Sendable, Hashable {
    /// What is wrong, with the place when there is one.
    public var message: String
    /// What to do about it; empty when that is plain.
    public var help: String

    /// Takes the sentence and the way out.
    public init(_ message: String, help: String = "") {
        self.message = message
        self.help = help
    }
}
