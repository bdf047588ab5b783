public import DomainModel
internal import FoundationEssentials
internal import GRDB
public import LedgerViews
internal import RunnerCore

/// The ledger as people look at it.
///
/// Lists and totals come from what the ledger keeps for them (`SchemaThree`), so that no call grows
/// with the number of payments. Throws a `LedgerFault` when the file cannot be read.
public struct LedgerReading: LedgerViews {
    /// An entry that is in the books and is not reconciled for so long stands among the errors.
    static let reconciledWithin: Int64 = 3_600_000

    /// How much a page may look at.
    struct Bounds {
        /// So many payments of a range of days are sorted in memory; of more, a list in the order
        /// of amounts or states is read along its index.
        var sorted = 20_000
        /// So many payments outside of its days such a page looks at; the next one goes on there.
        var patience = 10_000
        /// So many payments that a text finds are looked at, whichever come first in the index.
        var found = 2000
        /// Among so few payments each is compared with the text, so that none is missed.
        var compared = 1000
    }

    let store: LedgerStore
    var bounds = Bounds()
    let now: @Sendable () -> Instant

    /// Reads a ledger; by `now` it is told which entries are overdue.
    public init(_ store: LedgerStore, now: @escaping @Sendable () -> Instant) {
        self.store = store
        self.now = now
    }

    /// The place of the newest entry: whatever changes what is looked at is one.
    public func changeNumber() throws -> Int64? {
        try store.read { db in try Int64.fetchOne(db, sql: "SELECT seq FROM head") }
    }

    /// The connections that the ledger knows, by name.
    public func connections() throws -> [ConnectionView] {
        try store.read { db in
            try StoredConnection.all([], db).map { connection in
                let last = try RunReading.newest(1, of: connection, db).first
                return ConnectionView(
                    name: connection.name, office: last?.office ?? "", lastRun: last?.run,
                    fetchedUntil: connection.fetchedUntil)
            }
        }
    }

    /// The newest runs, newest first.
    public func runs(of connections: Set<String>, limit: Int) throws -> [RunView] {
        guard limit > 0 else { return [] }
        return try store.read { db in
            let runs = try StoredConnection.all(connections, db).flatMap {
                try RunReading.newest(limit, of: $0, db).map(\.run)
            }
            return Array(runs.sorted { $0.run.value > $1.run.value }.prefix(limit))
        }
    }

    /// The methods that occur, in the order of their names.
    public func methods(of connections: Set<String>) throws -> [String] {
        try store.read { db in
            let rows = try TallyRow.all(connections, db)
            return Set(rows.map(\.method)).subtracting([""]).sorted()
        }
    }
}

/// A connection of the ledger.
struct StoredConnection {
    var seq: Int64
    var name: String
    var fetchedUntil: Instant?
    var timeZone: String?

    /// Those with these names, all for none; by name.
    static func all(_ names: Set<String>, _ db: Database) throws -> [StoredConnection] {
        let rows = try Row.fetchAll(
            try db.cachedStatement(
                sql: "SELECT seq, name, fetched_until, time_zone FROM connection ORDER BY name"))
        return rows.compactMap { row in
            let name: String = row[1]
            guard names.isEmpty || names.contains(name) else { return nil }
            return StoredConnection(
                seq: row[0], name: name,
                fetchedUntil: (row[2] as Int64?).map { Instant(milliseconds: $0) },
                timeZone: row[3])
        }
    }
}

/// Reads runs with their reports.
private enum RunReading {
    static func newest(
        _ limit: Int, of connection: StoredConnection, _ db: Database
    ) throws -> [(run: RunView, office: String)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.number, s.revision, r.at, e.at AS ended, e.report, r.office FROM run r
                JOIN rule_set s ON s.seq = r.rule_set LEFT JOIN run_end e ON e.run = r.number
                WHERE r.connection = ? ORDER BY r.number DESC LIMIT ?
                """)
        let rows = try Row.fetchAll(statement, arguments: [connection.seq, limit])
        return rows.map { row in
            let number = RunID(row["number"])
            let report = row.text("report").flatMap {
                StoredReport.read($0, of: connection.name, run: number)
            }
            let run = RunView(
                run: number, connection: connection.name, revision: row["revision"],
                began: Instant(milliseconds: row["at"]),
                ended: row.integer("ended").map { Instant(milliseconds: $0) }, report: report)
            return (run, row["office"])
        }
    }
}

/// The report of a run as the ledger keeps it: see `RunReport.json`.
private struct StoredReport: Decodable {
    struct Tally: Decodable {
        var count: Int
        var amount: Int64
    }

    struct Problem: Decodable {
        var reference: String?
        var state: String?
        var code: String
        var text: String
    }

    var fetched: Int
    var incomplete: Bool
    var states: [String: Tally]
    var problems: [Problem]

    /// Reads a report; nil for a text that is none.
    static func read(_ text: String, of connection: String, run: RunID) -> RunReport? {
        let stored = try? JSONDecoder().decode(StoredReport.self, from: Data(text.utf8))
        guard let stored else { return nil }
        var report = RunReport(connection: connection, run: run)
        report.fetched = stored.fetched
        report.isIncomplete = stored.incomplete
        for (word, tally) in stored.states {
            guard let state = PaymentState(rawValue: word) else { continue }
            report.states[state] = RunReport.Tally(count: tally.count, amount: tally.amount)
        }
        report.problems = stored.problems.map { problem in
            RunReport.Problem(
                reference: problem.reference,
                state: problem.state.flatMap { PaymentState(rawValue: $0) },
                code: problem.code, text: problem.text)
        }
        return report
    }
}
