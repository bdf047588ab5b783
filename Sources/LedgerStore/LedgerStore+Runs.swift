internal import ByteText
public import DomainModel
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// Begins a run; throws when the disk has too little room for one.
    public func begin(_ run: RunStart) throws -> RunID {
        try checkRoom()
        return try write { writer in
            let connection = try writer.connection(run.connection)
            let rules = try writer.ruleSet(run.revision, run.ruleTexts)
            if let zone = run.timeZone { try writer.take(zone, of: connection) }
            let number =
                try Int64.fetchOne(writer.db, sql: "SELECT coalesce(max(number), 0) + 1 FROM run")
                ?? 1
            try writer.add(
                .run,
                [
                    .integer(number), .integer(connection), .integer(rules), .text(run.office),
                    .integer(run.at.milliseconds),
                ])
            return RunID(number)
        }
    }

    /// Ends a run with what it did.
    public func end(_ run: RunID, _ report: RunReport, at: Instant) throws {
        try write { writer in
            _ = try writer.add(
                .runEnd,
                [
                    .integer(run.value), .integer(at.milliseconds),
                    .text(String(decoding: report.json, as: UTF8.self)),
                ])
        }
    }

    /// What the last run before a run said that came to its end; empty when there is none.
    public func problems(
        beforeRun run: RunID, of connection: String
    ) throws -> [RunReport.Problem] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT json_extract(j.value, '$.reference'), json_extract(j.value, '$.state'),
                      json_extract(j.value, '$.code'), json_extract(j.value, '$.text')
                    FROM (SELECT e.report FROM run r JOIN run_end e ON e.run = r.number
                      WHERE r.connection = (SELECT seq FROM connection WHERE name = ?)
                      AND r.number < ? ORDER BY r.number DESC LIMIT 1) AS last,
                    json_each(last.report, '$.problems') AS j
                    """, arguments: [connection, run.value])
            return rows.map { row in
                RunReport.Problem(
                    reference: row[0],
                    state: (row[1] as String?).flatMap { PaymentState(rawValue: $0) },
                    code: row[2] ?? "", text: row[3] ?? "")
            }
        }
    }

    /// Up to when all payments of a connection were fetched; nil before the first time.
    public func fetchedUntil(_ connection: String) throws -> Instant? {
        try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT fetched_until FROM connection WHERE name = ?",
                arguments: [connection]
            ).map { Instant(milliseconds: $0) }
        }
    }
}

extension LedgerStore {
    /// When all payments of a connection were fetched last, by the clock of this machine; when its
    /// first run began, if that never was; nil before the first run.
    public func lastFetch(_ connection: String) throws -> Instant? {
        try read { db in
            let fetched = try Int64.fetchOne(
                db,
                sql: """
                    SELECT f.at FROM run r JOIN fetch f ON f.run = r.number
                    WHERE r.connection = (SELECT seq FROM connection WHERE name = ?)
                    ORDER BY r.number DESC LIMIT 1
                    """, arguments: [connection])
            let began = try Int64.fetchOne(
                db,
                sql: """
                    SELECT r.at FROM run r
                    WHERE r.connection = (SELECT seq FROM connection WHERE name = ?)
                    ORDER BY r.number LIMIT 1
                    """, arguments: [connection])
            return (fetched ?? began).map { Instant(milliseconds: $0) }
        }
    }
}

/// What the ledger knows of a run.
struct RunRow {
    let number: Int64
    let connection: Int64
    let ruleSet: Int64
    let office: String
}

extension EntryWriter {
    /// The number of a connection, which is written when it is new.
    func connection(_ name: String) throws -> Int64 {
        if let row = try row("SELECT seq FROM connection WHERE name = ?", [.text(name)]) {
            return row["seq"]
        }
        return try add(.connection, [.text(name)])
    }

    /// The number of a revision of the rules, written with its files when it is new.
    func ruleSet(_ revision: String, _ texts: [RunStart.RuleText]) throws -> Int64 {
        if let row = try row("SELECT seq FROM rule_set WHERE revision = ?", [.text(revision)]) {
            return row["seq"]
        }
        let set = try add(.ruleSet, [.text(revision)])
        for file in texts {
            let name = Cell.blob(digest(file.bytes))
            let known = try row("SELECT seq FROM rule_file WHERE digest = ?", [name])
            let place: Int64 =
                try known?["seq"] ?? add(.ruleFile, [name, .blob(file.bytes)])
            try add(.ruleSetFile, [.integer(set), .text(file.path), .integer(place)])
        }
        return set
    }

    /// A run that was begun.
    func run(_ run: RunID) throws -> RunRow { try RunRow(run, db) }
}

extension RunRow {
    init(_ run: RunID, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT connection, rule_set, office FROM run WHERE number = ?")
        let row = try Row.fetchOne(statement, arguments: [run.value])
        guard let row else {
            throw LedgerFault(
                .unknown, "the ledger knows no run \(run.value)",
                help: "name a run that `ccvmap payments show` mentions")
        }
        number = run.value
        connection = row["connection"]
        ruleSet = row["rule_set"]
        office = row["office"]
    }
}

extension RunReport {
    /// The report as one JSON object, amounts in minor units.
    var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("fetched")
        json.integer(Int64(fetched))
        json.key("incomplete")
        json.boolean(isIncomplete)
        json.key("states")
        json.beginObject()
        for (state, tally) in states.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            json.key(state.rawValue)
            json.beginObject()
            json.key("count")
            json.integer(Int64(tally.count))
            json.key("amount")
            json.integer(tally.amount)
            json.endObject()
        }
        json.endObject()
        json.key("problems")
        json.beginArray()
        for problem in problems {
            json.beginObject()
            let texts = [
                ("reference", problem.reference), ("state", problem.state?.rawValue),
                ("code", problem.code), ("text", problem.text),
            ]
            for (key, text) in texts {
                json.key(key)
                if let text { json.string(text) } else { json.null() }
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
