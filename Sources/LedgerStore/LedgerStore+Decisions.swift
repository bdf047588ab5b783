public import DomainModel
internal import FoundationEssentials
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The payments that have no entry and are not settled by a person, and what belongs to them.
    ///
    /// A payment that Twinfield refused is decided again when its record, its sale or the rules
    /// changed since, or when a person says so; what was skipped, when its record or the rules
    /// changed, and always when that was because of an entry that people may delete. Everything else without an entry is decided in every run.
    public func undecided(_ connection: String) throws -> [StoredPayment] {
        try read { db in
            let packer = try RecordPacker(.paymentVersion, column: "record", db)
            let rows = try Row.fetchCursor(
                db, sql: Self.undecidedSQL, arguments: ["connection": connection])
            var payments: [StoredPayment] = []
            while let row = try rows.next() {
                let daybook: String? = row["daybook"]
                payments.append(
                    StoredPayment(
                        reference: row["reference"], json: try packer.record(row, db),
                        isUndecided: row["is_undecided"],
                        choice: daybook.map {
                            SaleKey(daybook: $0, number: row["number"], line: row["line"])
                        }))
            }
            return payments
        }
    }

    /// In the order in which payments became known.
    ///
    /// A landing page and its payment, and what a capture captures, come along: the rules borrow
    /// their order numbers.
    private static let undecidedSQL = """
        WITH RECURSIVE
        own AS (
          SELECT c.seq AS connection,
            (SELECT r.rule_set FROM run r WHERE r.connection = c.seq
             ORDER BY r.number DESC LIMIT 1) AS rule_set
          FROM connection c WHERE c.name = :connection),
        todo (seq) AS (
          SELECT p.seq FROM payment p, own LEFT JOIN decision d ON d.seq = p.decision
          WHERE p.connection = own.connection AND p.version IS NOT NULL AND (
            p.state IS NULL OR p.state IN ('open', 'due', 'waiting', 'review')
            OR p.state = 'skipped' AND (p.version > p.stated OR d.rule_set IS NOT own.rule_set
              OR p.reason = 'already_forwarded')
            OR p.state = 'failed' AND p.reason NOT IN ('refused', 'outcome_unknown')
            OR p.state = 'failed' AND p.reason = 'refused' AND (
              p.version > p.stated OR d.rule_set IS NOT own.rule_set
              OR EXISTS (SELECT 1 FROM posting t JOIN sale s ON s.connection = p.connection
                AND s.daybook = t.sale_daybook AND s.number = t.sale_number
                AND s.line = t.sale_line
                WHERE t.seq = (SELECT max(u.seq) FROM posting u WHERE u.payment = p.seq)
                AND s.version > p.stated)))),
        needed (seq, level) AS (
          SELECT seq, 0 FROM todo
          UNION
          SELECT r.seq, n.level + 1 FROM needed n JOIN payment p ON p.seq = n.seq
          JOIN payment r ON r.connection = p.connection AND (
            r.reference = p.child OR r.reference = p.original OR r.child = p.reference)
          WHERE n.level < 4)
        SELECT p.reference, v.base, v.record, p.seq IN (SELECT seq FROM todo) AS is_undecided,
          a.daybook, a.number, a.line
        FROM payment p JOIN payment_version v ON v.seq = p.version
        LEFT JOIN action a ON a.seq = p.choice
        WHERE p.seq IN (SELECT seq FROM needed) ORDER BY p.seq
        """

    /// Keeps decisions, and with them the states of the payments.
    ///
    /// A decision that says what the one before it said is not kept again. One about a payment that
    /// meanwhile got an entry, or that a person settled, is not kept at all.
    public func keep(_ decisions: [DecidedPayment], in run: RunID, at: Instant) throws {
        try write { writer in
            let run = try writer.run(run)
            try writer.add(
                .deciding,
                [
                    .integer(run.number), .integer(at.milliseconds),
                    .integer(Int64(decisions.count)),
                ])
            for decision in decisions { try writer.keep(decision, in: run) }
        }
    }
}

extension EntryWriter {
    fileprivate func keep(_ decision: DecidedPayment, in run: RunRow) throws {
        let known = try row(
            """
            SELECT p.seq, p.state, p.reason, p.text, d.rule_set, d.base, d.record, d.rule,
              d.sale_daybook, d.sale_number, d.sale_line, d.amount, d.currency
            FROM payment p LEFT JOIN decision d ON d.seq = p.decision
            WHERE p.reference = ? AND p.connection = ?
            """, [.text(decision.reference), .integer(run.connection)])
        guard let known else {
            throw LedgerFault(.unknown, "the ledger knows no payment \(decision.reference)")
        }
        let state: String? = known["state"]
        let stated = state.flatMap { PaymentState(rawValue: $0) }
        guard stated?.isOfDeciding ?? true,
            !(stated == .failed && known.text("reason") == "outcome_unknown")
        else { return }
        let bare = DecisionRecord.bare(decision.json)
        let packer = try packer(.decision, "record")
        if try !isNew(decision, bare, in: run, than: known, packer) { return }
        let packed = packer.pack(bare)
        let payment: Int64 = known["seq"]
        let seq = try add(
            .decision,
            [
                .integer(payment), .integer(run.number), .integer(run.ruleSet),
                .text(decision.state.rawValue), .text(decision.reason), .text(decision.text),
                .integer(decision.amount), .text(decision.currency),
                .optional(decision.sale?.entry.daybook), .optional(decision.sale?.entry.number),
                .optional(decision.sale?.line), .text(decision.rule), .optional(packed.base),
                .blob(packed.bytes),
            ])
        if packed.base == nil { packer.note(whole: bare, seq) }
        try execute(
            "UPDATE payment SET decision = ? WHERE seq = ?", [.integer(seq), .integer(payment)])
        try stand(
            PaymentStanding(decision.state, decision.reason, decision.text), payment, by: seq)
    }

    private func isNew(
        _ decision: DecidedPayment, _ bare: [UInt8], in run: RunRow, than known: Row,
        _ packer: RecordPacker
    ) throws -> Bool {
        guard known.integer("rule_set") == run.ruleSet,
            known.text("state") == decision.state.rawValue,
            known.text("reason") == decision.reason, known.text("text") == decision.text,
            known.text("rule") == decision.rule, known.integer("amount") == decision.amount,
            known.text("currency") == decision.currency,
            known.text("sale_daybook") == decision.sale?.entry.daybook,
            known.text("sale_number") == decision.sale?.entry.number,
            known.text("sale_line") == decision.sale?.line
        else { return true }
        return try packer.record(known, db) != bare
    }

    /// Writes the present state of a payment, which an entry gave it.
    func stand(_ standing: PaymentStanding, _ payment: Int64, by seq: Int64) throws {
        try execute(
            "UPDATE payment SET state = ?, reason = ?, text = ?, stated = ? WHERE seq = ?",
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
