public import DomainModel
internal import GRDB
public import People

extension DashboardStore {
    /// Whether nobody was let in yet.
    public func isEmpty() throws -> Bool { try read { try PersonTable(db: $0).isEmpty() } }

    /// The session of a token that holds.
    public func session(_ token: String, at now: Instant) throws -> Session? {
        guard let found = try read({ try SessionTable(db: $0).find(token, at: now) }) else {
            return nil
        }
        if found.session.isComplete, SessionTerms.isWorthNoting(seen: found.seen, at: now) {
            // On a full disk people can still look; the session then ends sooner.
            try? write { try SessionTable(db: $0).touch(found, at: now) }
        }
        return found.session
    }

    /// Ends a session.
    public func signOut(_ token: String, at now: Instant) throws {
        try write { db in
            let table = SessionTable(db: db)
            guard let found = try table.find(token, at: now) else { return }
            try table.end(found, at: now)
            try record(found.session.visitor.name, "sign_out.done", "", now, db)
        }
    }

    /// Ends the person's other sessions; how many.
    public func endOthers(_ token: String, at now: Instant) throws -> Int {
        try write { db in
            let table = SessionTable(db: db)
            let own = try table.whole(token, at: now)
            let count = try table.endAll(of: own.session.person, but: own.id, at: now)
            try record(own.session.visitor.name, "account.sessions_ended", "\(count)", now, db)
            return count
        }
    }

    /// Adds to the audit log in the transaction of what it tells about.
    func record(
        _ who: String, _ deed: String, _ detail: String, _ now: Instant, _ db: Database
    ) throws {
        try AuditTable.add(AuditRecord(at: now, who: who, deed: deed, detail: detail), to: db)
    }
}
