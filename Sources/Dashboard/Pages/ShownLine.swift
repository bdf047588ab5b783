import ByteText

/// A text of strangers in one line: nothing in it turns the direction or hides.
func shown(_ text: String) -> String { ShownText.oneLine(text) }

/// A text of several lines, in which nothing turns the direction or hides.
func shownLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { ShownText.oneLine($0) }.joined(separator: "\n")
}
