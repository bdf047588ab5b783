public import SourceDiagnostics

/// A text in a YAML file; its schema, not its look, says whether it is a number or a date.
public struct YAMLScalar: Sendable {
    /// The five ways in which YAML writes a text.
    public enum Style: Sendable {
        /// Without quotes. A key without a value is a plain empty text.
        case plain
        /// Between `'`.
        case singleQuoted
        /// Between `"`, with escapes.
        case doubleQuoted
        /// Behind `|`, line by line.
        case literal
        /// Behind `>`, lines joined.
        case folded
    }

    /// The text, without quotes, with escapes resolved.
    public var text: String
    /// How it is written.
    public var style: Style
    /// The file it stands in.
    let source: SourceText
    /// Where it stands, with its quotes.
    let range: SourceRange

    /// The piece of the file that the UTF-8 offsets of `text` come from.
    ///
    /// Escapes, joined lines and indentation are accounted for; an escape counts as one piece.
    /// Offsets outside the text are moved to its ends. A text that was changed after reading
    /// has the place of the whole.
    public func range(of textOffsets: Range<Int>) -> SourceRange {
        guard let place = YAMLTextMap.place(of: textOffsets, in: self) else { return range }
        return SourceRange(path: range.path, lower: place.lowerBound, upper: place.upperBound)
    }
}

extension YAMLScalar {
    /// A text that did not stand in a file of YAML: its source is the text itself.
    package init(plain text: String, of source: SourceText) {
        self.init(
            text: text, style: .plain, source: source,
            range: SourceRange(path: source.path, lower: 0, upper: source.bytes.count))
    }
}
