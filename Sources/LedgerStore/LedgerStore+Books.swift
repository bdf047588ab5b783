public import DomainModel
internal import GRDB
public import RunnerCore

extension LedgerStore {
    /// Keeps what the books gave, as far as it is not what they gave before.
    ///
    /// A line of a year that was not read stays as it was: which years a run reads depends on the
    /// payments that it decides.
    public func keep(
        _ items: OpenItemTable, _ customers: CustomerTable, forwarded: [ForwardedEntry],
        in run: RunID
    ) throws {
        let sales = items.rows.map { SaleRecord($0, in: items) }
        let known = customers.byCode.values.sorted { $0.code < $1.code }
        try write { writer in
            let run = try writer.run(run)
            let salesDigest = SeenBooks.digest(
                sales.map {
                    [
                        .text($0.key.office), .text($0.key.daybook), .text($0.key.number),
                        .text($0.key.line),
                    ] + $0.cells
                })
            let customersDigest = SeenBooks.digest(
                known.map { [.text($0.code)] + SeenBooks.cells($0) })
            let last = try writer.row(
                """
                SELECT b.sales_digest, b.customers_digest FROM books_read b
                JOIN run r ON r.number = b.run WHERE r.connection = ? ORDER BY b.seq DESC LIMIT 1
                """, [.integer(run.connection)])
            let before = last.map { row in
                (Cell(row["sales_digest"] as DatabaseValue), Cell(row["customers_digest"]))
            }
            var books = SeenBooks(writer, run)
            if before?.0 != .blob(salesDigest) { try books.keep(sales) }
            if before?.1 != .blob(customersDigest) { try books.keep(known) }
            try books.keep(forwarded)
            let years = Set(sales.map(\.year)).sorted().map(String.init)
            try writer.add(
                .booksRead,
                [
                    .integer(run.number), .text(years.joined(separator: " ")),
                    .integer(Int64(sales.count)), .blob(salesDigest),
                    .integer(Int64(known.count)), .blob(customersDigest),
                ])
        }
    }
}

/// Writes what changed in the books since they were read before.
struct SeenBooks {
    private let writer: EntryWriter
    private let run: RunRow

    init(_ writer: EntryWriter, _ run: RunRow) {
        self.writer = writer
        self.run = run
    }

    /// The columns of `customer_version` behind `is_gone`.
    static func cells(_ customer: CustomerTable.Customer) -> [Cell] {
        [
            .text(customer.name),
            customer.emails.isEmpty ? .null : .text(customer.emails.joined(separator: "\n")),
        ]
    }

    /// The digest of rows in their order.
    static func digest(_ rows: [[Cell]]) -> [UInt8] {
        var chain = EntryChain()
        for row in rows { chain.add("", row) }
        return chain.link
    }

    private struct Known {
        var seq: Int64
        var fingerprint: Int64?
        var isGone: Bool
        var year: Int
        var isSeen = false

        init(seq: Int64, fingerprint: Int64?, isGone: Bool, year: Int) {
            self.seq = seq
            self.fingerprint = fingerprint
            self.isGone = isGone
            self.year = year
        }

        /// Reads a row that begins with these columns.
        init(_ row: Row) {
            self.init(seq: row[0], fingerprint: row[1], isGone: row[2], year: row[3] ?? 0)
        }
    }

    mutating func keep(_ sales: [SaleRecord]) throws {
        var known: [SaleRecord.Key: Known] = [:]
        let years = Set(sales.map(\.year))
        let rows = try Row.fetchCursor(
            writer.db,
            sql: """
                SELECT seq, fingerprint, is_gone, year, office, daybook, number, line
                FROM sale WHERE connection = ? AND year BETWEEN ? AND ?
                """, arguments: [run.connection, years.min() ?? 0, years.max() ?? 0])
        while let row = try rows.next() {
            let key = SaleRecord.Key(office: row[4], daybook: row[5], number: row[6], line: row[7])
            known[key] = Known(row)
        }
        for sale in sales {
            let print = fingerprint(sale.cells)
            var old = try known[sale.key] ?? self.known(sale.key)
            if old == nil || old?.fingerprint != print || old?.isGone == true {
                let seq = try old?.seq ?? add(sale.key)
                try write(sale, print, seq)
                old = Known(seq: seq, fingerprint: print, isGone: false, year: sale.year)
            }
            old?.isSeen = true
            known[sale.key] = old
        }
        let gone = known.values.filter { !$0.isSeen && !$0.isGone && years.contains($0.year) }
        for sale in gone.sorted(by: { $0.seq < $1.seq }) {
            let nothing = [Cell](repeating: .null, count: 13)
            let version = try writer.add(
                .saleVersion,
                [.integer(sale.seq), .integer(run.number), .flag(true)] + nothing)
            try writer.execute(
                "UPDATE sale SET version = ?, is_gone = 1 WHERE seq = ?",
                [.integer(version), .integer(sale.seq)])
        }
    }

