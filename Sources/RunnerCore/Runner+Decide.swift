internal import ByteText
internal import DomainModel
internal import RecordReading
internal import RuleEngine

extension Runner {
    /// Decides what has no entry, and sends what is to be booked.
    func decideAndSend() async throws {
        let stored = try ports.ledger.undecided(settings.connection)
        guard stored.contains(where: \.isUndecided) else { return }
        let payments = try table(of: stored)
        let now = ports.now()
        let items = try await readSales(payments, now: now)
        let customers = try await ports.books.customers()
        try ports.ledger.keep(items, customers, in: run)
        let forwarded = try await searchJournals(payments)
        var engine = DecisionEngine(
            rules: settings.rules, payments: payments, items: items, customers: customers,
            asOf: now, connection: settings.connection, forwarded: forwarded,
            claimed: try claims(on: items))
        engine.run()
        var batch = DecisionBatch(engine, stored: stored)
        let elsewhere = try ports.ledger.knownElsewhere(
            stored.filter(\.isUndecided).map(\.reference), than: settings.connection)
        let decided = batch.decisions(knownElsewhere: elsewhere)
        try ports.ledger.keep(decided, in: run, at: now)
        for decision in decided where decision.state != .due {
            report.count(decision.state, decision.amount)
            if decision.state == .review || decision.state == .failed {
                report.problems.append(
                    RunReport.Problem(
                        reference: decision.reference, state: decision.state,
                        code: decision.reason, text: decision.text))
            }
        }
        try await send(batch.plans(), decided)
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
        var first = now
        for row in payments.rows where row.created.isPresent { first = min(first, row.created) }
        let match = settings.rules.match
        let zone = settings.rules.timeZone
        let start = zone.date(of: first).adding(days: -abs(match.windowFromDays)).parts.year
        let end = zone.date(of: now).adding(days: abs(match.windowToDays)).parts.year
        return try await ports.books.openItems(from: min(start, end), to: end)
    }

    /// Looks whether payments stand in the journals already, from two days before the first of
    /// them to two days after the books' own now.
    private func searchJournals(_ payments: PaymentTable) async throws -> ForwardedPayments {
        var forwarded = ForwardedPayments(of: payments)
        let now = try await ports.books.now()
        let twoDays: Int64 = 2 * 86_400_000
        var first = now
        for row in payments.rows where row.created.isPresent { first = min(first, row.created) }
        for journal in Set(settings.rules.templates.map(\.journal)).sorted() {
            let lines = try await ports.books.journalLines(
                journal, from: Instant(milliseconds: first.milliseconds - twoDays),
                to: Instant(milliseconds: now.milliseconds + twoDays))
            for line in lines {
                forwarded.note(
                    line.description.utf8,
                    of: .init(daybook: line.entry.daybook, number: line.entry.number))
            }
        }
        return forwarded
    }

    /// The items that entries on their way claim.
    private func claims(on items: OpenItemTable) throws -> [Int32: String] {
        var bySale: [SaleKey: String] = [:]
        for posting in try ports.ledger.postings(settings.connection) where posting.claimsSale {
            bySale[posting.sale] = posting.key.reference
        }
        guard !bySale.isEmpty else { return [:] }
        var claims: [Int32: String] = [:]
        for position in items.rows.indices {
            let key = SaleKey(of: items.rows[position], in: items)
            if let reference = bySale[key] { claims[Int32(position)] = reference }
        }
        return claims
    }
}

extension SaleKey {
    /// The key of an open item.
    init(of row: OpenItemRow, in items: OpenItemTable) {
        self.init(
            daybook: items.text(row.daybook), number: items.text(row.number),
            line: items.text(row.line))
    }
}
