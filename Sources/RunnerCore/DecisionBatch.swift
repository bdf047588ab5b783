internal import ByteText
internal import DomainModel
internal import RuleEngine

/// What a part of a batch decided, as the ledger keeps it and as entries to send.
struct DecisionBatch {
    /// What is asked of the ledger before anything is sent.
    struct Known {
        /// The references that another connection knows too.
        var elsewhere: Set<String> = []
        /// The digest of a text.
        var digest: @Sendable (String) -> String
    }

    /// The decisions, in order of the input.
    private(set) var decisions: [DecidedPayment] = []
    /// The entries of what is to be booked, in order of (created, reference).
    private(set) var plans: [PostingPlan] = []

    private let engine: DecisionEngine
    private let known: Known
    private var builder: MemoBuilder
    private var choices: SaleChoices

    init(_ part: StoredBatch.Part, stored: [StoredPayment], known: Known) {
        let engine = part.engine
        self.engine = engine
        self.known = known
        builder = MemoBuilder(engine)
        choices = SaleChoices(engine)
        var explainer = engine.explainer(forCards: true)
        let json = DecisionJSON(engine, hasDutch: true)
        var planned: [Int: PostingPlan] = [:]
        for position in part.positions {
            let card = explainer.card(position)
            var writer = JSONWriter()
            json.write(card, to: &writer)
            var decided = decision(
                card.decision, position, stored[position].reference, json: writer.bytes)
            planned[position] = settle(&decided, stored[position], position)
            decisions.append(decided)
        }
        plans = engine.order.compactMap { planned[Int($0)] }
    }

    /// What the ledger and people say over the rules; gives the entry when it is still to be sent.
    private mutating func settle(
        _ decided: inout DecidedPayment, _ stored: StoredPayment, _ position: Int
    ) -> PostingPlan? {
        var verdict = engine.verdicts[position]
        if let choice = stored.choice, verdict.outcome != .skip {
            switch choices.verdict(verdict, choice, position) {
            case .success(let chosen):
                verdict = chosen
                decided.state = .due
                decided.sale = choice
            case .failure(let fault):
                decided.hold(.review, "choice_impossible", fault.text)
                return nil
            }
        }
        guard verdict.outcome == .book else { return nil }
        if known.elsewhere.contains(stored.reference) {
            decided.hold(.review, "known_elsewhere", "another connection knows this payment too")
            return nil
        }
        do throws(TextFault) {
            guard let plan = try plan(position, verdict, stored.reference) else {
                decided.hold(.failed, "text_unusable", "the template makes no entry of it")
                return nil
            }
            return plan
        } catch {
            decided.hold(
                .failed, error.code.rawValue, "a text of the entry cannot be written")
            return nil
        }
    }

    private func decision(
        _ decision: Decision, _ position: Int, _ reference: String, json: [UInt8]
    ) -> DecidedPayment {
        let row = engine.payments.rows[position]
        let verdict = decision.verdict
        let first = decision.reasons.first
        return DecidedPayment(
            reference: reference, state: state(verdict),
            reason: first?.code ?? "", text: first?.text ?? "", amount: row.amount,
            currency: row.currency.text,
            sale: verdict.item.map {
                SaleKey(of: engine.items.rows[Int($0)], in: engine.items)
            },
            rule: verdict.rule.map { engine.rules.select[Int($0)].id } ?? "", json: json,
            revision: engine.rules.revision)
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

    private mutating func plan(
        _ position: Int, _ verdict: Verdict, _ reference: String
    ) throws(TextFault) -> PostingPlan? {
        guard let item = verdict.item, let template = verdict.template else { return nil }
        let memo = try builder.build(position, verdict)
        let sale = engine.items.rows[Int(item)]
        let row = engine.payments.rows[position]
        let compiled = engine.rules.templates[Int(template)]
        let entry = memo.content
        let saleLine = compiled.reconcile.map { entry.lines[min($0.line, entry.lines.count - 1)] }
        guard let payment = entry.lines.first(where: { $0.side == .debit }),
            let credit = saleLine ?? entry.lines.first(where: { $0.side == .credit })
        else { return nil }
        let posting = Posting(
            key: PostingKey(connection: engine.connection ?? "", reference: reference),
            office: entry.office, attempt: 1, digest: known.digest(PostingPlan.text(entry)),
            revision: engine.rules.revision, journal: entry.journal,
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

extension DecidedPayment {
    /// Takes back that it is to be booked.
    fileprivate mutating func hold(_ state: PaymentState, _ reason: String, _ text: String) {
        self.state = state
        self.reason = reason
        self.text = text
        sale = nil
    }
}
