public import DomainModel
internal import FoundationEssentials
internal import GRDB
public import People
internal import SecretStore

extension DashboardStore {
    /// The invitation of a token; nil when it is used, replaced or too old.
    public func invitation(_ token: String, at now: Instant) throws -> OpenInvitation? {
        guard let digest = RandomBytes.digest(ofToken: token),
            let found = try read({ try InvitationTable(db: $0).find(digest, at: now) })
        else { return nil }
        let factor = try SecondFactor(
            found.secondFactor, for: .invitation(digest: digest), sealer())
        return OpenInvitation(invitation: found.invitation, secret: factor.text)
    }

    /// Takes an invitation; the token of a whole session.
    public func accept(
        _ token: String, _ enrolment: Enrolment, _ attempt: Attempt
    ) async throws -> String {
        let now = attempt.at
        guard let digest = RandomBytes.digest(ofToken: token),
            let found = try read({ try InvitationTable(db: $0).find(digest, at: now) })
        else { throw PeopleFault.invitationEnded }
        guard let name = PersonName(found.invitation.name ?? enrolment.name) else {
            throw PeopleFault.name
        }
        if let fault = PasswordPolicy.fault(enrolment.password, of: name) {
            throw PeopleFault.password(fault)
        }
        let sealer = try sealer()
        let factor = try SecondFactor(
            found.secondFactor, for: .invitation(digest: digest), sealer)
        let step = try factor.step(of: enrolment.code, at: now, after: nil)
        let hash = try await hashing.work { [cost] in
            try PasswordHash(enrolment.password, cost: cost).text
        }
        return try write { db in
            let invitations = InvitationTable(db: db)
            // Of two who take it at once the second finds it ended.
            guard try invitations.find(digest, at: now) != nil else {
                throw PeopleFault.invitationEnded
            }
            let people = PersonTable(db: db)
            let id: Int64
            if let person = found.person {
                id = person
            } else {
                guard try people.find(named: name.text) == nil else {
                    throw PeopleFault.nameTaken
                }
                id = try people.add(name, found.invitation.role, at: now)
            }
            try invitations.end(found, at: now)
            try people.set(password: hash, of: id)
            try people.set(
                secondFactor: factor.sealed(for: .person(key: name.key), sealer), step: step,
                of: id)
            try people.set(Lockout(), of: id)
            try SessionTable(db: db).endAll(of: id, at: now)
            try record(
                name.text, "invitation.accepted",
                found.invitation.role.rawValue + ", " + attempt.address, now, db)
            return try SessionTable(db: db).begin(of: id, isComplete: true, at: now)
        }
    }

    /// Makes an invitation within a transaction, and ends the earlier ones of its kind.
    func issue(
        _ invitation: Invitation, person: Int64?, at now: Instant, _ sealer: SecretSealer,
        in db: Database
    ) throws -> IssuedInvitation {
        let token = RandomBytes.token()
        guard let digest = RandomBytes.digest(ofToken: token) else {
            throw PeopleFault.invitationEnded
        }
        let sealed = try SecondFactor().sealed(for: .invitation(digest: digest), sealer)
        try InvitationTable(db: db).add(
            invitation, digest: digest, person: person, secondFactor: sealed, at: now)
        return IssuedInvitation(token: token, invitation: invitation)
    }
}
