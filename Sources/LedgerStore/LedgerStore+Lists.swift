internal import DomainModel
internal import FoundationEssentials
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The payments in the order in which they were created, newest first.
    ///
    /// Nil means all connections, states or reason codes; `limit` and `offset` are for pages.
    public func payments(
        of connection: String? = nil, state: PaymentState? = nil, reason: String? = nil,
        limit: Int = .max, offset: Int = 0
    ) throws -> [ListedPayment] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    \(ListedPayment.selection)
                    WHERE (?1 IS NULL OR c.name = ?1) AND (?2 IS NULL OR p.state = ?2)
                      AND (?3 IS NULL OR p.reason = ?3)
                    ORDER BY p.created DESC, p.seq DESC LIMIT ?4 OFFSET ?5
                    """,
                arguments: [connection, state?.rawValue, reason, Int64(limit), Int64(offset)])
            var payments: [ListedPayment] = []
            while let row = try rows.next() { payments.append(ListedPayment(row)) }
            return payments
        }
    }

    /// How many payments are in each state, and their amounts in minor units of any currency.
    public func tallies(of connection: String) throws -> [PaymentState: RunReport.Tally] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT y.state, sum(y.payments), sum(y.amount) FROM tally y
                    JOIN connection c ON c.seq = y.connection
                    WHERE c.name = ? AND y.state != '' AND y.payments > 0 GROUP BY y.state
                    """, arguments: [connection])
            var tallies: [PaymentState: RunReport.Tally] = [:]
            for row in rows {
                guard let state = PaymentState(rawValue: row[0]) else { continue }
                tallies[state] = RunReport.Tally(count: row[1], amount: row[2])
            }
            return tallies
        }
    }

    /// A payment with all that happened to it; nil when the connection does not know it.
    public func payment(_ reference: String, of connection: String) throws -> PaymentHistory? {
        try read { try Self.history(reference, of: connection, $0) }
    }

    static func history(
        _ reference: String, of connection: String, _ db: Database
    ) throws -> PaymentHistory? {
        let row = try Row.fetchOne(
            db, sql: "\(ListedPayment.selection) WHERE p.reference = ? AND c.name = ?",
            arguments: [reference, connection])
        guard let row, let version = try version(row["version"], db) else { return nil }
        let payment: Int64 = row["seq"]
        return PaymentHistory(
            payment: ListedPayment(row), record: version,
            decision: try decision(row["decision"], in: nil, db),
            entry: try memo(of: payment, db),
            events: try PaymentHistory.Event.all(of: payment, db))
    }

    /// What a run decided about a payment: the line of the decisions file; nil when it did not.
    public func decision(
        about reference: String, of connection: String, in run: RunID
    ) throws -> [UInt8]? {
        let inputs = try inputs(of: run)
        guard inputs.connection == connection,
            inputs.payments.contains(where: { $0.reference == reference && $0.isUndecided })
        else { return nil }
        return try read { db in
            let seq = try Int64.fetchOne(
                db,
                sql: """
                    SELECT max(d.seq) FROM decision d JOIN payment p ON p.seq = d.payment
                    JOIN connection c ON c.seq = p.connection
                    WHERE p.reference = ? AND c.name = ? AND d.run <= ?
                    """, arguments: [reference, connection, run.value])
            return try Self.decision(seq, in: run, db)
        }
    }

    private static func version(_ seq: Int64?, _ db: Database) throws -> [UInt8]? {
        let packer = try RecordPacker(.paymentVersion, column: "record", db)
        let row = try Row.fetchOne(
            db, sql: "SELECT base, record FROM payment_version WHERE seq = ?", arguments: [seq])
        return try row.map { try packer.record($0, db) }
    }

    private static func decision(
        _ seq: Int64?, in run: RunID?, _ db: Database
    ) throws -> [UInt8]? {
        let packer = try RecordPacker(.decision, column: "record", db)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT d.base, d.record, s.revision, g.at FROM decision d
                JOIN rule_set s ON s.seq = d.rule_set
                JOIN deciding g ON g.run = coalesce(?, d.run)
                WHERE d.seq = ? ORDER BY g.seq DESC LIMIT 1
                """, arguments: [run?.value, seq])
        guard let row else { return nil }
        let asOf = Instant(milliseconds: row["at"]).isoText
        return DecisionRecord.full(
            try packer.record(row, db), asOf: asOf, revision: row["revision"])
    }

    private static func memo(of payment: Int64, _ db: Database) throws -> String? {
        let packer = try RecordPacker(.posting, column: "memo", db)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT base, memo AS record FROM posting WHERE payment = ?
                ORDER BY seq DESC LIMIT 1
                """, arguments: [payment])
        return try row.map { String(decoding: try packer.record($0, db), as: UTF8.self) }
    }
}

