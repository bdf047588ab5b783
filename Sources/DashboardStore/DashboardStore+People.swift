public import DomainModel
internal import GRDB
public import People

extension DashboardStore: PeopleRegister {
    /// Everybody, by name.
    public func people(at now: Instant) throws -> [Person] {
        try read { try PersonTable(db: $0).all().map { $0.shown(at: now) } }
    }

    /// The invitations of new people that still hold, by name.
    public func invitations(at now: Instant) throws -> [Invitation] {
        try read { try InvitationTable(db: $0).open(at: now) }
    }

    /// Invites a person, or makes the first invitation while nobody was let in.
    public func invite(
        _ name: String?, _ role: Role, by who: String, at now: Instant
    ) throws -> IssuedInvitation {
        let sealer = try sealer()
        return try write { db in
            let people = PersonTable(db: db)
            var invited: PersonName?
            if let name {
                guard let taken = PersonName(name) else { throw PeopleFault.name }
                guard try people.find(named: taken.text) == nil else {
                    throw PeopleFault.nameTaken
                }
                invited = taken
            } else {
                guard try people.isEmpty() else { throw PeopleFault.nameTaken }
            }
            let purpose: Invitation.Purpose = invited == nil ? .first : .invite
            let own = invited == nil ? Role.administrator : role
            try record(
                who, "person.invited", "\(invited?.text ?? "–"), \(own.rawValue)", now, db)
            return try issue(
                Invitation(
                    purpose: purpose, name: invited?.text, role: own,
                    expires: now.adding(purpose.milliseconds)),
                person: nil, at: now, sealer, in: db)
        }
    }

    /// Gives a person another role, and ends the person's sessions.
    public func change(_ person: Int64, to role: Role, by who: String, at now: Instant) throws {
        try write { db in
            let people = PersonTable(db: db)
            guard let known = try people.find(person) else { throw PeopleFault.unknown }
            if known.role == role { return }
            if known.role == .administrator { try people.checkAdministrator(besides: person) }
            try people.set(role: role, of: person)
            try SessionTable(db: db).endAll(of: person, at: now)
            try record(
                who, "person.role_changed",
                "\(known.name), \(known.role.rawValue) → \(role.rawValue)", now, db)
        }
    }

    /// Lets a person in or not any more, and ends the person's sessions and ways in.
    public func setActive(
        _ person: Int64, _ isActive: Bool, by who: String, at now: Instant
    ) throws {
        try write { db in
            let people = PersonTable(db: db)
            guard let known = try people.find(person) else { throw PeopleFault.unknown }
            if known.isActive == isActive { return }
            if !isActive, known.role == .administrator {
                try people.checkAdministrator(besides: person)
            }
            try people.set(isActive: isActive, of: person)
            try SessionTable(db: db).endAll(of: person, at: now)
            try InvitationTable(db: db).endAll(of: person, at: now)
            try record(
                who, isActive ? "person.activated" : "person.deactivated", known.name, now, db)
        }
    }

    /// Takes password, second factor and sessions away; the way in again.
    ///
    /// It is not refused for the last administrator: who asks has the invitation in hand.
    public func reset(
        _ person: Int64, by who: String, at now: Instant
    ) throws -> IssuedInvitation {
        let sealer = try sealer()
        return try write { db in
            let people = PersonTable(db: db)
            guard let known = try people.find(person), known.isActive else {
                throw PeopleFault.unknown
            }
            try people.set(password: nil, of: person)
            try people.set(secondFactor: nil, step: nil, of: person)
            try people.set(Lockout(), of: person)
            try SessionTable(db: db).endAll(of: person, at: now)
            try InvitationTable(db: db).endAll(of: person, at: now)
            try record(who, "person.reset", known.name, now, db)
            return try issue(
                Invitation(
                    purpose: .reset, name: known.name, role: known.role,
                    expires: now.adding(Invitation.Purpose.reset.milliseconds)),
                person: person, at: now, sealer, in: db)
        }
    }
}

extension Instant {
    fileprivate func adding(_ more: Int64) -> Instant {
        Instant(milliseconds: milliseconds + more)
    }
}
