internal import ByteText
public import DomainModel
internal import RecordReading
public import RuleEngine

/// Payments of the ledger with what their decisions rest on.
///
/// Those that a person wants to be decided by the rules of then are decided first, each revision by
/// itself, in the order in which the ledger knows its first payment; then all others by the rules
/// of now. A sale that one part takes is taken for the parts behind it. Within a part the order is
/// that of (created, reference).
public struct StoredBatch: Sendable {
    /// What is known beside the payments.
    public struct Inputs: Sendable {
        /// The lines of customers.
        public var items: OpenItemTable
        /// The customers.
        public var customers: CustomerTable
        /// The moment of deciding.
        public var asOf: Instant
        /// The connection.
        public var connection: String
        /// What stands in the books already.
        public var forwarded: ForwardedPayments
        /// By sale: the reference of the payment whose entry claims it.
        public var claims: [SaleKey: String]

        /// Puts them together.
        public init(
            items: OpenItemTable, customers: CustomerTable, asOf: Instant, connection: String,
            forwarded: ForwardedPayments, claims: [SaleKey: String]
        ) {
            self.items = items
            self.customers = customers
            self.asOf = asOf
            self.connection = connection
            self.forwarded = forwarded
            self.claims = claims
        }
    }

    /// The payments of one revision of the rules, decided.
    public struct Part: Sendable {
        /// The engine; it knows all payments of the batch, and has decided.
        public let engine: DecisionEngine
        /// The positions of the payments that it is about.
        public let positions: [Int]
    }

    /// As the ledger gave them.
    public let stored: [StoredPayment]
    /// The same, as engines read them.
    public let payments: PaymentTable

    /// Reads the records of payments; throws a `RecordFault` for what is no record.
    public init(_ stored: [StoredPayment]) throws {
        var reader = PaymentReader()
        for payment in stored {
            try (payment.json + [0x0A]).withUnsafeBytes { try reader.feed($0) }
        }
        self.stored = stored
        payments = try stored.isEmpty ? PaymentTable() : reader.finish()
    }

    /// The revisions that people asked for beside the rules of now, in the order of deciding.
    public func revisions(besides now: String) -> [String] {
        var found: [String] = []
        for payment in stored where payment.isUndecided {
            guard let revision = payment.rulesOfThen, revision != now, !found.contains(revision)
            else { continue }
            found.append(revision)
        }
        return found
    }

    /// The positions of the payments that are to be decided by a revision.
    func positions(of revision: String, now: String) -> [Int] {
        stored.indices.filter {
            stored[$0].isUndecided && (stored[$0].rulesOfThen ?? now) == revision
        }
    }

    /// What stands in the books, by the findings that the ledger keeps.
    public func forwarded(_ found: [ForwardedEntry]) -> ForwardedPayments {
        var forwarded = ForwardedPayments(of: payments)
        for found in found {
            forwarded.note(
                found.reference.utf8,
                of: .init(daybook: found.entry.daybook, number: found.entry.number))
        }
        return forwarded
    }

    /// Decides the payments, each by its rules.
    ///
    /// A payment whose rules of then cannot be used is in no part, and takes no sale.
    public func parts(
        _ inputs: Inputs, now: CompiledRuleSet, past: PastRules = PastRules(),
        crew: Crew = .alone
    ) -> [Part] {
        var claims = inputs.claims
        var parts: [Part] = []
        let revisions = revisions(besides: now.revision)
        for revision in revisions {
            guard let rules = past.usable[revision] else { continue }
            let positions = positions(of: revision, now: now.revision)
            let others = Set(stored.indices.map { Int32($0) })
                .subtracting(positions.map { Int32($0) })
            let engine = engine(rules, inputs, claims, bystanders: others, crew)
            for (sale, taker) in taken(by: positions, engine) { claims[sale] = taker }
            parts.append(Part(engine: engine, positions: positions))
        }
        let positions = positions(of: now.revision, now: now.revision)
        let decidedElsewhere = revisions.flatMap { self.positions(of: $0, now: now.revision) }
        let engine = engine(
            now, inputs, claims, bystanders: Set(decidedElsewhere.map { Int32($0) }), crew)
        parts.append(Part(engine: engine, positions: positions))
        return parts
    }

    private func engine(
        _ rules: CompiledRuleSet, _ inputs: Inputs, _ claims: [SaleKey: String],
        bystanders: Set<Int32>, _ crew: Crew
    ) -> DecisionEngine {
        var engine = DecisionEngine(
            rules: rules, payments: payments, items: inputs.items, customers: inputs.customers,
            asOf: inputs.asOf, connection: inputs.connection, forwarded: inputs.forwarded,
            claimed: Self.positions(of: claims, in: inputs.items), bystanders: bystanders,
            crew: crew)
        engine.run()
        return engine
    }

    /// The sales that payments take, by their rules or because a person chose them.
    private func taken(by positions: [Int], _ engine: DecisionEngine) -> [SaleKey: String] {
        var choices: SaleChoices?
        var taken: [SaleKey: String] = [:]
        for position in positions {
            let verdict = engine.verdicts[position]
            var sale: SaleKey?
            if let choice = stored[position].choice, verdict.outcome != .skip {
                let known = choices ?? SaleChoices(engine)
                choices = known
                if case .success = known.verdict(verdict, choice, position) { sale = choice }
            } else if verdict.outcome == .book, let item = verdict.item {
                sale = SaleKey(of: engine.items.rows[Int(item)], in: engine.items)
            }
            if let sale { taken[sale] = stored[position].reference }
        }
        return taken
    }

    /// Claims by the positions of their items.
    public static func positions(
        of claims: [SaleKey: String], in items: OpenItemTable
    ) -> [Int32: String] {
        guard !claims.isEmpty else { return [:] }
        var positions: [Int32: String] = [:]
        for position in items.rows.indices {
            let key = SaleKey(of: items.rows[position], in: items)
            if let reference = claims[key] { positions[Int32(position)] = reference }
        }
        return positions
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
