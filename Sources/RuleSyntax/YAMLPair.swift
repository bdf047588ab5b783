public import SourceDiagnostics

/// A key of a mapping and its value.
public struct YAMLPair: Sendable {
    /// The key, without quotes.
    public var key: String
    /// Where the key stands, with its quotes.
    public var keyRange: SourceRange
    /// What stands behind the colon.
    public var value: YAMLNode

    /// Joins a key and a value.
    public init(key: String, keyRange: SourceRange, value: YAMLNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}
