internal import SourceDiagnostics

/// Lines that stand in the wrong column, and content where none can be.
extension YAMLProblemWords {
    /// A tab in the indentation.
    func tab(at place: Int) -> Diagnostic {
        var end = place
        while end < source.bytes.count, source.bytes[end] == 0x09 { end += 1 }
        return Diagnostic(
            .yamlSyntax, at: range(place..<max(end, place)),
            "a tab stands here, and YAML takes only spaces for indentation",
            help: "replace the tab by spaces; most editors can do so for the whole file")
    }

    /// `- ` where no list can be.
    func unexpectedItem() -> Diagnostic {
        let line = lines.line(around: problem.place)
        let end = min(problem.place + 1, source.bytes.count)
        if lines.firstNonBlank(of: line) == problem.place {
            return Diagnostic(
                .yamlSyntax, at: range(problem.place..<end),
                "an item of a list stands here where none can be",
                help: "check the indentation; a list stands below its key: `key:` and then `- item`"
            )
        }
        return Diagnostic(
            .yamlSyntax, at: range(problem.place..<end),
            "an item of a list cannot begin in the line of its key",
            help: "put `- ` on a line of its own below the key, or write `key: [item, item]`")
    }

    /// Something stands behind what was complete: mostly wrong indentation.
    func unexpectedContent() -> Diagnostic {
        let place = problem.place
        let line = lines.line(around: place)
        if let tab = leadingTab(of: line) { return self.tab(at: tab) }
        let word = lines.word(at: place)
        guard let sign = word.first.map({ source.bytes[$0] }) else { return other() }
        if sign == UInt8(ascii: "]") || sign == UInt8(ascii: "}") {
            let bracket = Character(Unicode.Scalar(sign))
            return Diagnostic(
                .yamlSyntax, at: range(place..<place + 1), "this `\(bracket)` closes no bracket",
                help: "delete it, or open the bracket before it")
        }
        guard lines.firstNonBlank(of: line) == place else { return contentBehindValue(word) }
        return wrongIndentation(of: line, from: place)
    }

    /// The tab in the indentation of a line; nil when there is none.
    func leadingTab(of line: Range<Int>) -> Int? {
        (line.lowerBound..<lines.firstNonBlank(of: line)).first { source.bytes[$0] == 0x09 }
    }

    /// A line without the white space at its ends.
    func trimmed(_ line: Range<Int>) -> Range<Int> {
        let start = lines.firstNonBlank(of: line)
        var end = line.upperBound
        while end > start, lines.isBlank(source.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether a range begins with a quote.
    func isQuoted(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return false }
        let sign = source.bytes[range.lowerBound]
        return sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'")
    }

    private func contentBehindValue(_ word: Range<Int>) -> Diagnostic {
        let help = "put the whole value in quotes, or begin a new line"
        guard let lastScalar, isQuoted(lastScalar), lastScalar.upperBound <= word.lowerBound,
            word.lowerBound - lastScalar.upperBound < 100
        else {
            return Diagnostic(
                .yamlSyntax, at: range(word),
                "what stands before this is complete, and yet more follows",
                help: help)
        }
        let opening = lastScalar.lowerBound..<lastScalar.lowerBound + 1
        guard lines.line(around: opening.lowerBound).contains(word.lowerBound) else {
            // Text in quotes over several lines and then rubbish: the first quote was not closed,
            // and the opening quote of a later value was taken for its end.
            return Diagnostic(
                .yamlSyntax, at: range(opening),
                "the quote that opens here is not closed in its line",
                help: "put the closing quote behind the text",
                notes: [Diagnostic.Note("it is closed only before this", at: range(word))])
        }
        return Diagnostic(
            .yamlSyntax, at: range(word), "the quotes are closed before this, and yet more follows",
            help: "put all of the text between the quotes",
            notes: [Diagnostic.Note("the quote was opened here", at: range(opening))])
    }

    private func wrongIndentation(of line: Range<Int>, from place: Int) -> Diagnostic {
        if source.bytes[place] == UInt8(ascii: ":") {
            return Diagnostic(
                .yamlSyntax, at: range(place..<place + 1), "a key is missing before this `:`",
                help: "write `key: value`")
        }
        let width = place - line.lowerBound
        let text = trimmed(line)
        var notes: [Diagnostic.Note] = []
        if let context = problem.contextPlace, context < place {
            let first = lines.line(around: context)
            let message =
                "the lines it should belong to begin in column \(context - first.lowerBound + 1)"
            notes = [Diagnostic.Note(message, at: range(lines.word(at: context)))]
        }
        if source.bytes[place] == UInt8(ascii: "-") {
            return Diagnostic(
                .yamlSyntax, at: range(text), "an item of a list stands among keys here",
                help: "check the indentation; a list stands below its key", notes: notes)
        }
        if problem.problem.contains("'-'") {
            return Diagnostic(
                .yamlSyntax, at: range(text), "this stands among the items of a list and is none",
                help: "begin it with `- `, or check the indentation", notes: notes)
        }
        if problem.problem.contains("document") {
            return Diagnostic(
                .yamlSyntax, at: range(text),
                "this line belongs to nothing: what stands above it is complete",
                help: "let all keys of the file that belong together begin in the same column")
        }
        let spaces = width == 1 ? "1 space" : "\(width) spaces"
        return Diagnostic(
            .yamlSyntax, at: range(text),
            "this line is indented by \(spaces), which fits no line above it",
            help: "let keys that belong together begin in the same column", notes: notes)
    }
}
