/// One entry that was deleted (API reference, section 6).
public struct DeletedTransaction: Sendable, Equatable {
    /// The daybook.
    public var daybook: String
    /// The number that the entry had.
    public var number: String
    /// When it was made.
    public var transactionDate: String
    /// When it was deleted.
    public var deletionDate: String
    /// Who deleted it.
    public var user: String
    /// Why it was deleted.
    public var reason: String
}
