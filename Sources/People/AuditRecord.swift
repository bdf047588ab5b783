public import DomainModel

/// Something that a person did, or that was tried in somebody's name; it is never changed.
public struct AuditRecord: Sendable, Hashable {
    /// When.
    public var at: Instant
    /// The name of the person; `server` for the commands of the person at the server.
    public var who: String
    /// What was done, as a code in two words such as `rules.saved` or `person.invited`.
    public var deed: String
    /// To what and why, in words; it holds no secret.
    public var detail: String

    /// Makes a record.
    public init(at: Instant, who: String, deed: String, detail: String) {
        self.at = at
        self.who = who
        self.deed = deed
        self.detail = detail
    }
}

/// Keeps who did what.
public protocol AuditLog: Sendable {
    /// Adds a record; it is on the disk when this returns.
    func note(_ record: AuditRecord) throws
    /// The newest records before a position (nil for the very newest), newest first, each with its
    /// own position; of one person, or of all.
    func records(
        before position: Int64?, of who: String?, count: Int
    ) throws -> [(position: Int64, AuditRecord)]
    /// The names under which anything is recorded, in alphabetical order.
    func recorded() throws -> [String]
}
