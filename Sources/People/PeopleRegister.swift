public import DomainModel

/// A session that holds.
public struct Session: Sendable, Hashable {
    /// The number of the person.
    public var person: Int64
    /// The person.
    public var visitor: Visitor
    /// Whether the second factor was given too; before that it opens nothing.
    public var isComplete: Bool

    /// Makes a session.
    public init(person: Int64, visitor: Visitor, isComplete: Bool) {
        self.person = person
        self.visitor = visitor
        self.isComplete = isComplete
    }
}

/// Who tries to come in, from where and when.
public struct Attempt: Sendable, Hashable {
    /// The address of the browser.
    public var address: String
    /// When.
    public var at: Instant

    /// Makes an attempt.
    public init(address: String, at: Instant) {
        self.address = address
        self.at = at
    }
}

/// What the holder of an invitation chooses.
public struct Enrolment: Sendable {
    /// The name, for the first administrator; else it is that of the invitation.
    public var name: String
    /// The password.
    public var password: String
    /// A code of the new second factor.
    public var code: String

    /// Makes an enrolment.
    public init(name: String, password: String, code: String) {
        self.name = name
        self.password = password
        self.code = code
    }
}

/// Who may come in, and the sessions of those who did.
///
/// Every method throws `PeopleFault` when it refuses, and something else when the store fails; what
/// it did, and what it refused to somebody, stands in the audit log. `by` is who asks.
public protocol PeopleRegister: AuditLog {
    /// Whether nobody was let in yet.
    func isEmpty() throws -> Bool

    /// The session of a token that holds; nil for any other text. Cheap: pages ask it each time.
    func session(_ token: String, at now: Instant) throws -> Session?
    /// Checks name and password; the token of a session that waits for the code.
    func signIn(name: String, password: String, _ attempt: Attempt) async throws -> String
    /// Checks the code; the token of a whole session, another one than before.
    func complete(_ token: String, code: String, _ attempt: Attempt) throws -> String
    /// Ends a session.
    func signOut(_ token: String, at now: Instant) throws

    /// The invitation of a token; nil when it is used, replaced or too old.
    func invitation(_ token: String, at now: Instant) throws -> OpenInvitation?
    /// Takes an invitation; the token of a whole session.
    func accept(
        _ token: String, _ enrolment: Enrolment, _ attempt: Attempt
    ) async throws -> String

    /// Sets a new password and ends all sessions of the person; the token of a new one.
    func changePassword(
        _ token: String, from old: String, to new: String, _ attempt: Attempt
    ) async throws -> String
    /// Begins another second factor for this session; it counts once a code confirms it.
    func beginSecondFactor(_ token: String, password: String, _ attempt: Attempt) async throws
    /// The secret of a second factor that waits for its code, in base32; nil when none does.
    func pendingSecondFactor(_ token: String, at now: Instant) throws -> String?
    /// Takes the second factor and ends all sessions of the person; the token of a new one.
    func confirmSecondFactor(
        _ token: String, code: String, _ attempt: Attempt
    ) throws -> String
    /// Ends the person's other sessions; how many.
    func endOthers(_ token: String, at now: Instant) throws -> Int

    /// Everybody, by name.
    func people(at now: Instant) throws -> [Person]
    /// The invitations of new people that still hold, by name.
    func invitations(at now: Instant) throws -> [Invitation]
    /// Invites a person, or makes the first invitation (nil) while nobody was let in; an earlier
    /// invitation of the same kind ends.
    func invite(
        _ name: String?, _ role: Role, by who: String, at now: Instant
    ) throws -> IssuedInvitation
    /// Gives a person another role, and ends the person's sessions.
    func change(_ person: Int64, to role: Role, by who: String, at now: Instant) throws
    /// Lets a person in or not any more, and ends the person's sessions.
    func setActive(_ person: Int64, _ isActive: Bool, by who: String, at now: Instant) throws
    /// Takes password, second factor and sessions away; the way in again.
    func reset(_ person: Int64, by who: String, at now: Instant) throws -> IssuedInvitation
}
