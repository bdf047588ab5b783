internal import SourceDiagnostics

/// Says in a bookkeeper's words what libyaml could not read, and what to type instead.
///
/// libyaml names the place where it gave up; the mistake is often before it. So this looks at
/// the text around, and points at the mistake where it can be told.
struct YAMLProblemWords {
    let problem: YAMLProblem
    let source: SourceText
    let lines: YAMLSourceLines
    /// The text that was read last before the problem.
    let lastScalar: Range<Int>?
    /// Where the bracket stands inside which the problem is; nil outside brackets.
    let openBracket: Int?

    /// Prepares to say what is wrong with a file.
    init(
        _ problem: YAMLProblem, source: SourceText, lastScalar: Range<Int>?, openBracket: Int?
    ) {
        self.problem = problem
        self.source = source
        self.lastScalar = lastScalar
        self.openBracket = openBracket
        lines = YAMLSourceLines(source.bytes)
    }

    /// The problem as a diagnostic.
    func diagnostic() -> Diagnostic {
        switch problem.problem {
        case "": memory()
        case "found character that cannot start any token": forbiddenStart()
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            tab(at: problem.place)
        case "could not find expected ':'": missingColon()
        case "mapping values are not allowed in this context": unexpectedColon()
        case "block sequence entries are not allowed in this context": unexpectedItem()
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            unexpectedContent()
        case "did not find expected ',' or ']'": unclosedBracket("]")
        case "did not find expected ',' or '}'": unclosedBracket("}")
        case "did not find expected node content": missingValue()
        case "found unexpected end of stream", "found unexpected document indicator":
            unclosedQuote()
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            unknownEscape()
        case "did not find expected comment or line break",
            "found an indentation indicator equal to 0":
            blockHeader()
        case "did not find expected alphabetic or numeric character": aliasSign()
        case "found undefined tag handle", "did not find expected tag URI",
            "did not find expected whitespace or line break", "did not find expected '!'",
            "did not find the expected '>'", "did not find URI escaped octet":
            tagSign()
        case "found unexpected ':'": colonInBrackets()
        case "found unknown directive name", "could not find expected directive name",
            "found unexpected non-alphabetical character", "found incompatible YAML document",
            "did not find expected version number", "found duplicate %YAML directive",
            "found duplicate %TAG directive", "did not find expected digit or '.' character",
            "found extremely long version number", "did not find expected whitespace":
            directive()
        default: other()
        }
    }

    private func memory() -> Diagnostic {
        Diagnostic(.memoryIsFull, at: range(0..<0))
    }

    private func forbiddenStart() -> Diagnostic {
        let place = problem.place
        guard place < source.bytes.count else { return other() }
        if source.bytes[place] == 0x09 { return tab(at: place) }
        let sign = Character(Unicode.Scalar(source.bytes[place]))
        return Diagnostic(.forbiddenStart(sign), at: range(lines.word(at: place)))
    }

    private func unclosedBracket(_ closing: String) -> Diagnostic {
        let context = openBracket ?? problem.contextPlace ?? problem.place
        let opening = min(context, source.bytes.count)
        let bracket = opening..<min(opening + 1, source.bytes.count)
        let sign = closing == "]" ? "[" : "{"
        let line = lines.line(around: opening)
        var word = lines.word(at: problem.place)
        if line.contains(problem.place), !word.isEmpty {
            return Diagnostic(
                .missingBeforeThis(closing), at: range(word),
                notes: [Diagnostic.Note(.bracketOpenedHere, at: range(bracket))])
        }
        if !word.isEmpty { word = trimmed(lines.line(around: problem.place)) }
        let note = Diagnostic.Note(.missingAtTheLatest(closing), at: range(word))
        return Diagnostic(.bracketNotClosed(sign, closing), at: range(bracket), notes: [note])
    }

    private func missingValue() -> Diagnostic {
        let word = lines.word(at: problem.place)
        guard let openBracket else { return forbiddenStart() }
        guard !word.isEmpty else {
            return unclosedBracket(source.bytes[openBracket] == UInt8(ascii: "[") ? "]" : "}")
        }
        return Diagnostic(.missingValue, at: range(word))
    }

    private func unclosedQuote() -> Diagnostic {
        let start = min(problem.contextPlace ?? problem.place, source.bytes.count)
        let text = start..<lines.endOfLine(from: start)
        let quote =
            start < source.bytes.count ? Character(Unicode.Scalar(source.bytes[start])) : "\""
        return Diagnostic(.quoteNeverClosed(quote), at: range(text))
    }

    private func unknownEscape() -> Diagnostic {
        var start = min(problem.place, source.bytes.count)
        let line = lines.line(around: start)
        while start > line.lowerBound, start >= source.bytes.count || source.bytes[start] != 0x5C {
            start -= 1
        }
        let end = min(start + 2, line.upperBound)
        return Diagnostic(.unknownEscape, at: range(start..<max(start, end)))
    }

    private func blockHeader() -> Diagnostic {
        Diagnostic(.blockHeader, at: range(lines.word(at: problem.place)))
    }

    private func directive() -> Diagnostic {
        let line = lines.line(around: problem.contextPlace ?? problem.place)
        return Diagnostic(.directive, at: range(trimmed(line)))
    }

    private func aliasSign() -> Diagnostic {
        let start = min(problem.contextPlace ?? problem.place, source.bytes.count)
        return Diagnostic(.aliasSign, at: range(lines.word(at: start)))
    }

    private func tagSign() -> Diagnostic {
        let start = min(problem.contextPlace ?? problem.place, source.bytes.count)
        return Diagnostic(.tagSign, at: range(lines.word(at: start)))
    }

    /// What has no words of its own.
    func other() -> Diagnostic {
        Diagnostic(.otherYAML(problem.problem), at: range(lines.word(at: problem.place)))
    }

    /// A place in the file.
    func range(_ range: Range<Int>) -> SourceRange {
        let end = source.bytes.count
        return SourceRange(
            path: source.path, lower: min(range.lowerBound, end), upper: min(range.upperBound, end))
    }
}
