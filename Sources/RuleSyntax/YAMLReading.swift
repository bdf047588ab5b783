public import SourceDiagnostics

/// What was read from a YAML file, and what was wrong with it.
public struct YAMLReading: Sendable {
    /// The whole file as a tree; nil when there is none or the file broke off.
    ///
    /// A tree beside diagnostics is good enough to look for more mistakes, never to be used.
    public var root: YAMLNode?
    /// What was wrong, in the order of the file.
    public var diagnostics: [Diagnostic]

    /// Joins a tree and its diagnostics.
    public init(root: YAMLNode?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}
