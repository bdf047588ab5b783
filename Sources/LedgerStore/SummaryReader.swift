internal import DomainModel
internal import FoundationEssentials
internal import GRDB
public import LedgerViews
internal import RunnerCore

/// Reads payments as lists show them.
struct SummaryReader {
    private let db: Database
    private let records: RecordPacker
    private let decisions: RecordPacker
    private let payers: PayerReader
    private let statement: Statement

    init(_ db: Database) throws {
        self.db = db
        records = try RecordPacker(.paymentVersion, column: "record", db)
        decisions = try RecordPacker(.decision, column: "record", db)
        payers = try PayerReader(db)
        statement = try db.cachedStatement(sql: Self.selection)
    }

    /// Payments by their numbers, in this order.
    func summaries(_ payments: [Int64]) throws -> [PaymentSummary] {
        let rows = try payments.compactMap { try Row.fetchOne(statement, arguments: [$0]) }
        let facts = PaymentFacts.read(
            try rows.map { row in
                let record: Data? = row["record"]
                return try record.map { try records.unpack(row["base"], $0, db) } ?? []
            })
        return try zip(rows, facts).map { try summary($0, $1) }
    }

    private func summary(_ row: Row, _ facts: PaymentFacts) throws -> PaymentSummary {
        var summary = PaymentSummary()
        summary.connection = row["connection_name"]
        summary.reference = row["reference"]
        summary.state = row.text("state").flatMap { PaymentState(rawValue: $0) }
        summary.reason = row["reason"]
        summary.text = row["text"]
        summary.amount = row.integer("amount") ?? 0
        summary.currency = row.text("currency") ?? ""
        summary.created = row.integer("created").map { Instant(milliseconds: $0) } ?? .absent
        summary.method = facts.methodName
        summary.type = facts.type
        summary.orderNumber = facts.orderReference
        summary.description = facts.description
        if summary.state != nil {
            summary.since = row.integer("since_at").map { Instant(milliseconds: $0) }
        }
        if let daybook = row.text("sale_daybook") {
            summary.sale = SaleKey(
                daybook: daybook, number: row["sale_number"], line: row["sale_line"])
        }
        if let daybook = row.text("memo_daybook") {
            summary.memo = EntryKey(daybook: daybook, number: row["memo_number"])
        }
        summary.isFinal = row["memo_is_final"]
        if let payer = try payers.payer(row.integer("decision")) {
            summary.customer = payer.code
            summary.customerName = payer.name
            if summary.orderNumber.isEmpty { summary.orderNumber = payer.invoiceNumber }
        }
        summary.rule = row.text("rule") ?? ""
        summary.revision = row.text("revision") ?? ""
        if summary.state == .waiting, let line = try decision(row) {
            summary.waitsUntil = DecisionRecord.waitsUntil(line)
        }
        if summary.state == .failed, let line = try decision(row) {
            summary.textDutch = DecisionRecord.dutch(of: summary.text, in: line) ?? ""
        }
        summary.alarm = row.text("alarm_text")
        return summary
    }

    private func decision(_ row: Row) throws -> [UInt8]? {
        guard let record = row["decision_record"] as Data? else { return nil }
        return try decisions.unpack(row["decision_base"], record, db)
    }

    private static let selection = """
        SELECT p.reference, p.state, p.reason, p.text, p.amount, p.currency, p.created, p.decision,
          c.name AS connection_name, v.base, v.record, d.rule, d.base AS decision_base,
          d.record AS decision_record, s.revision, w.text AS alarm_text,
          coalesce(t.sale_daybook, d.sale_daybook) AS sale_daybook,
          coalesce(t.sale_number, d.sale_number) AS sale_number,
          coalesce(t.sale_line, d.sale_line) AS sale_line,
          coalesce(t.entry_daybook, a.daybook) AS memo_daybook,
          coalesce(t.entry_number, a.number) AS memo_number, t.is_final AS memo_is_final,
          coalesce((SELECT at FROM posting_event WHERE seq = p.since),
            (SELECT at FROM posting WHERE seq = p.since),
            (SELECT at FROM action WHERE seq = p.since),
            (SELECT at FROM read_back WHERE seq = p.since),
            (SELECT g.at FROM decision e JOIN deciding g ON g.run = e.run
             WHERE e.seq = p.since AND g.seq < e.seq ORDER BY g.seq DESC LIMIT 1)) AS since_at
        FROM payment p JOIN connection c ON c.seq = p.connection
        LEFT JOIN payment_version v ON v.seq = p.version
        LEFT JOIN decision d ON d.seq = p.decision LEFT JOIN rule_set s ON s.seq = d.rule_set
        LEFT JOIN posting t ON t.payment = p.seq AND t.state != 'ended'
        LEFT JOIN action a ON a.seq = p.stated AND a.payment = p.seq AND a.kind = 'resolve'
        LEFT JOIN alarm w ON w.seq = p.alarmed WHERE p.seq = ?
        """
}

extension LedgerReading {
    /// A payment with all that is known of it; nil when the connection does not know it.
    public func payment(_ reference: String, of connection: String) throws -> PaymentView? {
        try store.read { db in
            let seq = try Int64.fetchOne(
                db,
                sql: """
                    SELECT p.seq FROM payment p JOIN connection c ON c.seq = p.connection
                    WHERE p.reference = ? AND c.name = ?
                    """, arguments: [reference, connection])
            guard let seq, let summary = try SummaryReader(db).summaries([seq]).first,
                let history = try LedgerStore.history(reference, of: connection, db)
            else { return nil }
            return PaymentView(
                summary: summary, record: history.record, decision: history.decision,
                memo: history.entry,
                events: history.events.map {
                    PaymentView.Event(
                        entry: $0.entry, at: $0.at, run: $0.run, kind: $0.kind, text: $0.text,
                        who: $0.who)
                })
        }
    }
}
