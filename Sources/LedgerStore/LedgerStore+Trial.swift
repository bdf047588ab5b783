public import DomainModel
internal import GRDB
internal import RunnerCore

extension LedgerStore {
    /// What a trial of rules decides: the newest payments created at or after a moment, at most so
    /// many, and the books as they were read last, at most so many lines.
    public func trialInputs(
        of connection: String, since: Instant, payments paymentsMaximum: Int,
        items itemsMaximum: Int
    ) throws -> TrialInputs {
        try read { db in
            let own = try Int64.fetchOne(
                db, sql: "SELECT seq FROM connection WHERE name = ?", arguments: [connection])
            guard let own else {
                throw LedgerFault(
                    .unknown, "the ledger knows no connection \(connection)",
                    help: "the first run of the connection notes it")
            }
            var trial = Trial(db: db, connection: own)
            try trial.choose(since, paymentsMaximum)
            return try trial.inputs(itemsMaximum: itemsMaximum)
        }
    }
}

/// The present of one connection, without what the entries of some payments did.
private struct Trial {
    let db: Database
    let connection: Int64
    /// The payments of the days.
    private var chosen: [Row] = []
    private var total = 0

    init(db: Database, connection: Int64) {
        self.db = db
        self.connection = connection
    }

    private static let ofDays = """
        FROM tally y JOIN payment p INDEXED BY payment_by_created ON p.tally = y.number
        WHERE y.connection = ?1 AND p.created >= ?2
        """

    mutating func choose(_ since: Instant, _ most: Int) throws {
        total =
            try Int.fetchOne(
                db, sql: "SELECT count(*) \(Self.ofDays)",
                arguments: [connection, since.milliseconds]) ?? 0
        chosen = try Row.fetchAll(
            db,
            sql: """
                SELECT p.seq, p.connection, p.reference, p.child, p.original \(Self.ofDays)
                ORDER BY p.created DESC, p.seq DESC LIMIT ?3
                """, arguments: [connection, since.milliseconds, most])
    }

    func inputs(itemsMaximum: Int) throws -> TrialInputs {
        let own = Set(chosen.map { $0["seq"] as Int64 })
        let (items, isCut) = try items(itemsMaximum)
        return TrialInputs(
            payments: try payments(own), listed: try listed(), total: total, items: items,
            lacksItems: isCut, customers: try customers(), claims: try claims(besides: own),
            forwarded: try forwarded(), booksRead: try booksRead())
    }

    private func payments(_ own: Set<Int64>) throws -> [StoredPayment] {
        let packer = try RecordPacker(.paymentVersion, column: "record", db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT v.base, v.record, p.reference FROM payment p
                JOIN payment_version v ON v.seq = p.version WHERE p.seq = ?
                """)
        return try RelatedPayments(db).all(chosen).sorted().compactMap { seq in
            guard let row = try Row.fetchOne(statement, arguments: [seq]) else { return nil }
            return StoredPayment(
                reference: row[2], json: try packer.record(row, db),
                isUndecided: own.contains(seq), choice: nil)
        }
    }

    private func listed() throws -> [String: ListedPayment] {
        let statement = try db.cachedStatement(
            sql: "\(ListedPayment.selection) WHERE p.seq = ?")
        var listed: [String: ListedPayment] = [:]
        for payment in chosen {
            guard let row = try Row.fetchOne(statement, arguments: [payment["seq"]]) else {
                continue
            }
            let one = ListedPayment(row)
            listed[one.reference] = one
        }
        return listed
    }

    /// The open lines; of the sales that entries of the chosen payments are for, the lines as they
    /// were before these were sent.
    private func items(_ most: Int) throws -> (OpenItemTable, isCut: Bool) {
        var table = OpenItemTable()
        let earlier = try earlierLines()
        for row in earlier.values.sorted(by: { ($0["sale"] as Int64) < $1["sale"] }) {
            try SaleRecord.append(row, to: &table)
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.office, s.daybook, s.number, s.line, v.* FROM sale s
                JOIN sale_version v ON v.seq = s.version
                WHERE s.connection = ? AND s.is_gone = 0 ORDER BY s.seq DESC
                """, arguments: [connection])
        while let row = try rows.next() {
            if earlier[row["sale"]] != nil { continue }
            if table.rows.count >= most { return (table, true) }
            try SaleRecord.append(row, to: &table)
        }
        return (table, false)
    }

    private func earlierLines() throws -> [Int64: Row] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT s.office, s.daybook, s.number, s.line, v.* FROM posting t
                JOIN sale s ON s.connection = ?2 AND s.number = t.sale_number
                  AND s.daybook = t.sale_daybook AND s.line = t.sale_line
                JOIN sale_version v ON v.seq = (SELECT max(w.seq) FROM sale_version w
                  WHERE w.sale = s.seq AND w.is_gone = 0 AND w.seq < t.seq)
                WHERE t.payment = ?1 AND t.state != 'ended'
                """)
        var lines: [Int64: Row] = [:]
        for payment in chosen {
            let seq: Int64 = payment["seq"]
            for row in try Row.fetchAll(statement, arguments: [seq, connection]) {
                lines[row["sale"]] = row
            }
        }
        return lines
    }

    private func customers() throws -> CustomerTable {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.code, v.name, v.emails FROM customer c
                JOIN customer_version v ON v.seq = c.version
                WHERE c.connection = ? AND c.is_gone = 0 ORDER BY c.seq
                """, arguments: [connection])
        var table = CustomerTable()
        while let row = try rows.next() {
            let emails: String = row["emails"] ?? ""
            table.add(
                CustomerTable.Customer(
                    code: row["code"], name: row["name"],
                    emails: emails.split(separator: "\n").map(String.init)))
        }
        return table
    }

    private func claims(besides own: Set<Int64>) throws -> [SaleKey: String] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.payment, t.sale_daybook, t.sale_number, t.sale_line, p.reference
                FROM posting t JOIN payment p ON p.seq = t.payment
                WHERE t.state IN ('intended', 'parked', 'posted', 'unclear') AND p.connection = ?
                """, arguments: [connection])
        var claims: [SaleKey: String] = [:]
        while let row = try rows.next() {
            if own.contains(row[0]) { continue }
            claims[SaleKey(daybook: row[1], number: row[2], line: row[3])] = row[4]
        }
        return claims
    }

    private func forwarded() throws -> [ForwardedEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT daybook, number FROM forwarded WHERE payment = ? ORDER BY seq")
        return try chosen.flatMap { payment in
            try Row.fetchAll(statement, arguments: [payment["seq"]]).map { row in
                ForwardedEntry(
                    reference: payment["reference"],
                    entry: EntryKey(daybook: row[0], number: row[1]))
            }
        }
    }

    private func booksRead() throws -> Instant? {
        let at = try Int64.fetchOne(
            db,
            sql: """
                SELECT r.at FROM run r JOIN books_read b ON b.run = r.number
                WHERE r.connection = ? ORDER BY r.number DESC LIMIT 1
                """, arguments: [connection])
        return at.map { Instant(milliseconds: $0) }
    }
}
