public import DomainModel
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The postings that are not at their end, in the order of their intents.
    ///
    /// Not those whose entry a night found deleted or changed: a person comes first there.
    public func postings(_ connection: String) throws -> [Posting] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    \(PostingRecord.selection) WHERE c.name = ?
                    AND t.state IN ('intended', 'parked', 'posted', 'unclear')
                    AND (t.state != 'posted' OR p.state != 'drifted') ORDER BY t.seq
                    """, arguments: [connection])
            return try rows.map { try PostingRecord($0).posting }
        }
    }

    /// Every entry that is known as ours in the office of a connection, with those that a person
    /// named.
    public func knownEntries(inOfficeOf connection: String) throws -> Set<EntryKey> {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH
                    office (connection, name, office) AS (
                      SELECT c.seq, c.name, (SELECT r.office FROM run r
                        WHERE r.connection = c.seq ORDER BY r.number DESC LIMIT 1)
                      FROM connection c),
                    own (office) AS (SELECT office FROM office WHERE name = ?)
                    SELECT t.entry_daybook, t.entry_number FROM posting t, own
                    WHERE t.entry_number IS NOT NULL AND t.office = own.office
                    UNION
                    SELECT a.daybook, a.number FROM action a
                    JOIN payment p ON p.seq = a.payment
                    JOIN office o ON o.connection = p.connection, own
                    WHERE a.kind = 'resolve' AND o.office = own.office
                    """, arguments: [connection])
            return Set(rows.map { EntryKey(daybook: $0[0], number: $0[1]) })
        }
    }

    /// Which of these sales in the office of a connection an entry of ours claims, and the
    /// reference of its payment.
    public func claims(
        on sales: [SaleKey], inOfficeOf connection: String
    ) throws -> [SaleKey: String] {
        try read { db in
            var claims: [SaleKey: String] = [:]
            let statement = try db.cachedStatement(
                sql: """
                    SELECT p.reference FROM posting t JOIN payment p ON p.seq = t.payment
                    WHERE t.office = (SELECT r.office FROM run r
                      JOIN connection c ON c.seq = r.connection
                      WHERE c.name = ? ORDER BY r.number DESC LIMIT 1)
                    AND t.sale_daybook = ? AND t.sale_number = ? AND t.sale_line = ?
                    AND t.state != 'ended'
                    """)
            for sale in sales {
                claims[sale] = try String.fetchOne(
                    statement,
                    arguments: [connection, sale.entry.daybook, sale.entry.number, sale.line])
            }
            return claims
        }
    }

    /// Writes the intent to send an entry, and gives it with the number of its attempt.
    ///
    /// Throws `IntentRefused` when the key has an attempt that is not at its end, the entry of
    /// another payment claims the sale (also one of another connection to the same office), or a
    /// person settled the payment, chose another sale or wants other rules since it was decided.
    @discardableResult
    public func intend(
        _ posting: Posting, memo: String, in run: RunID, at: Instant
    ) throws -> Posting {
        try write { writer in
            let run = try writer.run(run)
            var posting = posting
            let payment = try writer.checkIntent(posting, run)
            posting.state = .intended
            posting.attempt = try writer.nextAttempt(posting.key, payment)
            let rules = try writer.ruleSet(posting.revision, [])
            let packer = try writer.packer(.posting, "memo")
            let text = Array(memo.utf8)
            let packed = packer.pack(text)
            let seq = try writer.add(
                .posting,
                [
                    .integer(payment), .integer(run.number), .integer(at.milliseconds),
                    .text(posting.key.kind.rawValue), .integer(Int64(posting.key.generation)),
                    .integer(Int64(posting.attempt)), .text(posting.digest), .integer(rules),
                    .text(posting.office), .text(posting.journal),
                    .text(posting.sale.entry.daybook),
                    .text(posting.sale.entry.number), .text(posting.sale.line),
                    .integer(posting.saleOpen), .text(posting.suspenseAccount),
                    .text(posting.debtorAccount), .text(posting.customer),
                    .text(posting.invoiceNumber), .integer(posting.amount),
                    .text(posting.currency.text),
                    .optional((posting.matchDate?.daysSinceEpoch).map { Int64($0) }),
                    .integer(posting.created.milliseconds), .optional(packed.base),
                    .blob(packed.bytes),
                ])
            if packed.base == nil { packer.note(whole: text, seq) }
            try writer.execute(
                "UPDATE payment SET sent = ? WHERE seq = ?",
                [.integer(posting.amount), .integer(payment)])
            try writer.stand(PaymentStanding(posting, after: nil), payment, by: seq)
            return posting
        }
    }

    /// Writes what happened to a posting; gives the posting after it.
    ///
    /// Throws a `conflict` when the ledger does not have the posting as it is given.
    public func note(
        _ event: PostingEvent, of posting: Posting, in run: RunID, at: Instant
    ) throws -> Posting {
        try write { writer in
            let run = try writer.run(run)
            guard let known = try writer.record(of: posting, run), known.posting == posting
            else {
                throw LedgerFault(
                    .conflict,
                    "\(posting.key.reference): the ledger has this posting in another state",
                    help: "another program wrote to the ledger; run again")
            }
            return try writer.note(event, of: known, run: run.number, at: at)
        }
    }
}

