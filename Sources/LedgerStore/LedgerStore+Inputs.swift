internal import DomainModel
internal import FoundationEssentials
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// Everything that the decisions of a run rest on, as it was then.
    ///
    /// Throws for a run of which nothing was decided because the books were not read.
    public func inputs(of run: RunID) throws -> RunInputs {
        try read { db in
            let known = try RunRow(run, db)
            let read = try Row.fetchOne(
                db, sql: "SELECT seq, years FROM books_read WHERE run = ? ORDER BY seq LIMIT 1",
                arguments: [run.value])
            guard let read else {
                throw LedgerFault(
                    .unknown, "run \(run.value) decided nothing: it did not read the books",
                    help: "name a run with decisions")
            }
            let past = try Past(db, run: known, books: read["seq"], years: read["years"])
            let at = try Int64.fetchOne(
                db,
                sql: """
                    SELECT coalesce((SELECT at FROM deciding WHERE run = ?1 ORDER BY seq LIMIT 1),
                      (SELECT at FROM run WHERE number = ?1))
                    """, arguments: [run.value])
            return RunInputs(
                connection: past.fold.connections[known.connection] ?? "",
                asOf: Instant(milliseconds: at ?? 0),
                revision: past.fold.revisions[known.ruleSet] ?? "",
                ruleTexts: try Self.ruleTexts(known.ruleSet, db), payments: try past.payments(),
                items: try past.items(), customers: try past.customers(),
                claims: past.claims(), forwarded: try past.forwarded())
        }
    }
}

extension LedgerStore {
    /// The files of a revision of the rules; empty when the ledger does not have it.
    public func ruleTexts(of revision: String) throws -> [RunStart.RuleText] {
        try read { db in
            let rules = try Int64.fetchOne(
                db, sql: "SELECT seq FROM rule_set WHERE revision = ?", arguments: [revision])
            return try rules.map { try Self.ruleTexts($0, db) } ?? []
        }
    }

    private static func ruleTexts(
        _ rules: Int64, _ db: Database
    ) throws -> [RunStart.RuleText] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT f.path, r.bytes FROM rule_set_file f JOIN rule_file r ON r.seq = f.rule_file
                WHERE f.rule_set = ? ORDER BY f.seq
                """, arguments: [rules])
        return rows.map { row in
            let bytes: Data = row["bytes"]
            return RunStart.RuleText(path: row["path"], bytes: [UInt8](bytes))
        }
    }
}

/// The ledger as it stood when a run had read the books.
private struct Past {
    let db: Database
    let run: RunRow
    /// The number of the entry that says that the books were read.
    let books: Int64
    let years: [Int]
    private(set) var fold = LedgerFold()

    init(_ db: Database, run: RunRow, books: Int64, years: String) throws {
        self.db = db
        self.run = run
        self.books = books
        self.years = years.split(separator: " ").compactMap { Int($0) }
        var fold = LedgerFold()
        try EntryReader.each(db, before: books) { try fold.add($0.name, $1) }
        self.fold = fold
    }

    func payments() throws -> [StoredPayment] {
        let packer = try RecordPacker(.paymentVersion, column: "record", db)
        let all = fold.payments.filter {
            $0.value.connection == run.connection && $0.value.version != nil
        }
        let undecided = Set(
            all.filter { fold.isUndecided($0.value, ruleSet: run.ruleSet) }.map(\.key))
        var records: [Int64: [UInt8]] = [:]
        for (seq, payment) in all {
            let row = try Row.fetchOne(
                db, sql: "SELECT base, record FROM payment_version WHERE seq = ?",
                arguments: [payment.version])
            records[seq] = try row.map { try packer.record($0, db) } ?? []
        }
        let order = all.keys.sorted()
        let facts = zip(order, PaymentFacts.read(order.map { records[$0] ?? [] }))
        let needed = Self.needed(undecided, all, Dictionary(uniqueKeysWithValues: Array(facts)))
        return needed.sorted().map { seq in
            StoredPayment(
                reference: all[seq]?.reference ?? "", json: records[seq] ?? [],
                isUndecided: undecided.contains(seq), choice: all[seq]?.choice,
                rulesOfThen: all[seq]?.wishedRules.flatMap { fold.revisions[$0] })
        }
    }

    /// The undecided payments and what belongs to them.
    private static func needed(
        _ undecided: Set<Int64>, _ all: [Int64: LedgerFold.Payment], _ facts: [Int64: PaymentFacts]
    ) -> Set<Int64> {
        var byReference: [String: Int64] = [:]
        for (seq, payment) in all { byReference[payment.reference] = seq }
        var parents: [String: [Int64]] = [:]
        for (seq, facts) in facts where !facts.child.isEmpty {
            parents[facts.child, default: []].append(seq)
        }
        var needed = undecided
        var edge = undecided
        for _ in 0..<RelatedPayments.stepsMaximum {
            var next: Set<Int64> = []
            for seq in edge {
                let names = [facts[seq]?.child, facts[seq]?.original].compactMap { $0 }
                next.formUnion(names.compactMap { byReference[$0] })
                next.formUnion(parents[all[seq]?.reference ?? ""] ?? [])
            }
            edge = next.subtracting(needed)
            needed.formUnion(edge)
        }
        return needed
    }

    func items() throws -> OpenItemTable {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.office, s.daybook, s.number, s.line, v.* FROM sale s
                JOIN sale_version v ON v.seq = (SELECT max(w.seq) FROM sale_version w
                  WHERE w.sale = s.seq AND w.seq < ?)
                WHERE s.connection = ? AND v.is_gone = 0 ORDER BY s.seq
                """, arguments: [books, run.connection])
        var table = OpenItemTable()
        while let row = try rows.next() {
            let date = CalendarDate(daysSinceEpoch: row["date"])
            if years.contains(date.parts.year) { try SaleRecord.append(row, to: &table) }
        }
        return table
    }

    func customers() throws -> CustomerTable {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.code, v.name, v.emails FROM customer c
                JOIN customer_version v ON v.seq = (SELECT max(w.seq) FROM customer_version w
                  WHERE w.customer = c.seq AND w.seq < ?)
                WHERE c.connection = ? AND v.is_gone = 0 ORDER BY c.seq
                """, arguments: [books, run.connection])
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

    func claims() -> [SaleKey: String] {
        var claims: [SaleKey: String] = [:]
        for (_, posting) in fold.postings.values
        where posting.claimsSale && posting.office == run.office {
            claims[posting.sale] = posting.key.reference
        }
        return claims
    }

    func forwarded() throws -> [ForwardedEntry] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.reference, f.daybook, f.number FROM forwarded f
                JOIN payment p ON p.seq = f.payment
                WHERE p.connection = ? AND f.run <= ? ORDER BY f.seq
                """, arguments: [run.connection, run.number])
        return rows.map { row in
            ForwardedEntry(
                reference: row[0], entry: EntryKey(daybook: row[1], number: row[2]))
        }
    }
}
