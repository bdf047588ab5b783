public import ByteText

/// The open items of one reading, in order of the input, beside one store of text.
public struct OpenItemTable: Sendable {
    /// One row an item, in order of the input.
    public var rows = OpenItemRows()
    /// E-mail addresses; a row names a run of them.
    public var emails: [TextSlice] = []
    /// The texts of the rows.
    public var texts = TextArena()
    /// What the reader noticed that a person should know; shown once each.
    public var warnings: [String] = []

    /// Makes an empty table.
    public init() {}

    /// The text of a field, for messages and tests.
    public func text(_ slice: TextSlice) -> String { texts.string(slice) }

    /// The addresses of a row.
    public func emails(of row: OpenItemRow) -> ArraySlice<TextSlice> {
        emails[Int(row.firstEmail)..<Int(row.firstEmail) + Int(row.emailCount)]
    }
}
