public import DomainModel

/// Reads accounts from the answer to the read of dimensions, with or without a list around them
/// (API reference, 3.5 and 4.6).
public struct AccountsReader: AnswerReader, ~Copyable {
    private let document = AnswerDocument()

    /// Begins to read an answer.
    public init() {}

    /// Reads the next bytes, cut anywhere.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
        try document.feed(bytes)
    }

    /// Says that there is no more, and gives the accounts.
    ///
    /// Throws when the document cannot be read whole.
    public consuming func finish() throws(RecordFault) -> ReadAnswer<[Account]> {
        let root = try document.finish()
        let names = ["dimensions", "dimension", "customers"]
        if let refusal = try root.refusal(orRoot: names) { return .refused(refusal) }
        let elements = root.name == "dimension" ? [root] : root.children("dimension")
        var accounts: [Account] = []
        for element in elements {
            let account = Self.account(element)
            guard !account.code.isEmpty else {
                throw RecordFault("a dimension has no code", line: element.line)
            }
            accounts.append(account)
        }
        return .found(accounts)
    }

    private static func account(_ element: AnswerElement) -> Account {
        let financials = element.first("financials")
        return Account(
            code: element.text("code"), name: element.text("name"), type: element.text("type"),
            status: element.attribute("status") ?? "",
            matchType: financials?.text("matchtype") ?? "",
            substituteWith: financials?.text("substitutewith") ?? "",
            subAnalysis: financials?.text("subanalyse") ?? "")
    }
}
