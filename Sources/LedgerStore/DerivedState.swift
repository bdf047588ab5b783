internal import DomainModel
internal import FoundationEssentials
internal import GRDB

/// The columns of a payment that lists, totals and search rest on, as they follow from its record,
/// its last decision and the time zone of its rules.
struct DerivedState: Equatable {
    var method: String
    var day: Int64
    var isPaid: Bool
    var terms: Set<String>

    init(_ facts: PaymentFacts, created: Int64, payer: Payer?, zone: TimeZoneRules) {
        method = facts.methodName
        day = StoredTimeZone.day(created, zone)
        isPaid = facts.isPaid
        terms = SearchTerms.of(orderNumber: facts.orderReference, payer: payer)
    }

    /// Shows what every payment of a ledger should have, in batches: a record is cheaper to read
    /// with others.
    static func each(
        _ db: Database, _ body: (_ payment: Int64, DerivedState) throws -> Void
    ) throws {
        let packer = try RecordPacker(.paymentVersion, column: "record", db)
        let zones = try Zones(db)
        let payers = try PayerReader(db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT v.base, v.record, p.seq, p.connection, v.created, p.decision FROM payment p
                JOIN payment_version v ON v.seq = p.version ORDER BY p.seq
                """)
        var batch: [(row: Row, record: [UInt8])] = []
        func flush() throws {
            let facts = PaymentFacts.read(batch.map(\.record))
            for ((row, _), facts) in zip(batch, facts) {
                let payer = try payers.payer(row.integer("decision"))
                let state = DerivedState(
                    facts, created: row.integer("created") ?? .min, payer: payer,
                    zone: zones.zone(row["connection"]))
                try body(row["seq"], state)
            }
            batch.removeAll(keepingCapacity: true)
        }
        while let row = try rows.next() {
            batch.append((row.copy(), try packer.record(row, db)))
            if batch.count == 500 { try flush() }
        }
        try flush()
    }

    /// The time zones of the connections.
    struct Zones {
        private var zones: [Int64: TimeZoneRules] = [:]

        init(_ db: Database) throws {
            for row in try Row.fetchAll(db, sql: "SELECT seq, time_zone FROM connection") {
                zones[row[0]] = StoredTimeZone.zone(row[1])
            }
        }

        func zone(_ connection: Int64) -> TimeZoneRules { zones[connection] ?? .utc }
    }
}

/// Reads whose sale a decision found.
struct PayerReader {
    private let statement: Statement

    init(_ db: Database) throws {
        statement = try db.cachedStatement(
            sql: """
                SELECT v.customer, v.customer_name, v.invoice_number,
                  (SELECT w.name FROM customer u JOIN customer_version w ON w.customer = u.seq
                   WHERE u.connection = p.connection AND u.code = v.customer AND w.seq < d.seq
                   ORDER BY w.seq DESC LIMIT 1)
                FROM decision d JOIN payment p ON p.seq = d.payment JOIN run r ON r.number = d.run
                JOIN sale s ON s.connection = p.connection AND s.number = d.sale_number
                  AND s.daybook = d.sale_daybook AND s.line = d.sale_line
                JOIN sale_version v ON v.sale = s.seq AND v.seq < d.seq AND v.is_gone = 0
                WHERE d.seq = ? AND d.sale_number IS NOT NULL
                ORDER BY s.office = r.office DESC, v.seq DESC LIMIT 1
                """)
    }

    /// The customer of the sale of a decision; nil without one.
    func payer(_ decision: Int64?) throws -> Payer? {
        guard let decision, let row = try Row.fetchOne(statement, arguments: [decision]) else {
            return nil
        }
        let name: String? = row[1]
        return Payer(code: row[0] ?? "", name: name ?? row[3] ?? "", invoiceNumber: row[2] ?? "")
    }
}
