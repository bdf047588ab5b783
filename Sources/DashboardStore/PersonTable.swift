internal import DomainModel
internal import FoundationEssentials
internal import GRDB
internal import People

/// A person as the file keeps it.
struct PersonRecord {
    var id: Int64
    var name: String
    var key: String
    var role: Role
    var password: String?
    /// The secret of the second factor, sealed for `key`.
    var secondFactor: Data?
    /// The newest step whose code was taken.
    var codeStep: Int64?
    var lockout: Lockout
    var isActive: Bool
    var seen: Instant?

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        key = row["name_key"]
        // A role that this program does not know may do least.
        role = Role(rawValue: row["role"]) ?? .reader
        password = row["password"]
        secondFactor = row["second_factor"]
        codeStep = row["code_step"]
        lockout = Lockout(
            failures: row["failures"],
            until: (row["locked_until"] as Int64?).map { Instant(milliseconds: $0) })
        isActive = row["is_active"]
        seen = (row["seen"] as Int64?).map { Instant(milliseconds: $0) }
    }

    /// As administrators see it.
    func shown(at now: Instant) -> Person {
        Person(
            id: id, name: name, role: role, isActive: isActive,
            isSetUp: password != nil && secondFactor != nil,
            lockedUntil: lockout.isLocked(at: now) ? lockout.until : nil, seen: seen)
    }
}

/// People as the file keeps them.
struct PersonTable {
    let db: Database

    func all() throws -> [PersonRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM person ORDER BY name_key").map(PersonRecord.init)
    }

    func find(_ id: Int64) throws -> PersonRecord? {
        try Row.fetchOne(db, sql: "SELECT * FROM person WHERE id = ?", arguments: [id])
            .map(PersonRecord.init)
    }

    func find(named name: String) throws -> PersonRecord? {
        guard let name = PersonName(name) else { return nil }
        return try Row.fetchOne(
            db, sql: "SELECT * FROM person WHERE name_key = ?", arguments: [name.key]
        ).map(PersonRecord.init)
    }

    func isEmpty() throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM person)") == 0
    }

    /// Throws unless somebody else, who can sign in, is an administrator.
    func checkAdministrator(besides id: Int64) throws {
        let others = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM person WHERE id <> ? AND is_active AND role = ?
                AND password IS NOT NULL
                """, arguments: [id, Role.administrator.rawValue])
        guard others ?? 0 > 0 else { throw PeopleFault.lastAdministrator }
    }

    func add(_ name: PersonName, _ role: Role, at now: Instant) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO person (name, name_key, role, since) VALUES (?, ?, ?, ?)",
            arguments: [name.text, name.key, role.rawValue, now.milliseconds])
        return db.lastInsertedRowID
    }

    func set(password: String?, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET password = ? WHERE id = ?", arguments: [password, id])
    }

    func set(secondFactor sealed: Data?, step: Int64?, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET second_factor = ?, code_step = ? WHERE id = ?",
            arguments: [sealed, step, id])
    }

    func set(step: Int64, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET code_step = ? WHERE id = ?", arguments: [step, id])
    }

    func set(_ lockout: Lockout, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET failures = ?, locked_until = ? WHERE id = ?",
            arguments: [lockout.failures, lockout.until?.milliseconds, id])
    }

    func set(role: Role, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET role = ? WHERE id = ?", arguments: [role.rawValue, id])
    }

    func set(isActive: Bool, of id: Int64) throws {
        try db.execute(
            sql: "UPDATE person SET is_active = ? WHERE id = ?", arguments: [isActive, id])
    }
}
