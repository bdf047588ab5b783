public import DomainModel

/// Reads the answer to the read of a browse definition (API reference, 4.1).
public struct BrowseDefinitionReader: AnswerReader, ~Copyable {
    private let code: String
    private let document = AnswerDocument()

    /// Begins to read the definition of a browse; that of another one is a fault.
    public init(code: String) { self.code = code }

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives the definition.
    ///
    /// Throws when the document cannot be read whole, is about another browse, or has no columns.
    public consuming func finish() throws(RecordFault) -> ReadAnswer<BrowseDefinition> {
        let code = code
        let root = try document.finish()
        if let refusal = try root.refusal(orRoot: ["browse"]) { return .refused(refusal) }
        let columns = root.first("columns")
        let found = [root.text("code"), columns?.attribute("code") ?? ""].first { !$0.isEmpty }
        guard found == code else {
            throw RecordFault(
                "the answer is about browse \(TextBytes.quoted(Array((found ?? "").utf8))), asked "
                    + "was for \(code)", line: root.line)
        }
        let readable = (columns?.children("column") ?? []).filter { !$0.text("field").isEmpty }
        guard !readable.isEmpty else {
            throw RecordFault("the browse has no columns", line: root.line)
        }
        return .found(BrowseDefinition(code: code, columns: readable.map(Self.column)))
    }

    private static func column(_ element: AnswerElement) -> BrowseDefinition.Column {
        let word = element.text("operator")
        return BrowseDefinition.Column(
            field: element.text("field"), label: element.text("label"),
            filter: word.isEmpty ? BrowseDefinition.Operator.none : .init(rawValue: word),
            isAsked: element.text("ask") == "true",
            finderParameter: element.text("finderparam"))
    }
}
