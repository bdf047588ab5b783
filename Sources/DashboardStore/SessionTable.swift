internal import DomainModel
internal import FoundationEssentials
internal import GRDB
internal import People

/// Sessions as the file keeps them; of a token there is only a digest.
struct SessionTable {
    /// A session with the person whose it is.
    struct Found {
        var id: Int64
        var session: Session
        var began: Instant
        var seen: Instant
        /// The sealed secret of a second factor that waits for its code.
        var pendingFactor: Data?

        func holds(at now: Instant) -> Bool {
            SessionTerms.holds(
                began: began, seen: seen, isComplete: session.isComplete, at: now)
        }
    }

    let db: Database

    /// The session of a token, when it holds; one read by an index.
    func find(_ token: String, at now: Instant) throws -> Found? {
        guard let digest = RandomBytes.digest(ofToken: token) else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT session.*, person.name, person.role FROM session
                JOIN person ON person.id = session.person
                WHERE session.token = ? AND session.ended IS NULL AND person.is_active
                """)
        guard let row = try Row.fetchOne(statement, arguments: [digest]),
            let role = Role(rawValue: row["role"])
        else { return nil }
        let found = Found(
            id: row["id"],
            session: Session(
                person: row["person"], visitor: Visitor(name: row["name"], role: role),
                isComplete: row["is_complete"]),
            began: Instant(milliseconds: row["began"]), seen: Instant(milliseconds: row["seen"]),
            pendingFactor: row["pending_factor"])
        return found.holds(at: now) ? found : nil
    }

    /// A whole session that holds; throws `PeopleFault.signedOut`.
    func whole(_ token: String, at now: Instant) throws -> Found {
        guard let found = try find(token, at: now), found.session.isComplete else {
            throw PeopleFault.signedOut
        }
        return found
    }

    /// Begins a session; its token, which is kept nowhere.
    func begin(of person: Int64, isComplete: Bool, at now: Instant) throws -> String {
        // What cannot hold any more is of no use to anybody.
        try db.execute(
            sql: "DELETE FROM session WHERE began < ?",
            arguments: [now.milliseconds - 2 * SessionTerms.longestMilliseconds])
        let token = RandomBytes.token()
        try db.execute(
            sql: """
                INSERT INTO session (token, person, is_complete, began, seen) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                RandomBytes.digest(ofToken: token), person, isComplete, now.milliseconds,
                now.milliseconds,
            ])
        if isComplete {
            try db.execute(
                sql: "UPDATE person SET seen = ? WHERE id = ?",
                arguments: [now.milliseconds, person])
        }
        return token
    }

    /// Writes down that a session was used.
    func touch(_ found: Found, at now: Instant) throws {
        try db.execute(
            sql: "UPDATE session SET seen = ? WHERE id = ?",
            arguments: [now.milliseconds, found.id])
        try db.execute(
            sql: "UPDATE person SET seen = ? WHERE id = ?",
            arguments: [now.milliseconds, found.session.person])
    }

    /// Keeps a second factor for a session until its code comes.
    func keep(_ sealed: Data?, for found: Found) throws {
        try db.execute(
            sql: "UPDATE session SET pending_factor = ? WHERE id = ?",
            arguments: [sealed, found.id])
    }

    /// Ends a session.
    func end(_ found: Found, at now: Instant) throws {
        try db.execute(
            sql: "UPDATE session SET ended = ?, pending_factor = NULL WHERE id = ?",
            arguments: [now.milliseconds, found.id])
    }

    /// Ends the sessions of a person, but one; how many whole ones held.
    @discardableResult
    func endAll(of person: Int64, but kept: Int64? = nil, at now: Instant) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT began, seen FROM session
                WHERE person = ? AND ended IS NULL AND is_complete AND id IS NOT ?
                """, arguments: [person, kept])
        let holding = rows.filter { row in
            SessionTerms.holds(
                began: Instant(milliseconds: row["began"]),
                seen: Instant(milliseconds: row["seen"]), isComplete: true, at: now)
        }
        try db.execute(
            sql: """
                UPDATE session SET ended = ?, pending_factor = NULL
                WHERE person = ? AND ended IS NULL AND id IS NOT ?
                """, arguments: [now.milliseconds, person, kept])
        return holding.count
    }
}
