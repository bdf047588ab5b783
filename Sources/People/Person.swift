public import DomainModel

/// Somebody who may come in, as administrators see it.
public struct Person: Sendable, Hashable {
    /// The number of the record.
    public var id: Int64
    /// The name.
    public var name: String
    /// What the person may do.
    public var role: Role
    /// Whether the person may sign in.
    public var isActive: Bool
    /// Whether password and second factor are set; not after a reset.
    public var isSetUp: Bool
    /// Until when nothing is tried after failures; nil when nothing is locked.
    public var lockedUntil: Instant?
    /// When a session of this person was used last; nil when never.
    public var seen: Instant?

    /// Makes a person.
    public init(
        id: Int64, name: String, role: Role, isActive: Bool, isSetUp: Bool,
        lockedUntil: Instant?, seen: Instant?
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.isActive = isActive
        self.isSetUp = isSetUp
        self.lockedUntil = lockedUntil
        self.seen = seen
    }
}

/// Why a change of people or of one's own account is refused; nothing was changed.
public enum PeopleFault: Error, Sendable, Hashable {
    /// The name holds other signs than names have, is too long or reserved.
    case name
    /// Another person, or an open invitation of another kind, has it.
    case nameTaken
    /// There is nobody of this name or number.
    case unknown
    /// Then nobody could say who may come in.
    case lastAdministrator
    /// The password is not taken.
    case password(PasswordPolicy.Fault)
    /// The present password is another one.
    case wrongPassword
    /// The code is not the one of now, or was taken before.
    case wrongCode
    /// The invitation is used, replaced or too old.
    case invitationEnded
    /// The session ended meanwhile.
    case signedOut
    /// Too many failures: nothing is tried before this moment.
    case locked(Instant)
    /// Too many people sign in at this moment.
    case busy
}
