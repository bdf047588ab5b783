public import SourceDiagnostics

/// A piece of YAML and the place where it stands.
public struct YAMLNode: Sendable {
    /// What a node can be.
    public enum Content: Sendable {
        /// A text.
        case scalar(YAMLScalar)
        /// A list.
        case sequence([YAMLNode])
        /// Keys and their values, in the order of the file.
        case mapping([YAMLPair])
    }

    /// What stands here.
    public var content: Content
    /// Where it stands: a text with its quotes, a list or mapping with its brackets.
    public var range: SourceRange

    /// Puts content at a place.
    public init(content: Content, range: SourceRange) {
        self.content = content
        self.range = range
    }
}
