public import DomainModel
internal import GRDB
public import RunnerCore

/// What is remembered of the runs of a connection, for the one who plans the next.
public struct RunTimes: Sendable, Equatable {
    /// A run that was begun.
    public struct Run: Sendable, Equatable {
        /// Its number.
        public var run: RunID
        /// When it began, by the clock of this machine.
        public var began: Instant
        /// Whether it ended and everything was done.
        public var isComplete: Bool
    }

    /// The newest run; nil before the first.
    public var last: Run?
    /// When the newest night began that was done; nil before the first.
    public var lastNight: Instant?
    /// When the newest night began that fetched everything; nil before the first.
    public var lastNightFetch: Instant?
    /// When the newest complete fetch began; nil before the first.
    public var lastFetch: Instant?
}

/// Payments of a connection in one state and currency.
public struct StandingTally: Sendable, Equatable {
    /// The state.
    public var state: PaymentState
    /// Upper case; empty when the records have none.
    public var currency: String
    /// How many.
    public var count: Int
    /// In minor units.
    public var amount: Int64
}

extension LedgerStore {
    /// When the runs of a connection were, whichever process ran them.
    public func runTimes(of connection: String) throws -> RunTimes {
        try read { db in
            var times = RunTimes()
            let last = try Row.fetchOne(
                db,
                sql: """
                    SELECT r.number, r.at, coalesce(json_extract(e.report, '$.incomplete'), 1)
                    FROM run r LEFT JOIN run_end e ON e.run = r.number
                    WHERE r.connection = (SELECT seq FROM connection WHERE name = ?)
                    ORDER BY r.number DESC LIMIT 1
                    """, arguments: [connection])
            times.last = last.map { row in
                RunTimes.Run(
                    run: RunID(row[0]), began: Instant(milliseconds: row[1]),
                    isComplete: row[2] == 0)
            }
            times.lastFetch = try Self.newest(
                "SELECT f.at FROM run r JOIN fetch f ON f.run = r.number", connection, db)
            times.lastNight = try Self.newest(
                "SELECT r.at FROM run r JOIN night n ON n.run = r.number", connection, db)
            times.lastNightFetch = try Self.newest(
                """
                SELECT r.at FROM run r JOIN night n ON n.run = r.number
                JOIN fetch f ON f.run = r.number
                """, connection, db)
            return times
        }
    }

    /// How many payments of a connection are in each state and currency, and how much money.
    public func standing(of connection: String) throws -> [StandingTally] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT state, currency, sum(payments), sum(amount) FROM tally
                    WHERE connection = (SELECT seq FROM connection WHERE name = ?)
                    AND state != '' AND payments > 0
                    GROUP BY state, currency ORDER BY state, currency
                    """, arguments: [connection])
            return rows.compactMap { row in
                PaymentState(rawValue: row[0]).map {
                    StandingTally(state: $0, currency: row[1], count: row[2], amount: row[3])
                }
            }
        }
    }

    /// A moment of the newest run for which there is one.
    private static func newest(
        _ selection: String, _ connection: String, _ db: Database
    ) throws -> Instant? {
        try Int64.fetchOne(
            db,
            sql: """
                \(selection)
                WHERE r.connection = (SELECT seq FROM connection WHERE name = ?)
                ORDER BY r.number DESC LIMIT 1
                """, arguments: [connection]
        ).map { Instant(milliseconds: $0) }
    }
}
