public import DomainModel

/// Reads a whole envelope with the answer of the finder (API reference, 4.5).
public struct FinderReader: AnswerReader, ~Copyable {
    private let document = ServiceAnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives what was found, or Twinfield's fault.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> SOAPOutcome<FinderAnswer> {
        switch try document.finish("SearchResponse") {
        case .fault(let fault): return .fault(fault)
        case .answer(let response): return .answer(try Self.answer(response))
        }
    }

    private static func answer(_ response: AnswerElement) throws(RecordFault) -> FinderAnswer {
        let data = response.first("data")
        let totalText = data?.text("TotalRows") ?? ""
        let total = AnswerElement.number(totalText)
        guard total != nil || totalText.isEmpty else {
            throw RecordFault(
                "TotalRows is \(TextBytes.quoted(Array(totalText.utf8))), not a number",
                line: response.line)
        }
        let items = data?.first("Items")?.children("ArrayOfString") ?? []
        return FinderAnswer(
            totalRows: total, columns: texts(data?.first("Columns")),
            rows: items.map { texts($0) },
            messages: (response.first("SearchResult")?.children ?? []).map(ServiceMessage.init))
    }

    private static func texts(_ list: AnswerElement?) -> [String] {
        (list?.children("string") ?? []).map(\.text)
    }
}
