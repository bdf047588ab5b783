/// What the finder found (API reference, 4.5).
public struct FinderAnswer: Sendable, Equatable {
    /// How many rows there are in all; nil when the answer does not say.
    public var totalRows: Int?
    /// The names of the columns, in the language of the user.
    public var columns: [String]
    /// The rows of this answer; the first text is the code.
    public var rows: [[String]]
    /// What the finder says; an error means that it found nothing.
    public var messages: [ServiceMessage]
}
