public import RuleSyntax
internal import SourceDiagnostics

/// One value of the configuration, and where it came from.
public struct ConfigurationEntry: Sendable {
    /// Where a value came from.
    public enum Origin: Sendable, Hashable {
        /// The file: the path as given, and the line from 1.
        case file(path: String, line: Int)
        /// A variable of the environment, by its name.
        case environment(String)
        /// A flag.
        case flag
        /// The default.
        case standard
    }

    /// The keys from the left margin inwards, with full stops; a connection by its name.
    public var path: String
    /// The value, paths joined to the folder of the file; nil for none.
    public var value: String?
    /// Where it came from.
    public var origin: Origin
    /// What it is.
    public var kind: ValueKind
    /// The text as it was written.
    var written: String?
    /// The place for messages; of a default, the place of its mapping.
    var range: SourceRange
    /// The declaration.
    var key: Section.Key
}