extension EntryWriter {
    /// Writes an event with the state after it, of posting and payment.
    func note(
        _ event: PostingEvent, of known: PostingRecord, run: Int64?, at: Instant
    ) throws -> Posting {
        let next: Posting
        do {
            next = try known.posting.after(event)
        } catch {
            throw LedgerFault(
                .conflict, "\(known.posting.key.reference): this cannot follow: \(event)",
                help: "run `ccvmap ledger verify`, and say what you saw")
        }
        let seq = try add(
            .postingEvent,
            [.integer(known.seq), .optional(run), .integer(at.milliseconds)]
                + PostingEventRecord.cells(event))
        try execute(
            """
            UPDATE posting SET state = ?, entry_daybook = ?, entry_number = ?, state_text = ?,
              absent_since = ? WHERE seq = ?
            """, PostingRecord.cells(next.state) + [.integer(known.seq)])
        if event.isInBooks { try endWish(of: known.payment) }
        try stand(PaymentStanding(next, after: event), known.payment, by: seq)
        return next
    }

    /// Gives the payment of an intent that may be written.
    fileprivate func checkIntent(_ posting: Posting, _ run: RunRow) throws -> Int64 {
        let known = try row(
            """
            SELECT p.seq, p.state, a.daybook, a.number, a.line, s.revision FROM payment p
            LEFT JOIN action a ON a.seq = p.choice LEFT JOIN rule_wish w ON w.seq = p.wish
            LEFT JOIN rule_set s ON s.seq = coalesce(w.rule_set, ?)
            WHERE p.reference = ? AND p.connection = ?
            """,
            [
                .integer(run.ruleSet), .text(posting.key.reference), .integer(run.connection),
            ])
        guard let known else {
            throw LedgerFault(.unknown, "the ledger knows no payment \(posting.key.reference)")
        }
        let payment: Int64 = known["seq"]
        let unfinished = try row(
            "SELECT 1 FROM posting WHERE payment = ? AND kind = ? AND state != 'ended'",
            [.integer(payment), .text(posting.key.kind.rawValue)])
        guard unfinished == nil else { throw IntentRefused(posting.key, .unfinishedAttempt) }
        let state: String? = known["state"]
        let chosen: String? = known["daybook"]
        let choice = chosen.map {
            SaleKey(daybook: $0, number: known["number"], line: known["line"])
        }
        guard state == PaymentState.due.rawValue, choice ?? posting.sale == posting.sale else {
            throw IntentRefused(posting.key, .settledByPerson)
        }
        guard known["revision"] as String? == posting.revision else {
            throw IntentRefused(posting.key, .otherRulesWanted)
        }
        let statement = try db.cachedStatement(
            sql: """
                \(PostingRecord.selection) WHERE t.office = ? AND t.sale_daybook = ?
                AND t.sale_number = ? AND t.sale_line = ? AND t.state != 'ended'
                """)
        let claim = try Row.fetchOne(
            statement,
            arguments: [
                posting.office, posting.sale.entry.daybook, posting.sale.entry.number,
                posting.sale.line,
            ])
        if let claim {
            throw IntentRefused(posting.key, .saleClaimed(by: try PostingRecord(claim).posting.key))
        }
        return payment
    }

    fileprivate func nextAttempt(_ key: PostingKey, _ payment: Int64) throws -> Int {
        let last = try row(
            "SELECT max(attempt) FROM posting WHERE payment = ? AND kind = ? AND generation = ?",
            [.integer(payment), .text(key.kind.rawValue), .integer(Int64(key.generation))])
        let number: Int? = last?[0]
        return (number ?? 0) + 1
    }
}
