public import DomainModel
internal import GRDB
public import People

extension DashboardStore {
    /// Sets a new password and ends all sessions of the person; the token of a new one.
    public func changePassword(
        _ token: String, from old: String, to new: String, _ attempt: Attempt
    ) async throws -> String {
        let person = try await proved(token, password: old, attempt)
        guard let name = PersonName(person.name) else { throw PeopleFault.name }
        if let fault = PasswordPolicy.fault(new, of: name) { throw PeopleFault.password(fault) }
        let hash = try await hashing.work { [cost] in try PasswordHash(new, cost: cost).text }
        return try write { db in
            _ = try SessionTable(db: db).whole(token, at: attempt.at)
            try PersonTable(db: db).set(password: hash, of: person.id)
            try record(
                person.name, "account.password_changed", attempt.address, attempt.at, db)
            return try renewed(person.id, attempt.at, db)
        }
    }

    /// Begins another second factor for this session; it counts once a code confirms it.
    public func beginSecondFactor(
        _ token: String, password: String, _ attempt: Attempt
    ) async throws {
        _ = try await proved(token, password: password, attempt)
        let sealer = try sealer()
        try write { db in
            let own = try SessionTable(db: db).whole(token, at: attempt.at)
            let sealed = try SecondFactor().sealed(for: .session(id: own.id), sealer)
            try SessionTable(db: db).keep(sealed, for: own)
        }
    }

    /// The secret of a second factor that waits for its code; nil when none does.
    public func pendingSecondFactor(_ token: String, at now: Instant) throws -> String? {
        let own = try read { try SessionTable(db: $0).whole(token, at: now) }
        return try own.pendingFactor.map { sealed in
            try SecondFactor(sealed, for: .session(id: own.id), sealer()).text
        }
    }

    /// Takes the second factor and ends all sessions of the person; the token of a new one.
    public func confirmSecondFactor(
        _ token: String, code: String, _ attempt: Attempt
    ) throws -> String {
        let sealer = try sealer()
        return try write { db in
            let own = try SessionTable(db: db).whole(token, at: attempt.at)
            guard let sealed = own.pendingFactor,
                let person = try PersonTable(db: db).find(own.session.person)
            else { throw PeopleFault.signedOut }
            let factor = try SecondFactor(sealed, for: .session(id: own.id), sealer)
            let step = try factor.step(of: code, at: attempt.at, after: nil)
            try PersonTable(db: db).set(
                secondFactor: factor.sealed(for: .person(key: person.key), sealer), step: step,
                of: person.id)
            try record(
                person.name, "account.second_factor_changed", attempt.address, attempt.at, db)
            return try renewed(person.id, attempt.at, db)
        }
    }

    /// The person of a session who typed the present password; counts a failure else.
    private func proved(
        _ token: String, password: String, _ attempt: Attempt
    ) async throws -> PersonRecord {
        let person = try read { db in
            let own = try SessionTable(db: db).whole(token, at: attempt.at)
            return try PersonTable(db: db).find(own.session.person)
        }
        guard let person, let hash = person.password.flatMap(PasswordHash.init) else {
            throw PeopleFault.signedOut
        }
        let lock = LockedName(person, typed: person.name)
        try checkLocks(person, lock, attempt)
        let isRight = try await hashing.work {
            password.utf8.count <= PasswordPolicy.most ? try hash.isOf(password) : false
        }
        guard isRight else {
            try countFailure(person, lock, "password", attempt)
            throw PeopleFault.wrongPassword
        }
        return person
    }

    /// Ends every session of a person and begins one, so that no former token opens anything.
    private func renewed(_ person: Int64, _ now: Instant, _ db: Database) throws -> String {
        try SessionTable(db: db).endAll(of: person, at: now)
        return try SessionTable(db: db).begin(of: person, isComplete: true, at: now)
    }
}
