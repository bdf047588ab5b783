internal import SourceDiagnostics

/// Colons that are missing, superfluous, or without the space behind them.
extension YAMLProblemWords {
    /// A line without a colon where a key belongs.
    func missingColon() -> Diagnostic {
        let start = problem.contextPlace ?? problem.place
        let line = start..<lines.endOfLine(from: start)
        if let colon = tightColon(in: line) { return tightColonDiagnostic(colon, in: line) }
        if let end = closingQuote(from: start) {
            return Diagnostic(
                .yamlSyntax, at: range(start..<end),
                "a `:` is missing behind this text, which stands where a key belongs",
                help: "write `key: value`")
        }
        let text = trimmed(line)
        return Diagnostic(
            .yamlSyntax, at: range(text), "a `:` is missing in this line",
            help: "write `key: value`; the next lines of a long text must be indented")
    }

    /// A colon where no key can be.
    func unexpectedColon() -> Diagnostic {
        let line = lines.line(around: problem.place)
        if let tab = leadingTab(of: line) { return self.tab(at: tab) }
        let start = lines.firstNonBlank(of: line)
        if let first = spacedColon(in: start..<min(problem.place, line.upperBound)) {
            let note = Diagnostic.Note("the value begins behind this `:`", at: range(first))
            return Diagnostic(
                .yamlSyntax, at: range(problem.place..<min(problem.place + 1, line.upperBound)),
                "a second `: ` stands in this line, and a value without quotes cannot hold one",
                help: "put the value in quotes, or begin a new line for the second key",
                notes: [note])
        }
        if let above = lines.contentLine(above: problem.place),
            let colon = tightColon(in: lines.firstNonBlank(of: above)..<above.upperBound)
        {
            return tightColonDiagnostic(
                colon, in: lines.firstNonBlank(of: above)..<above.upperBound)
        }
        var notes: [Diagnostic.Note] = []
        if let above = lines.contentLine(above: problem.place) {
            notes = [Diagnostic.Note("this line has its value already", at: range(trimmed(above)))]
        }
        return Diagnostic(
            .yamlSyntax, at: range(start..<max(start, problem.place)),
            "a key stands here where none can be: the line is indented too deep, or the value "
                + "of the line above is not finished",
            help: "let keys that belong together begin in the same column", notes: notes)
    }

    /// `{key:}` and the like.
    func colonInBrackets() -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: range(problem.place..<min(problem.place + 1, source.bytes.count)),
            "a space is missing behind this `:`",
            help: "write `key: value`, or put the text in quotes")
    }

    private func tightColonDiagnostic(_ colon: Int, in line: Range<Int>) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: range(colon..<colon + 1), "a space is missing behind this `:`",
            help: "write `key: value`; a text with a `:` in it may stand in quotes")
    }

    /// The first `:` of a line with a letter right behind it; nil when a `: ` or a quote comes
    /// first.
    private func tightColon(in line: Range<Int>) -> Int? {
        for place in line.dropLast() {
            switch source.bytes[place] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"): return nil
            case UInt8(ascii: ":"):
                return lines.isBlank(source.bytes[place + 1]) ? nil : place
            default: continue
            }
        }
        return nil
    }

    /// The first `: ` of a line; nil when there is none.
    private func spacedColon(in line: Range<Int>) -> Range<Int>? {
        for place in line.dropLast()
        where source.bytes[place] == UInt8(ascii: ":") && lines.isBlank(source.bytes[place + 1]) {
            return place..<place + 1
        }
        return nil
    }

    /// The place behind a quoted text; nil when none begins here or it goes on below.
    private func closingQuote(from start: Int) -> Int? {
        guard let lastScalar, lastScalar.lowerBound == start, isQuoted(lastScalar) else {
            return nil
        }
        return lastScalar.upperBound
    }
}
