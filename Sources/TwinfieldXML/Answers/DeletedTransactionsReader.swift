public import DomainModel

/// Reads a whole envelope with the list of deleted entries (API reference, section 6).
///
/// Shape: `Result/DeletedTransactions/DeletedTransaction`, as clients read it. Twinfield's own word
/// on it is not known, so the entries are looked for at every depth.
public struct DeletedTransactionsReader: AnswerReader, ~Copyable {
    private let document = ServiceAnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives the list, or Twinfield's fault.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<[DeletedTransaction]> {
        switch try document.finish("Result", "QueryResponse") {
        case .fault(let fault): return .fault(fault)
        case .answer(let response):
            var found: [DeletedTransaction] = []
            try Self.collect(response, into: &found)
            return .answer(found)
        }
    }

    private static func collect(
        _ element: AnswerElement, into found: inout [DeletedTransaction]
    ) throws(RecordFault) {
        guard element.first("TransactionNumber") != nil else {
            for child in element.children { try collect(child, into: &found) }
            return
        }
        let daybook = element.text("Daybook")
        let number = element.text("TransactionNumber")
        guard !daybook.isEmpty, !number.isEmpty else {
            throw RecordFault("a deleted entry has no daybook or no number", line: element.line)
        }
        found.append(
            DeletedTransaction(
                daybook: daybook, number: number,
                transactionDate: element.text("TransactionDate"),
                deletionDate: element.text("DeletionDate"), user: element.text("User"),
                reason: element.text("ReasonForDeletion")))
    }
}
