public import DomainModel
internal import FoundationEssentials
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The payments that have no entry and are not settled by a person, and what belongs to them.
    ///
    /// A payment that Twinfield refused is decided again when its record, its sale or the rules
    /// changed since, or when a person says so; what was skipped, when its record or the rules
    /// changed, and always when that was for an entry in the books that people may delete. Where a
    /// person wants the rules of then, these are the rules that must not have changed.
    /// Everything else without an entry is decided in every run.
    ///
    /// In the order in which payments became known. A landing page and its payment, and what a
    /// capture captures, come along: the rules borrow their order numbers.
    public func undecided(_ connection: String) throws -> [StoredPayment] {
        try read { db in
            let undecided = try Row.fetchAll(
                db, sql: Self.undecidedSQL, arguments: ["connection": connection])
            let todo = Set(undecided.map { $0["seq"] as Int64 })
            let packer = try RecordPacker(.paymentVersion, column: "record", db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT v.base, v.record, p.reference, a.daybook, a.number, a.line, s.revision
                    FROM payment p JOIN payment_version v ON v.seq = p.version
                    LEFT JOIN action a ON a.seq = p.choice
                    LEFT JOIN rule_wish w ON w.seq = p.wish
                    LEFT JOIN rule_set s ON s.seq = w.rule_set WHERE p.seq = ?
                    """)
            return try RelatedPayments(db).all(undecided).sorted().compactMap { seq in
                guard let row = try Row.fetchOne(statement, arguments: [seq]) else { return nil }
                return StoredPayment(
                    reference: row[2], json: try packer.record(row, db),
                    isUndecided: todo.contains(seq),
                    choice: (row[3] as String?).map {
                        SaleKey(daybook: $0, number: row[4], line: row[5])
                    }, rulesOfThen: row[6])
            }
        }
    }

    private static let undecidedSQL = """
        WITH own AS (
          SELECT c.seq AS connection,
            (SELECT r.rule_set FROM run r WHERE r.connection = c.seq
             ORDER BY r.number DESC LIMIT 1) AS rule_set
          FROM connection c WHERE c.name = :connection)
        SELECT p.seq, p.connection, p.reference, p.child, p.original
        FROM payment p WHERE p.seq IN (
          SELECT q.seq FROM own JOIN tally y ON y.connection = own.connection
          JOIN payment q INDEXED BY payment_by_created ON q.tally = y.number
          WHERE y.payments > 0 AND (y.state IN ('', 'open', 'due', 'waiting', 'review')
            OR y.state = 'skipped' AND y.reason = 'already_forwarded'
            OR y.state = 'failed' AND y.reason NOT IN ('refused', 'outcome_unknown'))
          UNION ALL
          SELECT q.seq FROM own JOIN payment q INDEXED BY payment_with_news
          ON q.connection = own.connection AND q.state = 'skipped' AND q.version > q.stated
          UNION ALL
          SELECT q.seq FROM own JOIN payment q INDEXED BY payment_skipped
          ON q.connection = own.connection AND q.state = 'skipped' AND q.ruled < own.rule_set
            AND q.ruled IS NOT (SELECT w.rule_set FROM rule_wish w WHERE w.seq = q.wish)
          UNION ALL
          SELECT q.seq FROM own JOIN payment q INDEXED BY payment_skipped
          ON q.connection = own.connection AND q.state = 'skipped' AND q.ruled > own.rule_set
            AND q.ruled IS NOT (SELECT w.rule_set FROM rule_wish w WHERE w.seq = q.wish)
          UNION ALL
          SELECT q.seq FROM own JOIN tally y ON y.connection = own.connection
          JOIN payment q INDEXED BY payment_by_created ON q.tally = y.number
          WHERE y.payments > 0 AND y.state = 'failed' AND y.reason = 'refused' AND (
            q.version > q.stated OR q.ruled IS NOT coalesce(
              (SELECT w.rule_set FROM rule_wish w WHERE w.seq = q.wish), own.rule_set)
            OR EXISTS (SELECT 1 FROM posting t JOIN sale s ON s.connection = q.connection
              AND s.number = t.sale_number AND s.daybook = t.sale_daybook AND s.line = t.sale_line
              WHERE t.seq = (SELECT max(u.seq) FROM posting u WHERE u.payment = q.seq)
              AND s.version > q.stated)))
        """

    /// Keeps decisions, and with them the states of the payments.
    ///
    /// A decision that says what the one before it said is not kept again. One about a payment that
    /// meanwhile got an entry, that a person settled or wants to be decided by other rules, is not
    /// kept at all.
    public func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws {
        try write { writer in
            let run = try writer.run(run)
            try writer.add(
                .deciding,
                [
                    .integer(run.number), .integer(at.milliseconds),
                    .integer(Int64(decisions.count)),
                ])
            var share = SaleShare(at: at, looked: 0, found: 0)
            for decision in decisions { try writer.keep(decision, in: run, counting: &share) }
            guard share.looked + share.found > 0 else { return }
            try writer.add(
                .saleShare,
                [
                    .integer(run.number), .integer(at.milliseconds),
                    .integer(Int64(share.looked)), .integer(Int64(share.found)),
                ])
        }
    }

    /// How many payments of a connection looked for a sale and found one, run by run, since a
    /// moment; the oldest first.
    public func saleShares(_ connection: String, since: Instant) throws -> [SaleShare] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.at, s.looked, s.found FROM sale_share s
                    JOIN run r ON r.number = s.run JOIN connection c ON c.seq = r.connection
                    WHERE s.at >= ? AND c.name = ? ORDER BY s.at
                    """, arguments: [since.milliseconds, connection]
            ).map { SaleShare(at: Instant(milliseconds: $0[0]), looked: $0[1], found: $0[2]) }
        }
    }
}

