public import DomainModel

/// Reads the answer to a match: `<match>` or `<sets>`, with a `<set>` for each that was sent.
///
/// Each set is all or nothing. It is matched only when its `result` is 1, nothing inside says that
/// it was refused, it has a match number, and its value is zero (API reference, 5.4). A line with
/// result 1 in a refused set is not matched.
public struct MatchReader: AnswerReader, ~Copyable {
    private let decimals: Int
    private let document = AnswerDocument()

    /// Begins to read an answer; its amounts are in a currency.
    public init(currency: CurrencyCode) { decimals = currency.minorDigits }

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives what became of each set.
    ///
    /// Throws when the document cannot be read whole: then the outcome is unknown.
    public consuming func finish() throws(RecordFault) -> MatchAnswers {
        let decimals = decimals
        let root = try document.finish()
        switch root.name {
        case "set": return MatchAnswers(each: [Self.answer(root, decimals)])
        case "match", "sets":
            let sets = root.children("set")
            guard sets.isEmpty else {
                return MatchAnswers(each: sets.map { Self.answer($0, decimals) })
            }
            return MatchAnswers(each: [
                root.holdsRefusal && !root.holdsSuccess
                    ? .refused(root.messages()) : .notUnderstood("the answer holds no set")
            ])
        default:
            return MatchAnswers(each: [
                .notUnderstood(root.said("the answer is <\(root.shownName)>, not <match>"))
            ])
        }
    }

    private static func answer(_ set: AnswerElement, _ decimals: Int) -> MatchAnswer {
        let dimensions = set.children("dimensions").flatMap { $0.children("dimension") }
        let numbers = dimensions.filter { $0.attribute("matchnumber")?.isEmpty == false }
        if set.holdsRefusal {
            guard set.result != true, numbers.isEmpty else {
                return .notUnderstood(
                    set.said("the set is refused, and yet it has a match number or result=\"1\""))
            }
            return .refused(set.messages())
        }
        guard set.result == true else {
            return .notUnderstood("the set has no result that is 1 or 0")
        }
        guard let dimension = numbers.first, numbers.count == 1,
            let matchNumber = dimension.attribute("matchnumber"),
            AnswerElement.number(matchNumber) != nil
        else { return .notUnderstood("the set has result=\"1\", but not one match number") }
        let values = set.children("value")
        guard let value = values.first, values.count == 1,
            AmountText.amount(value.text, digits: decimals) == 0
        else { return .notUnderstood("the value that is left of the set is not zero") }
        let lines = set.children("lines").flatMap { $0.children("line") }
        return .matched(
            MatchedSet(
                matchNumber: matchNumber, customer: dimension.text,
                lines: lines.map { line($0, decimals) }, warnings: set.messages()))
    }

    private static func line(_ element: AnswerElement, _ decimals: Int) -> MatchedSet.Line {
        func amount(_ names: String...) -> Int64? {
            names.lazy.map { element.text($0) }.first { !$0.isEmpty }
                .flatMap { AmountText.amount($0, digits: decimals) }
        }
        return MatchedSet.Line(
            code: element.text("transcode"), number: element.text("transnumber"),
            line: AnswerElement.number(element.text("transline")),
            openBefore: amount("valueopen", "basevalueopen"), matched: amount("matchvalue"),
            status: EntryBuilder.status(element.text("status")), customer: element.text("dim2"))
    }
}
