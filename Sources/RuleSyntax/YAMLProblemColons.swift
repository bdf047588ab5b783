internal import SourceDiagnostics

/// Colons that are missing, superfluous, or without the space behind them.
extension YAMLProblemWords {
    /// A line without a colon where a key belongs.
    func missingColon() -> Diagnostic {
        let start = problem.contextPlace ?? problem.place
        let line = start..<lines.endOfLine(from: start)
        if let colon = tightColon(in: line) { return tightColonDiagnostic(colon, in: line) }
        if let end = closingQuote(from: start) {
            return Diagnostic(.colonMissingBehindText, at: range(start..<end))
        }
        let text = trimmed(line)
        return Diagnostic(.colonMissing, at: range(text))
    }

    /// A colon where no key can be.
    func unexpectedColon() -> Diagnostic {
        let line = lines.line(around: problem.place)
        if let tab = leadingTab(of: line) { return self.tab(at: tab) }
        let start = lines.firstNonBlank(of: line)
        if let first = spacedColon(in: start..<min(problem.place, line.upperBound)) {
            let note = Diagnostic.Note(.valueBeginsHere, at: range(first))
            return Diagnostic(
                .secondColon, at: range(problem.place..<min(problem.place + 1, line.upperBound)),
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
            notes = [Diagnostic.Note(.lineHasItsValue, at: range(trimmed(above)))]
        }
        return Diagnostic(
            .keyWhereNoneCanBe, at: range(start..<max(start, problem.place)), notes: notes)
    }

    /// `{key:}` and the like.
    func colonInBrackets() -> Diagnostic {
        Diagnostic(
            .spaceMissingInBrackets,
            at: range(problem.place..<min(problem.place + 1, source.bytes.count)))
    }

    private func tightColonDiagnostic(_ colon: Int, in line: Range<Int>) -> Diagnostic {
        Diagnostic(.spaceMissing, at: range(colon..<colon + 1))
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
