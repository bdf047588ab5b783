public import Wording

/// A diagnostic taken apart for a page: where it stands, and the line with carets below.
public struct ShownDiagnostic: Sendable, Hashable {
    /// The path of the file, as in its `SourceText`.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int
    /// Error or warning.
    public var severity: Diagnostic.Severity
    /// The code.
    public var code: DiagnosticCode
    /// What was found and what was expected.
    public var sentence: Phrase
    /// What to type; nil when the sentence says it already.
    public var help: Phrase?
    /// The line of the file, cut around the place when it is long; nil for a file that is not
    /// known.
    public var excerpt: String?
    /// Spaces and carets below `excerpt`.
    public var carets: String
}

extension DiagnosticRenderer {
    /// Diagnostics for a page: sorted, equal ones once, at most `mostShown`.
    public static func shown(
        _ diagnostics: [Diagnostic], sources: [SourceText]
    ) -> [ShownDiagnostic] {
        let files = Dictionary(
            sources.map { ($0.path, SourceFile($0)) }, uniquingKeysWith: { first, _ in first })
        return DiagnosticList.bounded(diagnostics, to: mostShown).map { diagnostic in
            let file = files[diagnostic.range.path]
            let place = file?.lines.position(of: diagnostic.range.lower)
            let excerpt = file?.excerpt(of: diagnostic.range)
            return ShownDiagnostic(
                path: diagnostic.range.path, line: place?.line ?? 1, column: place?.column ?? 1,
                severity: diagnostic.severity, code: diagnostic.code,
                sentence: diagnostic.words.sentence, help: diagnostic.words.help,
                excerpt: excerpt?.line, carets: excerpt?.carets ?? "")
        }
    }
}
