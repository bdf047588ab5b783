internal import DomainModel
internal import GRDB
internal import LedgerViews
internal import RunnerCore

/// The payments that have everything in common by which tabs and filters tell payments apart.
struct TallyRow {
    var number: Int64
    var connection: Int64
    /// Nil when they were not decided yet.
    var state: PaymentState?
    var reason: String
    var method: String
    var currency: String
    var isPaid: Bool
    var isAlarmed: Bool
    var payments: Int
    var amount: Int64

    /// Those of connections (all for none) that have payments.
    static func all(_ connections: Set<String>, _ db: Database) throws -> [TallyRow] {
        let wanted =
            try connections.isEmpty
            ? nil : Set(StoredConnection.all(connections, db).map(\.seq))
        let statement = try db.cachedStatement(
            sql: """
                SELECT y.number, y.connection, y.state, y.reason, m.name, y.currency, y.is_paid,
                  y.is_alarmed, y.payments, y.amount
                FROM tally y JOIN method m ON m.number = y.method WHERE y.payments > 0
                """)
        var found: [TallyRow] = []
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            let connection: Int64 = row[1]
            guard wanted?.contains(connection) ?? true else { continue }
            found.append(
                TallyRow(
                    number: row[0], connection: connection, state: PaymentState(rawValue: row[2]),
                    reason: row[3], method: row[4], currency: row[5], isPaid: row[6],
                    isAlarmed: row[7], payments: row[8], amount: row[9]))
        }
        return found
    }

    /// The tab by the state alone.
    var tab: Tab {
        switch state {
        case nil, .open, .waiting, .due, .intended: .open
        case .review: .review
        case .posted, .reconciled, .resolved: .report
        case .failed, .parked, .drifted: .errors
        case .ignored, .skipped, .reversed: .settled
        }
    }

    /// Whether all of them stand among the errors.
    var isError: Bool {
        tab == .errors || isAlarmed || (state == .posted && reason == "reconcile_impossible")
    }

    /// Whether those of them stand among the errors that were booked long ago.
    var mayBeOverdue: Bool { state == .posted && !isError }

    /// Why they stand among the errors.
    var cause: String {
        if isAlarmed { return "changed_after_booking" }
        return mayBeOverdue && reason.isEmpty ? "not_reconciled" : reason
    }
}

/// The payments of a tally that stand in a tab: all, or those that are in their state for long.
struct TallyPart {
    var row: TallyRow
    /// Only those that are in their state since this entry or an earlier one; nil for all.
    var sinceAtMost: Int64?

    /// Those of a tab; all for none.
    static func all(
        _ tab: Tab?, of connections: Set<String>, now: Instant, _ db: Database
    ) throws -> [TallyPart] {
        try all(tab, of: try TallyRow.all(connections, db), now: now, db)
    }

    /// The same among rows that are read already.
    static func all(
        _ tab: Tab?, of rows: [TallyRow], now: Instant, _ db: Database
    ) throws -> [TallyPart] {
        guard let tab else { return rows.map { TallyPart(row: $0) } }
        var boundary: Int64?
        return try rows.compactMap { row in
            if row.tab == tab || tab == .errors && row.isError { return TallyPart(row: row) }
            guard tab == .errors, row.mayBeOverdue else { return nil }
            let last = try boundary ?? Self.lastBooked(before: now, db)
            boundary = last
            return TallyPart(row: row, sinceAtMost: last)
        }
    }

    /// The last entry that may bring a payment into the books and is longer ago than reconciling
    /// may take; 0 for none.
    private static func lastBooked(before now: Instant, _ db: Database) throws -> Int64 {
        let (limit, overflow) = now.milliseconds.subtractingReportingOverflow(
            LedgerReading.reconciledWithin)
        if overflow { return 0 }
        return try max(
            last("posting_event", until: limit, db), last("read_back", until: limit, db))
    }

    /// The last entry of a table that was written until a moment.
    ///
    /// The entries are in the order of time, but for a clock that was set: a step in the middle of
    /// the search costs an hour at most.
    private static func last(
        _ table: String, until limit: Int64, _ db: Database
    ) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: "SELECT seq, at FROM \(table) WHERE seq <= ? ORDER BY seq DESC LIMIT 1")
        var low: Int64 = 0
        var high = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM \(table)") ?? 0
        while low < high {
            let middle = low + (high - low + 1) / 2
            let row = try Row.fetchOne(statement, arguments: [middle])
            guard let row, row[1] as Int64 > limit else {
                low = middle
                continue
            }
            high = row[0] as Int64 - 1
        }
        return max(low, 0)
    }

    /// How many they are, and their amounts; few are not overdue yet, so those are counted.
    func total(_ db: Database) throws -> (payments: Int, amount: Int64) {
        guard let sinceAtMost else { return (row.payments, row.amount) }
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*), coalesce(sum(min(amount, \(SchemaThree.largestAmount))), 0)
                FROM payment WHERE tally = ? AND since > ?
                """)
        let young = try Row.fetchOne(statement, arguments: [row.number, sinceAtMost])
        return (row.payments - (young?[0] ?? 0), row.amount - (young?[1] ?? 0))
    }

    /// The same by day, within some days.
    func days(
        from: Int64 = .min, to: Int64 = .max, _ db: Database
    ) throws -> [(day: Int64, payments: Int, amount: Int64, sent: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT day, payments, amount, sent FROM tally_day
                WHERE tally = ? AND day >= ? AND day <= ?
                """)
        var days: [(day: Int64, payments: Int, amount: Int64, sent: Int64)] = []
        let rows = try Row.fetchCursor(statement, arguments: [row.number, from, to])
        while let row = try rows.next() {
            days.append((day: row[0], payments: row[1], amount: row[2], sent: row[3]))
        }
        guard let sinceAtMost else { return days }
        let others = try db.cachedStatement(
            sql: """
                SELECT day, count(*), sum(min(amount, \(SchemaThree.largestAmount))) FROM payment
                WHERE tally = ? AND since > ? GROUP BY day
                """)
        let young = try Row.fetchAll(others, arguments: [row.number, sinceAtMost])
        for other in young {
            guard let place = days.firstIndex(where: { $0.day == other[0] as Int64 }) else {
                continue
            }
            days[place].payments -= other[1] as Int
            days[place].amount -= other[2] as Int64
        }
        return days.filter { $0.payments > 0 }
    }
}
