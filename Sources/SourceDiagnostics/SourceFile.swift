/// A file and its lines, for showing diagnostics.
struct SourceFile {
    /// The file.
    let source: SourceText
    /// Its lines.
    let lines: LineIndex

    /// Finds the lines of a file.
    init(_ source: SourceText) {
        self.source = source
        lines = LineIndex(source)
    }

    /// The line in which a range begins, with carets below the range.
    func excerpt(of range: SourceRange) -> SourceExcerpt {
        let line = lines.lineRange(around: range.lower)
        return SourceExcerpt(source.bytes[line], marked: range.lower..<range.upper)
    }
}
