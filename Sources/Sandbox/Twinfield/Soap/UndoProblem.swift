internal import BooksModel

/// Why a match cannot be undone: a code of the WSDL (API reference, 5.5).
struct UndoProblem {
    /// All codes of the WSDL.
    static let codes = [
        "DimensionNotFoundByType", "DimensionDeleted", "DimensionNotFoundByLevel",
        "MatchNotFound", "MatchingTransactionsCouldNotBeDeleted",
    ]

    let code: String
    let text: String

    /// The message.
    var node: XMLNode {
        XMLNode(
            "MessageOfUndoSetByTypeResult", [:],
            [
                XMLNode("Type", [:], "Error"), XMLNode("Text", [:], text),
                XMLNode("Code", [:], code), XMLNode("Parameters"),
            ])
    }

    /// What the books said, as a code; the texts are guesses.
    init(_ message: BooksMessage, _ language: BooksLanguage) {
        text = message.text(in: language)
        switch message {
        case .matchUnknown: code = "MatchNotFound"
        case .customerUnknown: code = "DimensionNotFoundByType"
        default: code = "MatchingTransactionsCouldNotBeDeleted"
        }
    }

    /// A code with a text.
    init(code: String, text: String) {
        self.code = code
        self.text = text
    }
}
