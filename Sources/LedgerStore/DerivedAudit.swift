internal import GRDB
internal import RunnerCore

/// Computes again what lists, totals and search rest on.
struct DerivedAudit {
    typealias Damage = LedgerAudit.Damage

    private let db: Database
    private let fold: LedgerFold

    init(_ db: Database, _ fold: LedgerFold) {
        self.db = db
        self.fold = fold
    }

    /// The first thing that is not as it follows from the entries.
    ///
    /// A backup of an earlier version has none of it.
    func damage() throws -> Damage? {
        guard try db.tableExists("derivation") else { return nil }
        return try columns() ?? totals()
    }

    /// The columns and the terms of each payment.
    private func columns() throws -> Damage? {
        var damage: Damage?
        var count: Int64 = 0
        let statement = try db.cachedStatement(
            sql: """
                SELECT m.name, p.day, p.is_paid, p.sent, p.since, p.alarmed, p.ruled FROM payment p
                LEFT JOIN method m ON m.number = p.method WHERE p.seq = ?
                """)
        let term = try db.cachedStatement(
            sql: "SELECT 1 FROM term WHERE term = ? AND payment = ?")
        try DerivedState.each(db) { payment, state in
            guard damage == nil, let row = try Row.fetchOne(statement, arguments: [payment]) else {
                return
            }
            let known = fold.payments[payment]
            let sent = known?.posting.flatMap { fold.postings[$0] }?.posting.amount
            let isSound =
                row.text("name") == state.method && row.integer("day") == state.day
                && row["is_paid"] as Bool == state.isPaid && row.integer("sent") == sent
                && row.integer("since") == known?.since && row.integer("alarmed") == known?.alarm
                && row.integer("ruled") == known?.ruleSet
            if !isSound {
                damage = Damage(
                    entry: payment, table: "payment",
                    text: "what lists show of payment \(known?.reference ?? "") is not what its "
                        + "entries say")
            }
            count += Int64(state.terms.count)
            for text in state.terms
            where try Row.fetchOne(term, arguments: [text, payment]) == nil {
                damage = Damage(
                    entry: payment, table: "term",
                    text: "a search does not find payment \(known?.reference ?? "")")
            }
        }
        if let damage { return damage }
        let terms = try Int64.fetchOne(db, sql: "SELECT count(*) FROM term")
        return terms == count
            ? nil
            : Damage(entry: nil, table: "term", text: "a search finds what no entry says")
    }

    /// The totals, against a count of all payments.
    private func totals() throws -> Damage? {
        let largest = SchemaThree.largestAmount
        let checks = [
            (
                "payment",
                """
                SELECT p.seq FROM payment p LEFT JOIN tally y ON y.number = p.tally
                WHERE p.version IS NOT NULL AND (y.number IS NULL OR y.connection != p.connection
                  OR y.state != coalesce(p.state, '') OR y.reason != p.reason
                  OR y.method != p.method OR y.currency != coalesce(p.currency, '')
                  OR y.is_paid != p.is_paid OR y.is_alarmed != (p.alarmed IS NOT NULL)) LIMIT 1
                """
            ),
            (
                "tally",
                """
                SELECT number FROM (
                  SELECT number, payments, amount FROM tally
                  UNION ALL SELECT tally, -count(*), -sum(min(coalesce(amount, 0), \(largest)))
                  FROM payment WHERE tally IS NOT NULL GROUP BY tally)
                GROUP BY number HAVING sum(payments) != 0 OR sum(amount) != 0 LIMIT 1
                """
            ),
            (
                "tally_day",
                """
                SELECT tally FROM (
                  SELECT tally, day, payments, amount, sent FROM tally_day
                  UNION ALL SELECT tally, day, -count(*),
                    -sum(min(coalesce(amount, 0), \(largest))),
                    -sum(min(coalesce(sent, 0), \(largest)))
                  FROM payment WHERE tally IS NOT NULL GROUP BY tally, day)
                GROUP BY tally, day
                HAVING sum(payments) != 0 OR sum(amount) != 0 OR sum(sent) != 0 LIMIT 1
                """
            ),
            (
                "provisional",
                """
                SELECT connection FROM (
                  SELECT connection, currency, payments, amount FROM provisional
                  UNION ALL SELECT p.connection, t.currency, -count(*),
                    -sum(min(t.amount, \(largest)))
                  FROM posting t JOIN payment p ON p.seq = t.payment
                  WHERE \(SchemaThree.isProvisional("t")) GROUP BY p.connection, t.currency)
                GROUP BY connection, currency
                HAVING sum(payments) != 0 OR sum(amount) != 0 LIMIT 1
                """
            ),
        ]
        for (table, sql) in checks {
            guard let found = try Row.fetchOne(db, sql: sql) else { continue }
            return Damage(
                entry: table == "payment" ? found[0] : nil, table: table,
                text: "a total is not what a count of the payments gives")
        }
        return nil
    }
}
