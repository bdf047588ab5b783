/// Why secrets cannot be read or written: a sentence and a way out, without any secret.
public struct SecretFault: Error, Sendable, Hashable {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The key or the file is not there.
        case missing
        /// Others may read the file or change its folder.
        case loosePermissions
        /// The key is not of the right form, or not the one that the secrets were encrypted with.
        case wrongKey
        /// The file is cut off, changed or of another version.
        case damaged
        /// The system refused.
        case system
    }

    /// What went wrong.
    public var reason: Reason
    /// One sentence, with the path.
    public var message: String
    /// What to do; empty when the sentence says it.
    public var help: String

    init(_ reason: Reason, _ message: String, help: String = "") {
        self.reason = reason
        self.message = message
        self.help = help
    }
}