extension EntryWriter {
    fileprivate func keep(
        _ decision: DecidedPayment, in run: RunRow, counting share: inout SaleShare
    ) throws {
        let known = try row(
            """
            SELECT d.base, d.record, p.seq, p.state, p.reason, p.text, d.rule_set, d.rule,
              d.sale_daybook, d.sale_number, d.sale_line, d.amount, d.currency,
              p.decision, d.state AS decided, d.reason AS decided_for,
              p.version > p.stated AS is_news, w.rule_set AS wished
            FROM payment p LEFT JOIN decision d ON d.seq = p.decision
            LEFT JOIN rule_wish w ON w.seq = p.wish
            WHERE p.reference = ? AND p.connection = ?
            """, [.text(decision.reference), .integer(run.connection)])
        guard let known else {
            throw LedgerFault(.unknown, "the ledger knows no payment \(decision.reference)")
        }
        let state: String? = known[3]
        let stated = state.flatMap { PaymentState(rawValue: $0) }
        guard stated?.isOfDeciding ?? true,
            !(stated == .failed && known[4] as String == "outcome_unknown")
        else { return }
        let rules = try ruleSet(of: decision, in: run)
        guard rules == known["wished"] as Int64? ?? run.ruleSet else { return }
        let bare = DecisionRecord.bare(decision.json)
        let packer = try packer(.decision, "record")
        if try !isNew(decision, bare, by: rules, than: known, packer) { return }
        let packed = packer.pack(bare)
        let payment: Int64 = known[2]
        let seq = try add(
            .decision,
            [
                .integer(payment), .integer(run.number), .integer(rules),
                .text(decision.state.rawValue), .text(decision.reason), .text(decision.text),
                .integer(decision.amount), .text(decision.currency),
                .optional(decision.sale?.entry.daybook), .optional(decision.sale?.entry.number),
                .optional(decision.sale?.line), .text(decision.rule), .optional(packed.base),
                .blob(packed.bytes),
            ])
        if packed.base == nil { packer.note(whole: bare, seq) }
        share.count(
            SaleSearch(decision.state, reason: decision.reason),
            after: known.text("decided").flatMap { PaymentState(rawValue: $0) }.flatMap {
                SaleSearch($0, reason: known.text("decided_for") ?? "")
            })
        try execute(
            "UPDATE payment SET decision = ?, ruled = ? WHERE seq = ?",
            [.integer(seq), .integer(rules), .integer(payment)])
        try stand(
            PaymentStanding(decision.state, decision.reason, decision.text), payment, by: seq)
        let saleBefore: String? = known[9]
        if saleBefore != nil || decision.sale != nil {
            try describe(payment, decidedBy: seq, insteadOf: known[13])
        }
    }

    /// The rules that made a decision.
    private func ruleSet(of decision: DecidedPayment, in run: RunRow) throws -> Int64 {
        guard let revision = decision.revision else { return run.ruleSet }
        let known = try row("SELECT seq FROM rule_set WHERE revision = ?", [.text(revision)])
        guard let known else {
            throw LedgerFault(.unknown, "the ledger knows no rules of revision \(revision)")
        }
        return known["seq"]
    }

    /// Writes the terms by which a payment is found with the sale of a new decision.
    private func describe(
        _ payment: Int64, decidedBy decision: Int64, insteadOf before: Int64?
    ) throws {
        let payers = try PayerReader(db)
        let (old, new) = (try payers.payer(before), try payers.payer(decision))
        guard old != new else { return }
        let number = try facts(of: payment).orderReference
        try write(
            terms: SearchTerms.of(orderNumber: number, payer: new),
            insteadOf: SearchTerms.of(orderNumber: number, payer: old), payment)
    }

    private func isNew(
        _ decision: DecidedPayment, _ bare: [UInt8], by rules: Int64, than known: Row,
        _ packer: RecordPacker
    ) throws -> Bool {
        // Else what was skipped, and whose record changed since, would be decided in every run.
        if decision.state == .skipped, known["is_news"] as Bool? == true { return true }
        let texts: [String?] = [
            decision.state.rawValue, decision.reason, decision.text, decision.rule,
            decision.sale?.entry.daybook, decision.sale?.entry.number, decision.sale?.line,
            decision.currency,
        ]
        let places = [3, 4, 5, 7, 8, 9, 10, 12]
        guard known[6] as Int64? == rules, known[11] as Int64? == decision.amount,
            zip(places, texts).allSatisfy({ known[$0] as String? == $1 })
        else { return true }
        return try packer.record(known, db) != bare
    }

    /// Writes the present state of a payment, which an entry gave it.
    func stand(_ standing: PaymentStanding, _ payment: Int64, by seq: Int64) throws {
        try execute(
            """
            UPDATE payment SET state = ?1, reason = ?2, text = ?3, stated = ?4,
              since = CASE WHEN state IS ?1 THEN since ELSE ?4 END WHERE seq = ?5
            """,
            [
                .text(standing.state.rawValue), .text(standing.reason), .text(standing.text),
                .integer(seq), .integer(payment),
            ])
    }
}

extension PaymentState {
    /// Whether a decision may give or change it; the others come from postings and people.
    var isOfDeciding: Bool {
        switch self {
        case .open, .due, .review, .waiting, .failed, .skipped: true
        case .intended, .posted, .reconciled, .parked, .resolved, .ignored, .reversed, .drifted:
            false
        }
    }
}
