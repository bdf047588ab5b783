public import DomainModel
internal import FoundationEssentials
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The payments whose status was not final when they were seen last, by reference.
    public func unfinished(_ connection: String) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT p.reference FROM payment p JOIN connection c ON c.seq = p.connection
                    WHERE c.name = ? AND p.is_final = 0 ORDER BY p.reference
                    """, arguments: [connection])
        }
    }

    /// Which of these references another connection knows.
    public func knownElsewhere(
        _ references: [String], than connection: String
    ) throws -> Set<String> {
        try read { db in
            let own = try Int64.fetchOne(
                db, sql: "SELECT seq FROM connection WHERE name = ?", arguments: [connection])
            let others = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM connection WHERE seq IS NOT ?", arguments: [own])
            guard others != 0 else { return [] }
            let statement = try db.cachedStatement(
                sql: "SELECT 1 FROM payment WHERE reference = ? AND connection IS NOT ? LIMIT 1")
            return try Set(
                references.filter { try Row.fetchOne(statement, arguments: [$0, own]) != nil })
        }
    }

    /// Keeps what CCV gave; a record that is as it was costs nothing.
    ///
    /// Gives an alarm for each payment that changed after it was booked, and again when the run
    /// that gave it before did not come to its end.
    public func keep(
        _ payments: [SeenPayment], fetchedUntil: Instant?, in run: RunID, at: Instant
    ) throws -> [ChangedPayment] {
        try write { writer in
            let run = try writer.run(run)
            let packer = try writer.packer(.paymentVersion, "record")
            let zone = try writer.timeZone(of: run.connection)
            var fresh: [(seen: SeenPayment, known: Row?)] = []
            var sameCall: [String: [UInt8]] = [:]
            for payment in payments {
                if sameCall.updateValue(payment.json, forKey: payment.reference) == payment.json {
                    continue
                }
                let known = try writer.knownVersion(payment.reference, run.connection)
                if let known, try packer.record(known, writer.db) == payment.json { continue }
                fresh.append((payment, known))
            }
            let facts = PaymentFacts.read(fresh.map(\.seen.json))
            for (payment, facts) in zip(fresh, facts) {
                try writer.keep(payment.seen, facts, zone, in: run, at: at)
            }
            try writer.add(
                .fetch,
                [
                    .integer(run.number), .integer(at.milliseconds),
                    .optional(fetchedUntil?.milliseconds), .integer(Int64(payments.count)),
                ])
            if let fetchedUntil {
                try writer.execute(
                    "UPDATE connection SET fetched_until = ? WHERE seq = ?",
                    [.integer(fetchedUntil.milliseconds), .integer(run.connection)])
            }
            return try writer.alarms(of: run)
        }
    }
}

extension EntryWriter {
    fileprivate func knownVersion(_ reference: String, _ connection: Int64) throws -> Row? {
        try row(
            """
            SELECT v.base, v.record FROM payment p JOIN payment_version v ON v.seq = p.version
            WHERE p.reference = ? AND p.connection = ?
            """, [.text(reference), .integer(connection)])
    }

    fileprivate func keep(
        _ seen: SeenPayment, _ facts: PaymentFacts, _ zone: TimeZoneRules, in run: RunRow,
        at: Instant
    ) throws {
        let known = try row(
            "SELECT seq, decision FROM payment WHERE reference = ? AND connection = ?",
            [.text(seen.reference), .integer(run.connection)])
        let payment: Int64 =
            try known?[0] ?? add(.payment, [.integer(run.connection), .text(seen.reference)])
        try describe(payment, facts, isKnown: known != nil, decision: known?[1])
        let packer = try packer(.paymentVersion, "record")
        let packed = packer.pack(seen.json)
        let version = try add(
            .paymentVersion,
            [
                .integer(payment), .integer(run.number), .integer(at.milliseconds),
                .integer(seen.created.milliseconds), .integer(seen.lastUpdate.milliseconds),
                .flag(seen.isFinal), .optional(packed.base), .blob(packed.bytes),
            ])
        if packed.base == nil { packer.note(whole: seen.json, version) }
        try execute(
            """
            UPDATE payment SET version = ?, is_final = ?, child = ?, original = ?, created = ?,
              amount = ?, currency = ?, method = ?, day = ?, is_paid = ?, alarmed = NULL,
              since = coalesce(since, seq) WHERE seq = ?
            """,
            [
                .integer(version), .flag(seen.isFinal),
                facts.child.isEmpty ? .null : .text(facts.child),
                facts.original.isEmpty ? .null : .text(facts.original),
                .integer(seen.created.milliseconds), .integer(facts.amount),
                .text(facts.currency), .integer(try method(facts.methodName)),
                .integer(StoredTimeZone.day(seen.created.milliseconds, zone)),
                .flag(facts.isPaid), .integer(payment),
            ])
        if known != nil { try warn(payment, facts, seen.json, in: run, at: at) }
    }

    /// Writes the terms by which a payment is found with a new record.
    private func describe(
        _ payment: Int64, _ facts: PaymentFacts, isKnown: Bool, decision: Int64?
    ) throws {
        let payer = isKnown ? try PayerReader(db).payer(decision) : nil
        let before = isKnown ? try self.facts(of: payment).orderReference : ""
        try write(
            terms: SearchTerms.of(orderNumber: facts.orderReference, payer: payer),
            insteadOf: SearchTerms.of(orderNumber: before, payer: payer), payment)
    }

    /// Writes an alarm when a payment is not any more what its entry was made of.
    private func warn(
        _ payment: Int64, _ facts: PaymentFacts, _ record: [UInt8], in run: RunRow, at: Instant
    ) throws {
        let booked = try row(
            """
            SELECT v.base, v.record FROM posting t JOIN payment_version v ON v.payment = t.payment
            WHERE t.payment = ? AND t.state != 'ended' AND v.seq < t.seq
            ORDER BY v.seq DESC LIMIT 1
            """, [.integer(payment)])
        guard let booked else { return }
        let packer = try packer(.paymentVersion, "record")
        let before = try packer.record(booked, db)
        let then = PaymentFacts.read([before]).first ?? PaymentFacts()
        let change =
            then.isReadable && facts.isReadable
            ? facts.change(since: then) : "its record cannot be read any more"
        guard let change else { return }
        let alarm = try add(
            .alarm,
            [
                .integer(payment), .integer(run.number), .integer(at.milliseconds), .text(change),
            ])
        try execute(
            "UPDATE payment SET alarmed = ? WHERE seq = ?", [.integer(alarm), .integer(payment)])
    }

    /// The alarms that no run of the connection told yet and came to its end.
    fileprivate func alarms(of run: RunRow) throws -> [ChangedPayment] {
        let told = try Int64.fetchOne(
            db,
            sql: """
                SELECT r.number FROM run r JOIN run_end e ON e.run = r.number
                WHERE r.connection = ? AND EXISTS (SELECT 1 FROM fetch f WHERE f.run = r.number)
                ORDER BY r.number DESC LIMIT 1
                """, arguments: [run.connection])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.reference, a.text FROM alarm a JOIN payment p ON p.seq = a.payment
                WHERE p.connection = ? AND a.run > ? ORDER BY a.seq
                """, arguments: [run.connection, told ?? 0])
        var alarms: [ChangedPayment] = []
        for row in rows {
            let alarm = ChangedPayment(reference: row["reference"], change: row["text"])
            alarms.removeAll { $0.reference == alarm.reference }
            alarms.append(alarm)
        }
        return alarms
    }
}

extension RecordPacker {
    /// The record of a row that begins with `base` and `record`.
    func record(_ row: Row, _ db: Database) throws -> [UInt8] {
        let bytes: Data = row[1]
        return try unpack(row[0], bytes, db)
    }
}
