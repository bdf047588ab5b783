/// Texts of a line that a person changes; nil leaves a text as it is.
public struct LineEdit: Sendable, Codable, Hashable {
    /// At most 40 characters.
    public var description: String?
    /// At most 40 characters.
    public var invoiceNumber: String?
    /// Free text.
    public var comment: String?

    /// Takes the texts that change.
    public init(
        description: String? = nil, invoiceNumber: String? = nil, comment: String? = nil
    ) {
        self.description = description
        self.invoiceNumber = invoiceNumber
        self.comment = comment
    }
}
