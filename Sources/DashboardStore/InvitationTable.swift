internal import DomainModel
internal import FoundationEssentials
internal import GRDB
internal import People

/// Invitations as the file keeps them; of a token there is only a digest.
struct InvitationTable {
    /// An invitation that holds.
    struct Found {
        var id: Int64
        var invitation: Invitation
        /// The person, when it is one who was let in before.
        var person: Int64?
        var secondFactor: Data
    }

    let db: Database

    /// The invitation of a token, when it holds.
    func find(_ digest: Data, at now: Instant) throws -> Found? {
        try Row.fetchOne(
            db,
            sql: "SELECT * FROM invitation WHERE token = ? AND ended IS NULL AND expires > ?",
            arguments: [digest, now.milliseconds]
        ).flatMap(Self.found)
    }

    /// The invitations of new people that hold.
    func open(at now: Instant) throws -> [Invitation] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM invitation WHERE purpose = 'invite' AND ended IS NULL AND expires > ?
                ORDER BY name_key
                """, arguments: [now.milliseconds]
        ).compactMap { Self.found($0)?.invitation }
    }

    /// Keeps an invitation, and ends the earlier ones of its kind and name.
    func add(
        _ invitation: Invitation, digest: Data, person: Int64?, secondFactor: Data,
        at now: Instant
    ) throws {
        let key = invitation.name.flatMap { PersonName($0)?.key }
        try db.execute(
            sql: """
                UPDATE invitation SET ended = ?
                WHERE ended IS NULL AND purpose = ? AND name_key IS ?
                """, arguments: [now.milliseconds, invitation.purpose.rawValue, key])
        try db.execute(
            sql: """
                INSERT INTO invitation
                    (token, purpose, name, name_key, role, person, second_factor, made, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                digest, invitation.purpose.rawValue, invitation.name, key,
                invitation.role.rawValue, person, secondFactor, now.milliseconds,
                invitation.expires.milliseconds,
            ])
    }

    /// Ends an invitation.
    func end(_ found: Found, at now: Instant) throws {
        try db.execute(
            sql: "UPDATE invitation SET ended = ? WHERE id = ?",
            arguments: [now.milliseconds, found.id])
    }

    /// Ends what a person could still come in by.
    func endAll(of person: Int64, at now: Instant) throws {
        try db.execute(
            sql: "UPDATE invitation SET ended = ? WHERE person = ? AND ended IS NULL",
            arguments: [now.milliseconds, person])
    }

    private static func found(_ row: Row) -> Found? {
        guard let purpose = Invitation.Purpose(rawValue: row["purpose"]),
            let role = Role(rawValue: row["role"])
        else { return nil }
        return Found(
            id: row["id"],
            invitation: Invitation(
                purpose: purpose, name: row["name"], role: role,
                expires: Instant(milliseconds: row["expires"])),
            person: row["person"], secondFactor: row["second_factor"])
    }
}
