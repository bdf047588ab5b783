public import DomainModel
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// The entries that a night compares: in the office of the last run, of payments that were
    /// created or reconciled since a moment and that no person settled.
    ///
    /// What happened to a posting since it was read back lets it be judged again: it may have been
    /// reconciled, and be open again as it was before.
    public func bookedMarks(_ connection: String, since: Instant) throws -> [BookedMark] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT t.entry_daybook, t.entry_number, t.created, t.at,
                      CASE WHEN (b.drift IS NULL) = (p.state != 'drifted')
                        AND NOT EXISTS (SELECT 1 FROM posting_event e
                          WHERE e.posting = t.seq AND e.seq > t.read_back) THEN b.shown END
                    FROM posting t JOIN payment p ON p.seq = t.payment
                    LEFT JOIN read_back b ON b.seq = t.read_back
                    WHERE max(t.created, coalesce(t.match_date, 0) * 86400000) >= ?2
                    AND t.state IN ('posted', 'reconciled', 'unreconcilable')
                    AND p.state IN ('posted', 'reconciled', 'drifted')
                    AND p.connection = (SELECT seq FROM connection WHERE name = ?1)
                    AND t.office = (SELECT r.office FROM run r WHERE r.connection = p.connection
                      ORDER BY r.number DESC LIMIT 1)
                    """, arguments: [connection, since.milliseconds])
            var marks: [BookedMark] = []
            while let row = try rows.next() {
                marks.append(
                    BookedMark(
                        entry: EntryKey(daybook: row[0], number: row[1]),
                        created: Instant(milliseconds: row[2]),
                        intended: Instant(milliseconds: row[3]), shown: row[4]))
            }
            return marks
        }
    }

    /// The postings of some of these entries, and what was read of each before.
    public func booked(
        _ entries: [EntryKey], of connection: String
    ) throws -> [BookedPosting] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(PostingRecord.selection)
                    WHERE t.entry_number = ? AND t.entry_daybook = ? AND c.name = ?
                    AND t.state IN ('posted', 'reconciled', 'unreconcilable')
                    AND p.state IN ('posted', 'reconciled', 'drifted') ORDER BY t.seq
                    """)
            var postings: [BookedPosting] = []
            for entry in entries {
                let rows = try Row.fetchAll(
                    statement, arguments: [entry.number, entry.daybook, connection])
                for row in rows { postings.append(try Self.booked(try PostingRecord(row), db)) }
            }
            return postings
        }
    }

    private static func booked(_ record: PostingRecord, _ db: Database) throws -> BookedPosting {
        let statement = try db.cachedStatement(
            sql: """
                SELECT b.is_final, b.matches, b.shown, b.drift, p.state,
                  (SELECT e.text FROM posting_event e WHERE e.posting = t.seq
                   AND e.kind = 'reconciled' ORDER BY e.seq DESC LIMIT 1)
                FROM posting t JOIN payment p ON p.seq = t.payment
                LEFT JOIN read_back b ON b.seq = t.read_back WHERE t.seq = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [record.seq]) else {
            return BookedPosting(posting: record.posting)
        }
        let shown: Int64? = row[2]
        return BookedPosting(
            posting: record.posting,
            readBack: shown.map { shown in
                ReadBack(
                    isFinal: row[0], matches: Self.numbers(row[1]), shown: shown, drift: row[3])
            },
            matchNumber: row[5],
            isDrifted: row[4] as String? == PaymentState.drifted.rawValue)
    }

    /// Keeps how entries stood in the books, and with that whether their payments are `drifted`.
    ///
    /// One that stands as it was known to stand is not kept again. One about a posting that went
    /// on meanwhile, or whose payment a person settled, is not kept at all.
    public func keep(
        _ found: [(posting: Posting, readBack: ReadBack)], in run: RunID, at: Instant
    ) throws {
        try write { writer in
            let run = try writer.run(run)
            for (posting, readBack) in found {
                guard let known = try writer.record(of: posting, run), known.posting == posting,
                    posting.entry != nil
                else { continue }
                try writer.keep(readBack, of: known, in: run, at: at)
            }
        }
    }

    /// Keeps that a night is done.
    public func keep(_ night: NightRead, in run: RunID, at: Instant) throws {
        try write { writer in
            let run = try writer.run(run)
            _ = try writer.add(
                .night,
                [
                    .integer(run.number), .integer(at.milliseconds),
                    .integer(night.since.milliseconds), .integer(Int64(night.entries)),
                    .integer(Int64(night.readAlone)), .integer(Int64(night.drifted)),
                ])
        }
    }

    /// The payments found `drifted` that no run of the connection told yet and came to its end.
    public func untoldDrifts(_ connection: String) throws -> [DriftedPayment] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT p.reference, b.drift, t.amount FROM read_back b
                    JOIN posting t ON t.seq = b.posting AND t.read_back = b.seq
                    JOIN payment p ON p.seq = t.payment JOIN connection c ON c.seq = p.connection
                    WHERE c.name = ? AND p.state = 'drifted' AND b.drift IS NOT NULL
                    AND b.run > coalesce((SELECT r.number FROM run r
                      JOIN run_end e ON e.run = r.number WHERE r.connection = c.seq
                      ORDER BY r.number DESC LIMIT 1), 0)
                    ORDER BY b.seq
                    """, arguments: [connection])
            return rows.map { DriftedPayment(reference: $0[0], text: $0[1], amount: $0[2]) }
        }
    }

    /// The numbers of matches as a column holds them.
    static func numbers(_ text: String?) -> [String] {
        (text ?? "").split(separator: " ").map(String.init)
    }
}

