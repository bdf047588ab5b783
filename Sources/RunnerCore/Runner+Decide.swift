internal import ByteText
public import DomainModel
internal import RecordReading
internal import RuleEngine

extension Runner {
    /// Decides what has no entry, and sends what is to be booked.
    func decideAndSend() async throws {
        let stored = try ports.ledger.undecided(settings.connection)
        guard stored.contains(where: \.isUndecided) else { return }
        let payments = try table(of: stored)
        let now = try await ports.books.now()
        let items = try await readSales(payments, now: now)
        let customers = try await ports.books.customers()
        let forwarded = try await JournalSearch.forwarded(
            payments, rules: settings.rules, in: ports.books, now: now)
        try ports.ledger.keep(
            items, customers, forwarded: entries(forwarded, stored), in: run)
        var engine = DecisionEngine(
            rules: settings.rules, payments: payments, items: items, customers: customers,
            asOf: now, connection: settings.connection, forwarded: forwarded,
            claimed: try claims(on: items))
        engine.run()
        let elsewhere = try ports.ledger.knownElsewhere(
            stored.filter(\.isUndecided).map(\.reference), than: settings.connection)
        let batch = DecisionBatch(
            engine, stored: stored,
            known: .init(elsewhere: elsewhere, digest: ports.digest))
        try ports.ledger.keep(batch.decisions, in: run, at: ports.now())
        for decision in batch.decisions where decision.state != .due { tell(decision) }
        try await send(batch.plans)
    }

    private func tell(_ decision: DecidedPayment) {
        report.count(decision.state, decision.amount)
        guard decision.state == .review || decision.state == .failed else { return }
        report.problems.append(
            RunReport.Problem(
                reference: decision.reference, state: decision.state, code: decision.reason,
                text: decision.text))
    }

    private func table(of stored: [StoredPayment]) throws -> PaymentTable {
        var reader = PaymentReader()
        for payment in stored {
            try (payment.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
        }
        return try reader.finish()
    }

    /// The customer lines of the years in which these payments may find their sales.
    private func readSales(_ payments: PaymentTable, now: Instant) async throws -> OpenItemTable {
        let years = SaleYears(
            rules: settings.rules, from: JournalSearch.first(payments, now: now), to: now)
        return try await ports.books.openItems(from: years.first, to: years.last)
    }

    private func entries(
        _ forwarded: ForwardedPayments, _ stored: [StoredPayment]
    ) -> [ForwardedEntry] {
        stored.indices.flatMap { position in
            forwarded.entries(of: Int32(position)).map {
                ForwardedEntry(
                    reference: stored[position].reference,
                    entry: EntryKey(daybook: $0.daybook, number: $0.number))
            }
        }
    }

    /// The items that entries of ours claim, whatever connection they came from.
    private func claims(on items: OpenItemTable) throws -> [Int32: String] {
        let keys = items.rows.indices.map { SaleKey(of: items.rows[$0], in: items) }
        let claimed = try ports.ledger.claims(
            on: keys, inOfficeOf: settings.connection)
        var claims: [Int32: String] = [:]
        for (position, key) in keys.enumerated() {
            if let reference = claimed[key] { claims[Int32(position)] = reference }
        }
        return claims
    }
}

extension SaleKey {
    /// The key of an open item.
    public init(of row: OpenItemRow, in items: OpenItemTable) {
        self.init(
            daybook: items.text(row.daybook), number: items.text(row.number),
            line: items.text(row.line))
    }
}