    /// A sale that had another year before, if it is known at all.
    private func known(_ key: SaleRecord.Key) throws -> Known? {
        let row = try writer.row(
            """
            SELECT seq, fingerprint, is_gone, year FROM sale WHERE connection = ?
              AND number = ? AND daybook = ? AND line = ? AND office = ?
            """,
            [
                .integer(run.connection), .text(key.number), .text(key.daybook), .text(key.line),
                .text(key.office),
            ])
        return row.map { Known($0) }
    }

    private func add(_ key: SaleRecord.Key) throws -> Int64 {
        try writer.add(
            .sale,
            [
                .integer(run.connection), .text(key.office), .text(key.daybook),
                .text(key.number), .text(key.line),
            ])
    }

    private func write(_ sale: SaleRecord, _ print: Int64, _ seq: Int64) throws {
        let version = try writer.add(
            .saleVersion, [.integer(seq), .integer(run.number), .flag(false)] + sale.cells)
        try writer.execute(
            """
            UPDATE sale SET version = ?, is_gone = 0, year = ?, fingerprint = ? WHERE seq = ?
            """,
            [.integer(version), .integer(Int64(sale.year)), .integer(print), .integer(seq)])
    }

    mutating func keep(_ customers: [CustomerTable.Customer]) throws {
        var known: [String: Known] = [:]
        let rows = try Row.fetchCursor(
            writer.db,
            sql: "SELECT seq, fingerprint, is_gone, code FROM customer WHERE connection = ?",
            arguments: [run.connection])
        while let row = try rows.next() {
            known[row[3]] = Known(seq: row[0], fingerprint: row[1], isGone: row[2], year: 0)
        }
        for customer in customers {
            let cells = Self.cells(customer)
            let print = fingerprint(cells)
            let old = known.removeValue(forKey: customer.code)
            guard old == nil || old?.fingerprint != print || old?.isGone == true else { continue }
            let seq =
                try old?.seq
                ?? writer.add(.customer, [.integer(run.connection), .text(customer.code)])
            try write(seq, isGone: false, cells, print)
        }
        for customer in known.values.sorted(by: { $0.seq < $1.seq }) where !customer.isGone {
            try write(customer.seq, isGone: true, [.null, .null], nil)
        }
    }

    private func write(_ seq: Int64, isGone: Bool, _ cells: [Cell], _ print: Int64?) throws {
        let version = try writer.add(
            .customerVersion, [.integer(seq), .integer(run.number), .flag(isGone)] + cells)
        try writer.execute(
            "UPDATE customer SET version = ?, is_gone = ?, fingerprint = ? WHERE seq = ?",
            [.integer(version), .flag(isGone), .optional(print), .integer(seq)])
    }

    /// An entry that was found is kept once.
    func keep(_ forwarded: [ForwardedEntry]) throws {
        for found in forwarded {
            let payment = try writer.row(
                """
                SELECT p.seq FROM payment p WHERE p.reference = ? AND p.connection = ?
                  AND NOT EXISTS (SELECT 1 FROM forwarded f
                    WHERE f.payment = p.seq AND f.daybook = ? AND f.number = ?)
                """,
                [
                    .text(found.reference), .integer(run.connection),
                    .text(found.entry.daybook), .text(found.entry.number),
                ])
            guard let payment else { continue }
            try writer.add(
                .forwarded,
                [
                    .integer(payment["seq"]), .integer(run.number),
                    .text(found.entry.daybook), .text(found.entry.number),
                ])
        }
    }
}
