public import DomainModel

/// A way in for one person, once.
public struct Invitation: Sendable, Hashable {
    /// What it is for.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// The first administrator, who chooses a name.
        case first
        /// A new person.
        case invite
        /// A known person without password and second factor.
        case reset

        /// How long it holds.
        public var milliseconds: Int64 {
            switch self {
            case .first, .reset: 24 * 3_600_000
            case .invite: 7 * 24 * 3_600_000
            }
        }
    }

    /// What it is for.
    public var purpose: Purpose
    /// Who is invited; nil for the first administrator.
    public var name: String?
    /// What that person will be.
    public var role: Role
    /// When it ends.
    public var expires: Instant

    /// Makes an invitation.
    public init(purpose: Purpose, name: String?, role: Role, expires: Instant) {
        self.purpose = purpose
        self.name = name
        self.role = role
        self.expires = expires
    }
}

/// An invitation as its bearer sees it.
public struct OpenInvitation: Sendable, Hashable {
    /// The invitation.
    public var invitation: Invitation
    /// The secret of the second factor that comes with it, in base32; for its bearer alone.
    public var secret: String

    /// Makes one.
    public init(invitation: Invitation, secret: String) {
        self.invitation = invitation
        self.secret = secret
    }
}

/// An invitation that was made now.
public struct IssuedInvitation: Sendable, Hashable {
    /// What only its bearer knows: 64 hexadecimal digits; it is shown once and kept nowhere.
    public var token: String
    /// The invitation.
    public var invitation: Invitation

    /// Makes one.
    public init(token: String, invitation: Invitation) {
        self.token = token
        self.invitation = invitation
    }
}
