public import DomainModel

/// Reads the answer to a post: a `<transaction>`, or several in `<transactions>`.
///
/// An entry is booked only when its own `result` is 1, nothing inside says that it was refused,
/// and it has a number; refused only when something says so and it has none (API reference, 3.6
/// and section 10, row 7). Texts are never looked at.
public struct PostReader: AnswerReader, ~Copyable {
    private let document = AnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives what became of each entry.
    ///
    /// Throws when the document cannot be read whole: then the outcome is unknown.
    public consuming func finish() throws(RecordFault) -> PostAnswers {
        let root = try document.finish()
        switch root.name {
        case "transaction": return PostAnswers(each: [Self.answer(root, in: nil)])
        case "transactions":
            let entries = root.children("transaction")
            if entries.isEmpty { return PostAnswers(each: [Self.answer(without: root)]) }
            let only = entries.count == 1 ? root : nil
            return PostAnswers(each: entries.map { Self.answer($0, in: only) })
        default:
            return PostAnswers(each: [
                .notUnderstood(root.said("the answer is <\(root.shownName)>, not <transactions>"))
            ])
        }
    }

    /// What became of an entry; `root` is what stands around it when it is alone.
    private static func answer(_ element: AnswerElement, in root: AnswerElement?) -> PostAnswer {
        let builder = EntryBuilder(element)
        let isRefused = element.holdsRefusal || root?.isRefused == true
        if element.result == true, !element.holdsRefusal {
            guard let number = builder.number, builder.isPlain else {
                return .notUnderstood(element.said("the entry has result=\"1\", but no number"))
            }
            return .booked(builder.entry(number: number))
        }
        guard isRefused else {
            return .notUnderstood("the entry has no result that is 1 or 0")
        }
        guard element.result != true, !builder.hasAnyNumber,
            element.attribute("location") == nil
        else {
            return .notUnderstood(
                element.said("the entry is refused, and yet it has a number or result=\"1\""))
        }
        return .refused((root?.ownMessages() ?? []) + element.messages())
    }

    /// What an answer without entries means.
    private static func answer(without root: AnswerElement) -> PostAnswer {
        root.holdsRefusal && !root.holdsSuccess
            ? .refused(root.messages()) : .notUnderstood("the answer holds no entry")
    }
}
