public import SourceDiagnostics

/// Reads YAML into a tree whose every node knows its place.
public enum YAMLReader {
    /// Reads a file; all that is wrong with it is reported in one run.
    public static func read(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> YAMLReading
    {
        YAMLReading(root: nil, diagnostics: [])
    }
}