extension ListedPayment {
    static let selection = """
        SELECT p.*, c.name AS connection_name, d.rule, d.sale_daybook AS d_daybook,
          d.sale_number AS d_number, d.sale_line AS d_line, s.revision,
          t.sale_daybook AS t_daybook, t.sale_number AS t_number, t.sale_line AS t_line,
          coalesce(t.entry_daybook, a.daybook) AS m_daybook,
          coalesce(t.entry_number, a.number) AS m_number,
          (SELECT w.text FROM alarm w WHERE w.payment = p.seq ORDER BY w.seq DESC LIMIT 1) AS alarm
        FROM payment p JOIN connection c ON c.seq = p.connection
        LEFT JOIN decision d ON d.seq = p.decision LEFT JOIN rule_set s ON s.seq = d.rule_set
        LEFT JOIN posting t ON t.payment = p.seq AND t.state != 'ended'
        LEFT JOIN action a ON a.seq = p.stated AND a.payment = p.seq AND a.kind = 'resolve'
        """

    init(_ row: Row) {
        let state: String? = row["state"]
        func sale(_ prefix: String) -> SaleKey? {
            let daybook: String? = row["\(prefix)_daybook"]
            return daybook.map {
                SaleKey(
                    daybook: $0, number: row["\(prefix)_number"], line: row["\(prefix)_line"])
            }
        }
        let memo: String? = row["m_daybook"]
        let created: Int64? = row["created"]
        self.init(
            connection: row["connection_name"], reference: row["reference"],
            state: state.flatMap { PaymentState(rawValue: $0) }, reason: row["reason"],
            text: row["text"], amount: row["amount"] ?? 0, currency: row["currency"] ?? "",
            created: created.map { Instant(milliseconds: $0) } ?? .absent,
            sale: sale("t") ?? sale("d"),
            memo: memo.map { EntryKey(daybook: $0, number: row["m_number"]) },
            rule: row["rule"] ?? "", revision: row["revision"] ?? "", alarm: row["alarm"])
    }
}

extension PaymentHistory.Event {
    static func all(of payment: Int64, _ db: Database) throws -> [Self] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, at, run, 'seen' AS kind, '' AS text, NULL AS who
                FROM payment_version WHERE payment = ?1
                UNION ALL SELECT seq, at, run, 'alarm', text, NULL FROM alarm WHERE payment = ?1
                UNION ALL SELECT d.seq, g.at, d.run, 'decided',
                  trim(d.state || ' ' || d.reason || ' ' || d.text), NULL
                FROM decision d JOIN deciding g ON g.run = d.run WHERE d.payment = ?1
                UNION ALL SELECT seq, at, run, 'intended', 'attempt ' || attempt, NULL
                FROM posting WHERE payment = ?1
                UNION ALL SELECT e.seq, e.at, e.run, e.kind,
                  trim(coalesce(e.daybook || ' ' || e.number, '') || ' ' || coalesce(e.text, '')),
                  NULL
                FROM posting_event e JOIN posting t ON t.seq = e.posting WHERE t.payment = ?1
                UNION ALL SELECT b.seq, b.at, b.run, 'read_back', coalesce(b.drift,
                  CASE b.is_final WHEN 1 THEN 'final' ELSE 'provisional' END), NULL
                FROM read_back b JOIN posting t ON t.seq = b.posting WHERE t.payment = ?1
                UNION ALL SELECT a.seq, a.at, NULL, a.kind,
                  trim(coalesce(a.daybook || ' ' || a.number, '') || ' ' || a.reason)
                  || coalesce(' (by the rules of then, ' || s.revision || ')', ''), a.who
                FROM action a LEFT JOIN rule_wish w ON w.action = a.seq
                LEFT JOIN rule_set s ON s.seq = w.rule_set WHERE a.payment = ?1
                ORDER BY seq
                """, arguments: [payment])
        return rows.map { row in
            let run: Int64? = row["run"]
            return Self(
                entry: row["seq"], at: Instant(milliseconds: row["at"]), run: run.map { RunID($0) },
                kind: row["kind"], text: row["text"], who: row["who"])
        }
    }
}
