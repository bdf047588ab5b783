internal import ByteText
public import DomainModel

/// Reads the answer to the read of one entry.
public struct TransactionReader: AnswerReader, ~Copyable {
    private let code: String
    private let number: String
    private let document = AnswerDocument()

    /// Begins to read the answer about an entry; another one is not understood.
    public init(code: String, number: String) {
        self.code = code
        self.number = number
    }

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives the entry.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> TransactionAnswer {
        let code = code
        let number = number
        let root = try document.finish()
        guard root.name == "transaction" else {
            return .notUnderstood(root.said("the answer is <\(root.shownName)>"))
        }
        let builder = EntryBuilder(root)
        guard let found = builder.number else {
            return root.holdsRefusal && root.result != true && !builder.hasAnyNumber
                ? .missing(root.messages())
                : .notUnderstood(root.said("the entry has no number, and is not refused"))
        }
        guard root.result != false, !root.holdsRefusal, builder.isPlain else {
            return .notUnderstood(root.said("the entry is refused, and yet it is there"))
        }
        let entry = builder.entry(number: found)
        guard entry.code == code, entry.number == number else {
            let other = ShownText.oneLine((entry.code + " " + entry.number).prefix(60))
            return .notUnderstood("the answer is about another entry: \(other)")
        }
        return .found(entry)
    }
}