extension EntryWriter {
    /// The posting as the ledger has it.
    func record(of posting: Posting, _ run: RunRow) throws -> PostingRecord? {
        let statement = try db.cachedStatement(
            sql: """
                \(PostingRecord.selection) WHERE p.connection = ? AND p.reference = ?
                AND t.kind = ? AND t.generation = ? AND t.attempt = ?
                """)
        let row = try Row.fetchOne(
            statement,
            arguments: [
                run.connection, posting.key.reference, posting.key.kind.rawValue,
                posting.key.generation, posting.attempt,
            ])
        return try row.map { try PostingRecord($0) }
    }

    fileprivate func keep(
        _ readBack: ReadBack, of known: PostingRecord, in run: RunRow, at: Instant
    ) throws {
        let last = try row(
            """
            SELECT p.state, b.is_final, b.matches, b.shown, b.drift FROM posting t
            JOIN payment p ON p.seq = t.payment LEFT JOIN read_back b ON b.seq = t.read_back
            WHERE t.seq = ?
            """, [.integer(known.seq)])
        let state = (last?["state"] as String?).flatMap { PaymentState(rawValue: $0) }
        guard let last, let state, state.isReadBack else { return }
        let matches = readBack.matches.joined(separator: " ")
        let isKnown =
            last.integer("shown") == readBack.shown && last.text("drift") == readBack.drift
            && last.text("matches") == matches && last["is_final"] as Bool? == readBack.isFinal
            && (state == .drifted) == (readBack.drift != nil)
        if isKnown { return }
        let seq = try add(
            .readBack,
            [
                .integer(known.seq), .integer(run.number), .integer(at.milliseconds),
                .optional(readBack.isFinal.map { $0 ? 1 : 0 }), .text(matches),
                .integer(readBack.shown), .optional(readBack.drift),
            ])
        try execute(
            "UPDATE posting SET read_back = ?, is_final = ? WHERE seq = ?",
            [
                .integer(seq), .optional(readBack.isFinal.map { $0 ? 1 : 0 }),
                .integer(known.seq),
            ])
        if let standing = PaymentStanding(known.posting, readBack, before: state) {
            try stand(standing, known.payment, by: seq)
        }
    }
}
