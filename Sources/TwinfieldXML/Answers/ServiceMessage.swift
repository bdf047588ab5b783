/// What a service other than ProcessXml says: the finder, the undoing of a match.
public struct ServiceMessage: Sendable, Equatable {
    /// Its type: `Error`, `Warning` or `Informational`.
    public var type: String
    /// The sentence for people, in the language of the user.
    public var text: String
    /// Its code, the same in every language, such as `NoAccessToOffice`.
    public var code: String

    /// Whether it is an error.
    public var isError: Bool { type == "Error" }

    /// Makes a message of an element with `Type`, `Text` and `Code`.
    init(_ element: AnswerElement) {
        type = element.text("Type")
        text = TextBytes.shown(Array(element.text("Text").utf8), limit: 1000)
        code = element.text("Code")
    }
}
