public import DomainModel

/// What is kept of an entry that was deleted (API reference, 6).
public struct DeletedEntry: Sendable, Codable, Hashable {
    /// Daybook and number; the number is not used again.
    public var key: EntryKey
    /// The date of the entry.
    public var date: CalendarDate
    /// When it was posted.
    public var inputInstant: Instant
    /// When it was deleted.
    public var deletionInstant: Instant
    /// The code of the user who deleted it.
    public var user: String
    /// The reason that was given.
    public var reason: String

    /// Takes the fields of what is kept.
    public init(
        key: EntryKey, date: CalendarDate, inputInstant: Instant, deletionInstant: Instant,
        user: String, reason: String
    ) {
        self.key = key
        self.date = date
        self.inputInstant = inputInstant
        self.deletionInstant = deletionInstant
        self.user = user
        self.reason = reason
    }
}
