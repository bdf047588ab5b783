internal import ByteText
internal import DomainModel
internal import RuleEngine

/// What an engine decided, as the ledger keeps it and as entries to send.
struct DecisionBatch {
    private let engine: DecisionEngine
    private let stored: [StoredPayment]
    private var explainer: Explainer
    private var builder: MemoBuilder
    /// By position: the verdict that holds, with the sale that a person chose.
    private var verdicts: [Verdict]
    private var held: Set<Int> = []

    init(_ engine: DecisionEngine, stored: [StoredPayment]) {
        self.engine = engine
        self.stored = stored
        explainer = engine.explainer(forCards: true)
        builder = MemoBuilder(engine)
        verdicts = engine.verdicts
    }

    /// The decisions about what is undecided, in order of the input.
    mutating func decisions(knownElsewhere: Set<String>) -> [DecidedPayment] {
        let json = DecisionJSON(engine)
        return stored.indices.compactMap { position -> DecidedPayment? in
            guard stored[position].isUndecided else {
                held.insert(position)
                return nil
            }
            let card = explainer.card(position)
            var writer = JSONWriter()
            json.write(card, to: &writer)
            var decided = decision(card.decision, position, json: writer.bytes)
            if decided.state == .due, knownElsewhere.contains(decided.reference) {
                held.insert(position)
                decided.state = .review
                decided.reason = "known_elsewhere"
                decided.text = "another connection knows this payment too"
                decided.sale = nil
            }
            return decided
        }
    }

    /// The entries of what is to be booked, in order of (created, reference).
    mutating func plans() -> [PostingPlan] {
        engine.order.compactMap { position -> PostingPlan? in
            let position = Int(position)
            guard !held.contains(position), verdicts[position].outcome == .book else { return nil }
            return plan(position)
        }
    }

    private func decision(
        _ decision: Decision, _ position: Int, json: [UInt8]
    ) -> DecidedPayment {
        let row = engine.payments.rows[position]
        let verdict = decision.verdict
        let first = decision.reasons.first
        return DecidedPayment(
            reference: stored[position].reference, state: state(verdict),
            reason: first?.code ?? "", text: first?.text ?? "", amount: row.amount,
            currency: row.currency.text,
            sale: verdict.item.map {
                SaleKey(of: engine.items.rows[Int($0)], in: engine.items)
            },
            rule: verdict.rule.map { engine.rules.select[Int($0)].id } ?? "", json: json)
    }

    private func state(_ verdict: Verdict) -> PaymentState {
        switch verdict.outcome {
        case .book: .due
        case .review: .review
        case .wait: verdict.reason == .notFinal ? .open : .waiting
        case .skip: .skipped
        case .error: .failed
        }
    }

    private mutating func plan(_ position: Int) -> PostingPlan? {
        let verdict = verdicts[position]
        guard let item = verdict.item, let template = verdict.template,
            let memo = try? builder.build(position, verdict)
        else { return nil }
        let sale = engine.items.rows[Int(item)]
        let row = engine.payments.rows[position]
        let compiled = engine.rules.templates[Int(template)]
        let entry = memo.content
        let saleLine = compiled.reconcile.map { entry.lines[min($0.line, entry.lines.count - 1)] }
        guard let payment = entry.lines.first(where: { $0.side == .debit }),
            let credit = saleLine ?? entry.lines.first(where: { $0.side == .credit })
        else { return nil }
        let posting = Posting(
            key: PostingKey(
                connection: engine.connection ?? "", reference: stored[position].reference),
            attempt: 1, digest: "", revision: engine.rules.revision, journal: entry.journal,
            sale: SaleKey(of: sale, in: engine.items), saleOpen: sale.openValue,
            suspenseAccount: entry.texts.string(payment.account),
            debtorAccount: entry.texts.string(credit.account),
            customer: entry.texts.string(credit.customer),
            invoiceNumber: entry.texts.string(payment.invoiceNumber), amount: payment.amount,
            currency: entry.currency, matchDate: matchDate(compiled, verdict.date, sale.date),
            created: row.created)
        return PostingPlan(memo: memo, posting: posting)
    }

    private func matchDate(
        _ template: CompiledTemplate, _ paid: CalendarDate, _ sale: CalendarDate
    ) -> CalendarDate? {
        switch template.reconcile?.date {
        case nil: nil
        case .paidOn: paid
        case .saleDate: sale
        case .later: max(paid, sale)
        }
    }
}
