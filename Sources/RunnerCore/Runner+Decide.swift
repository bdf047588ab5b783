internal import DomainModel
internal import RuleEngine

extension Runner {
    /// Decides what has no entry, and sends what is to be booked.
    func decideAndSend() async throws {
        let stored = try ports.ledger.undecided(settings.connection)
        guard stored.contains(where: \.isUndecided) else { return }
        let batch = try StoredBatch(stored)
        let past = try PastRules(
            batch.revisions(besides: settings.rules.revision), now: settings.rules,
            ports.pastRules)
        let inputs = try await inputs(of: batch, [settings.rules] + past.usable.values)
        let elsewhere = try ports.ledger.knownElsewhere(
            batch.stored.filter(\.isUndecided).map(\.reference), than: settings.connection)
        let known = DecisionBatch.Known(elsewhere: elsewhere, digest: ports.digest)
        let parts = batch.parts(inputs, now: settings.rules, past: past).map {
            DecisionBatch($0, stored: batch.stored, known: known)
        }
        let decisions = batch.undecidable(past, asOf: inputs.asOf) + parts.flatMap(\.decisions)
        try ports.ledger.keep(decisions, in: run, at: ports.now())
        for decision in decisions where decision.state != .due { tell(decision) }
        try await send(parts.flatMap(\.plans))
    }

    /// Reads the books for the payments, and keeps what was read.
    private func inputs(
        of batch: StoredBatch, _ rules: [CompiledRuleSet]
    ) async throws -> StoredBatch.Inputs {
        let now = try await ports.books.now()
        let first = JournalSearch.first(batch.payments, now: now)
        let years = rules.map { SaleYears(rules: $0, from: first, to: now) }
        let items = try await ports.books.openItems(
            from: years.map(\.first).min() ?? 0, to: years.map(\.last).max() ?? 0)
        let customers = try await ports.books.customers()
        let forwarded = try await JournalSearch.forwarded(
            batch.payments, rules: rules, in: ports.books, now: now)
        try ports.ledger.keep(
            items, customers, forwarded: entries(forwarded, batch.stored), in: run)
        let sales = items.rows.indices.map { SaleKey(of: items.rows[$0], in: items) }
        return StoredBatch.Inputs(
            items: items, customers: customers, asOf: now, connection: settings.connection,
            forwarded: forwarded,
            claims: try ports.ledger.claims(on: sales, inOfficeOf: settings.connection))
    }

    private func tell(_ decision: DecidedPayment) {
        report.count(decision.state, decision.amount)
        guard decision.state == .review || decision.state == .failed else { return }
        report.problems.append(
            RunReport.Problem(
                reference: decision.reference, state: decision.state, code: decision.reason,
                text: decision.text))
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
}
