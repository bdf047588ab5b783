internal import DomainModel
internal import GRDB
public import People
internal import Synchronization

extension DashboardStore {
    /// Who is recorded where a name is nobody's: what was typed may be a password.
    static let stranger = "stranger"

    /// Checks name and password; the token of a session that waits for the code.
    ///
    /// A name that nobody has, a person who may not come in and a wrong password get the same
    /// answer in the same time.
    public func signIn(
        name: String, password: String, _ attempt: Attempt
    ) async throws -> String {
        let person = try read { try PersonTable(db: $0).find(named: name) }
        let lock = LockedName(person, typed: name)
        try checkLocks(person, lock, attempt)
        let known = person.flatMap { $0.isActive && $0.secondFactor != nil ? $0 : nil }
        let hash = known?.password.flatMap(PasswordHash.init)
        let isRight = try await hashing.work { [cost] in
            guard let hash, password.utf8.count <= PasswordPolicy.most else {
                try PasswordHash.spend(
                    String(password.prefix(PasswordPolicy.most)), cost: cost)
                return false
            }
            return try hash.isOf(password)
        }
        guard isRight, let known else {
            try countFailure(person, lock, "password", attempt)
            throw PeopleFault.wrongPassword
        }
        return try write { db in
            // Failures are forgotten only after the code: else a known password would let
            // somebody try code after code.
            try SessionTable(db: db).begin(of: known.id, isComplete: false, at: attempt.at)
        }
    }

    /// Checks the code; the token of a whole session.
    public func complete(_ token: String, code: String, _ attempt: Attempt) throws -> String {
        let found = try read { db -> (SessionTable.Found, PersonRecord)? in
            guard let half = try SessionTable(db: db).find(token, at: attempt.at),
                !half.session.isComplete,
                let person = try PersonTable(db: db).find(half.session.person)
            else { return nil }
            return (half, person)
        }
        guard let (half, person) = found, let sealed = person.secondFactor else {
            throw PeopleFault.signedOut
        }
        let lock = LockedName(person, typed: person.name)
        try checkLocks(person, lock, attempt)
        let factor = try SecondFactor(sealed, for: .person(key: person.key), sealer())
        let step: Int64
        do {
            step = try factor.step(of: code, at: attempt.at, after: person.codeStep)
        } catch PeopleFault.wrongCode {
            try countFailure(person, lock, "code", attempt)
            throw PeopleFault.wrongCode
        }
        let whole = try write { db in
            let people = PersonTable(db: db)
            // Of two requests with one code the second finds it taken.
            guard let now = try people.find(person.id), step > now.codeStep ?? .min,
                now.secondFactor == person.secondFactor,
                try SessionTable(db: db).find(token, at: attempt.at) != nil
            else { throw PeopleFault.wrongCode }
            try people.set(step: step, of: person.id)
            try people.set(Lockout(), of: person.id)
            try SessionTable(db: db).end(half, at: attempt.at)
            try record(person.name, "sign_in.done", attempt.address, attempt.at, db)
            return try SessionTable(db: db).begin(
                of: person.id, isComplete: true, at: attempt.at)
        }
        strangers.withLock { $0[lock.address(attempt)] = nil }
        return whole
    }

    /// Throws when person, name or address are locked.
    func checkLocks(
        _ person: PersonRecord?, _ lock: LockedName, _ attempt: Attempt
    ) throws(PeopleFault) {
        let others = strangers.withLock { [$0[lock.address(attempt)], $0[lock.name]] }
        for lockout in [person?.lockout] + others {
            if let lockout, lockout.isLocked(at: attempt.at), let until = lockout.until {
                throw .locked(until)
            }
        }
    }

    /// Counts a failure for the person, or the name, and for the address.
    func countFailure(
        _ person: PersonRecord?, _ lock: LockedName, _ what: String, _ attempt: Attempt
    ) throws {
        let isAddressLocked = strangers.withLock { table in
            if person == nil {
                var ofName = table[lock.name] ?? Lockout()
                ofName.fail(at: attempt.at, allowed: Lockout.ofPerson)
                table[lock.name] = ofName
            }
            var ofAddress = table[lock.address(attempt)] ?? Lockout()
            defer { table[lock.address(attempt)] = ofAddress }
            return ofAddress.fail(at: attempt.at, allowed: Lockout.ofAddress)
        }
        try write { db in
            let who = person?.name ?? Self.stranger
            try record(who, "sign_in.refused", what + ", " + attempt.address, attempt.at, db)
            if isAddressLocked {
                try record(Self.stranger, "sign_in.locked", attempt.address, attempt.at, db)
            }
            // Read again: another process, or another request, may have counted meanwhile.
            guard let person, var lockout = try PersonTable(db: db).find(person.id)?.lockout
            else { return }
            let isLocked = lockout.fail(at: attempt.at, allowed: Lockout.ofPerson)
            try PersonTable(db: db).set(lockout, of: person.id)
            if isLocked {
                try record(who, "sign_in.locked", attempt.address, attempt.at, db)
            }
        }
    }

    /// The keys under which failures of strangers are counted.
    struct LockedName {
        let name: String

        init(_ person: PersonRecord?, typed: String) {
            name = "name " + String((person?.key ?? typed.lowercased()).prefix(80))
        }

        func address(_ attempt: Attempt) -> String { "address " + attempt.address }
    }
}
