internal import DomainModel
internal import GRDB
internal import RunnerCore

extension EntryWriter {
    /// The number of a method, which is written when it is new.
    func method(_ name: String) throws -> Int64 {
        let known = try row("SELECT number FROM method WHERE name = ?", [.text(name)])
        if let known { return known[0] }
        try execute("INSERT INTO method (name) VALUES (?)", [.text(name)])
        return db.lastInsertedRowID
    }

    /// The time zone of the rules of a connection.
    func timeZone(of connection: Int64) throws -> TimeZoneRules {
        let known = try row(
            "SELECT time_zone FROM connection WHERE seq = ?", [.integer(connection)])
        return StoredTimeZone.zone(known?[0])
    }

    /// Makes the terms of a payment what they should be.
    func write(terms: Set<String>, insteadOf before: Set<String>, _ payment: Int64) throws {
        for term in before.subtracting(terms) {
            try execute(
                "DELETE FROM term WHERE term = ? AND payment = ?",
                [.text(term), .integer(payment)])
        }
        for term in terms.subtracting(before).sorted() {
            try execute(
                "INSERT INTO term (term, payment) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [.text(term), .integer(payment)])
        }
    }

    /// Takes the time zone of the rules of a connection; in another one its payments have other
    /// days.
    func take(_ zone: TimeZoneRules, of connection: Int64) throws {
        let text = StoredTimeZone.text(zone)
        let known = try row(
            "SELECT time_zone FROM connection WHERE seq = ?", [.integer(connection)])
        guard known?.text("time_zone") != text else { return }
        try execute(
            "UPDATE connection SET time_zone = ? WHERE seq = ?",
            [.text(text), .integer(connection)])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.seq, p.created, p.day FROM tally y JOIN payment p ON p.tally = y.number
                WHERE y.connection = ?
                """, arguments: [connection])
        var moved: [(payment: Int64, day: Int64)] = []
        while let row = try rows.next() {
            let day = StoredTimeZone.day(row[1] ?? .min, zone)
            if day != row[2] as Int64? { moved.append((row[0], day)) }
        }
        for (payment, day) in moved {
            try execute(
                "UPDATE payment SET day = ? WHERE seq = ?", [.integer(day), .integer(payment)])
        }
    }

    /// The facts of the newest record of a payment.
    func facts(of payment: Int64) throws -> PaymentFacts {
        let known = try row(
            """
            SELECT v.base, v.record FROM payment p JOIN payment_version v ON v.seq = p.version
            WHERE p.seq = ?
            """, [.integer(payment)])
        guard let known else { return PaymentFacts() }
        let record = try packer(.paymentVersion, "record").record(known, db)
        return PaymentFacts.read([record]).first ?? PaymentFacts()
    }
}

extension LedgerStore {
    /// Fills what is derived, when this file was written by a program that had none of it, or
    /// another form of it.
    static func fillDerived(_ pool: DatabasePool) throws {
        let isThere = try pool.read { db in
            // A test may stop at an earlier version.
            guard try db.tableExists("derivation") else { return true }
            let version = try Int64.fetchOne(db, sql: "SELECT version FROM derivation")
            return version == SchemaThree.derivation
        }
        if isThere { return }
        try pool.write { db in
            try db.execute(
                sql: """
                    UPDATE payment SET tally = NULL, method = NULL;
                    DELETE FROM tally_day; DELETE FROM tally; DELETE FROM term;
                    DELETE FROM provisional;
                    INSERT INTO provisional (connection, currency, payments, amount)
                    SELECT p.connection, t.currency, count(*),
                      sum(min(t.amount, \(SchemaThree.largestAmount)))
                    FROM posting t JOIN payment p ON p.seq = t.payment
                    WHERE \(SchemaThree.isProvisional("t")) GROUP BY p.connection, t.currency;
                    """)
            try DerivedFilling(db).fill()
            try db.execute(
                sql: "INSERT OR REPLACE INTO derivation (only, version) VALUES (1, ?)",
                arguments: [SchemaThree.derivation])
        }
    }
}

/// Fills what is derived from the entries.
private struct DerivedFilling {
    private let db: Database
    private let writer: EntryWriter

    init(_ db: Database) throws {
        self.db = db
        writer = try EntryWriter(db)
    }

    func fill() throws {
        var fold = LedgerFold()
        try EntryReader.each(db) { try fold.add($0.name, $1) }
        var states: [(payment: Int64, state: DerivedState)] = []
        try DerivedState.each(db) { payment, state in
            states.append((payment, state))
            if states.count == 5000 {
                try write(states, fold)
                states.removeAll(keepingCapacity: true)
            }
        }
        try write(states, fold)
    }

    private func write(
        _ states: [(payment: Int64, state: DerivedState)], _ fold: LedgerFold
    ) throws {
        for (payment, state) in states {
            let known = fold.payments[payment]
            let sent = known?.posting.flatMap { fold.postings[$0] }?.posting.amount
            try writer.execute(
                """
                UPDATE payment SET method = ?, day = ?, is_paid = ?, sent = ?, since = ?,
                  alarmed = ?, ruled = ? WHERE seq = ?
                """,
                [
                    .integer(try writer.method(state.method)), .integer(state.day),
                    .flag(state.isPaid), .optional(sent), .optional(known?.since),
                    .optional(known?.alarm), .optional(known?.ruleSet), .integer(payment),
                ])
            try writer.write(terms: state.terms, insteadOf: [], payment)
        }
    }
}
