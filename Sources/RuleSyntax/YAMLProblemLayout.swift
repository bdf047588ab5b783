internal import SourceDiagnostics

/// Lines that stand in the wrong column, and content where none can be.
extension YAMLProblemWords {
    /// A tab in the indentation.
    func tab(at place: Int) -> Diagnostic {
        var end = place
        while end < source.bytes.count, source.bytes[end] == 0x09 { end += 1 }
        return Diagnostic(.tabAsIndentation, at: range(place..<max(end, place)))
    }

    /// `- ` where no list can be.
    func unexpectedItem() -> Diagnostic {
        let line = lines.line(around: problem.place)
        let end = min(problem.place + 1, source.bytes.count)
        if lines.firstNonBlank(of: line) == problem.place {
            return Diagnostic(.itemWhereNoneCanBe, at: range(problem.place..<end))
        }
        return Diagnostic(.itemInLineOfKey, at: range(problem.place..<end))
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
            return Diagnostic(.closesNoBracket(bracket), at: range(place..<place + 1))
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
        guard let lastScalar, isQuoted(lastScalar), lastScalar.upperBound <= word.lowerBound,
            word.lowerBound - lastScalar.upperBound < 100
        else {
            return Diagnostic(.contentBehindValue, at: range(word))
        }
        let opening = lastScalar.lowerBound..<lastScalar.lowerBound + 1
        guard lines.line(around: opening.lowerBound).contains(word.lowerBound) else {
            // Text in quotes over several lines and then rubbish: the first quote was not closed,
            // and the opening quote of a later value was taken for its end.
            return Diagnostic(
                .quoteNotClosedInLine, at: range(opening),
                notes: [Diagnostic.Note(.quoteClosedOnlyBefore, at: range(word))])
        }
        return Diagnostic(
            .quotesClosedBefore, at: range(word),
            notes: [Diagnostic.Note(.quoteOpenedHere, at: range(opening))])
    }

    private func wrongIndentation(of line: Range<Int>, from place: Int) -> Diagnostic {
        if source.bytes[place] == UInt8(ascii: ":") {
            return Diagnostic(.keyMissingBeforeColon, at: range(place..<place + 1))
        }
        let width = place - line.lowerBound
        let text = trimmed(line)
        var notes: [Diagnostic.Note] = []
        if let context = problem.contextPlace, context < place {
            let first = lines.line(around: context)
            notes = [
                Diagnostic.Note(
                    .linesBegin(inColumn: context - first.lowerBound + 1),
                    at: range(lines.word(at: context)))
            ]
        }
        if source.bytes[place] == UInt8(ascii: "-") {
            return Diagnostic(.itemAmongKeys, at: range(text), notes: notes)
        }
        if problem.problem.contains("'-'") {
            return Diagnostic(.noItemAmongItems, at: range(text), notes: notes)
        }
        if problem.problem.contains("document") {
            return Diagnostic(.belongsToNothing, at: range(text))
        }
        return Diagnostic(.wrongIndentation(width), at: range(text), notes: notes)
    }
}
