/// Text of strangers on a terminal: no control characters, no overrides of direction.
enum TerminalCell {
    /// The text with such characters shown as U+FFFD.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text in so many columns, cut with an ellipsis.
    static func fit(_ text: String, _ width: Int) -> String {
        let cell = clean(text)
        let cut = cell.count > width ? cell.prefix(width - 1) + "…" : cell[...]
        return cut + String(repeating: " ", count: max(0, width - cut.count))
    }
}
