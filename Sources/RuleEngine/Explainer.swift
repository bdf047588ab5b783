import ByteText
import DomainModel
import Wording

/// Tells why a payment was decided as it was: decides it again, the same way, with its reasons.
public struct Explainer: Sendable {
    private let engine: DecisionEngine
    private var decider: Decider
    private var builder: MemoBuilder
    private var evidence: EvidenceIndex?

    init(_ engine: DecisionEngine, forCards: Bool) {
        self.engine = engine
        decider = Decider(engine)
        builder = MemoBuilder(engine)
        evidence = forCards ? EvidenceIndex(engine.catalogue, engine.reader) : nil
    }

    /// The decision about the payment at a position of the input, as it was made in `run`.
    public mutating func decision(_ position: Int) -> Decision {
        var trace = Trace(isOn: true)
        return decide(position, &trace)
    }

    /// The decision with all that was held against the payment, and what would change it.
    public mutating func card(_ position: Int) -> MatchCard {
        var trace = Trace(isOn: true)
        var decision = decide(position, &trace)
        let row = engine.payments.rows[position]
        var card = MatchCard(
            decision: decision,
            bookingDate: decision.verdict.rule == nil ? nil : decision.verdict.date,
            rules: decision.verdict.rule == nil
                ? [] : decider.select.trials(row, in: engine.payments, of: engine.rules.select),
            number: nil, email: "", looksForSale: trace.search != nil, sales: [], salesTotal: 0,
            crowds: [],
            lead: nil)
        guard let (subject, number) = trace.search else { return card }
        card.number = self.number(number, of: row, at: position)
        card.email = engine.payments.text(subject.email)
        let seen = Set(decision.candidates.map(\.item))
        let evidence = self.evidence ?? EvidenceIndex(engine.catalogue, engine.reader)
        self.evidence = evidence
        let found = evidence.find(subject, number, engine.payments)
        card.crowds = found.crowds
        let pair = trace.pair.map { [$0.first, $0.second] } ?? []
        let further = found.items.union(pair).subtracting(seen).sorted()
        decision.candidates += decider.finder.judge(
            further, subject, number, usedAt: engine.usedAt)
        let finder = MissFinder(engine: engine, subject: subject, number: number)
        let ordered = CandidateOrder(engine.rules.match, engine.items).sorted(decision.candidates)
        let sales = ordered.map { candidate in
            let row = engine.items.rows[candidate.item]
            return SaleTrial(
                candidate: candidate, foundBy: foundBy(candidate, number),
                isLoose: candidate.number == .same && weakNumber.isLoose(number, row),
                misses: finder.misses(of: candidate))
        }
        card.salesTotal = sales.count
        card.sales = Array(sorted(sales, decision.verdict).prefix(DecisionJSON.candidatesMaximum))
        card.decision.candidates = card.sales.map(\.candidate)
        card.lead = lead(card)
        return card
    }

    private mutating func decide(_ position: Int, _ trace: inout Trace) -> Decision {
        let verdict = decider.decide(
            position, usedAt: engine.usedAt, pairs: engine.pairs, trace: &trace)
        var warnings: [Decision.Remark] = []
        if verdict.outcome == .book, let memo = try? builder.build(position, verdict) {
            builder.recycle(memo)
            warnings = builder.remarks.warnings + difference(position, verdict)
        }
        return Decision(
            payment: position, verdict: verdict, reasons: trace.reasons, warnings: warnings,
            candidates: CandidateOrder(engine.rules.match, engine.items)
                .sorted(trace.candidates))
    }

    /// A payment that is booked within a tolerance.
    private func difference(_ position: Int, _ verdict: Verdict) -> [Decision.Remark] {
        guard let item = verdict.item else { return [] }
        let payment = engine.payments.rows[position]
        let open = engine.items.rows[Int(item)].openValue
        guard payment.amount != open else { return [] }
        let paid = Phrase.amount(payment.amount, payment.currency)
        let owed = Phrase.amount(open, payment.currency)
        return [
            Decision.Remark(
                code: "difference_booked",
                phrase: Phrase(
                    en: "paid \(paid.en) on an open amount of \(owed.en): the rules allow it, and a"
                        + " line of the template takes the difference",
                    nl: "betaald \(paid.nl) op een open bedrag van \(owed.nl): de regels staan het"
                        + " toe, en een regel van de boeking neemt het verschil"))
        ]
    }

    private func number(
        _ number: PaymentNumber, of row: PaymentRow, at position: Int
    ) -> MatchCard.Number? {
        guard number.isPresent else { return nil }
        let isOwn = engine.rules.orderNumber.inPayment.contains { $0.slice(row).isPresent }
        let lender = isOwn ? nil : decider.lender(position)
        func text(_ form: NumberForm) -> String { String(decoding: form.bytes, as: UTF8.self) }
        return MatchCard.Number(
            text: engine.payments.text(number.text), compared: text(number.form),
            aliases: number.aliases.map(text),
            second: engine.payments.text(number.disagreeing),
            lender: lender.map { engine.payments.text($0.reference) } ?? "",
            isDoubtful: number.isDoubtful)
    }

    private var weakNumber: WeakNumber {
        WeakNumber(items: engine.items, payments: engine.payments, reader: engine.reader)
    }

    private func foundBy(_ candidate: Candidate, _ number: PaymentNumber) -> [SaleTrial.Evidence] {
        var found: [SaleTrial.Evidence] = []
        if [.same, .alias, .contained].contains(candidate.number) {
            found.append(.orderNumber)
        } else if weakNumber.hasDigits(number, engine.items.rows[candidate.item]) {
            found.append(.similarNumber)
        }
        if candidate.amount == .equalsOpen, !candidate.obstacles.contains(.currency) {
            found.append(.amount)
        }
        if candidate.email == .same { found.append(.email) }
        return found
    }

    /// The sale that is booked, then those that lead somewhere, then those nearest to it.
    private func sorted(_ sales: [SaleTrial], _ verdict: Verdict) -> [SaleTrial] {
        func grade(_ sale: SaleTrial) -> Int {
            if let item = verdict.item, Int(item) == sale.candidate.item { return 0 }
            switch sale.candidate.then(engine.rules.match) {
            case .book: return 1
            case .review: return 2
            default: return 3 + sale.misses.count
            }
        }
        return sales.enumerated()
            .sorted { (grade($0.element), $0.offset) < (grade($1.element), $1.offset) }
            .map(\.element)
    }

    private func lead(_ card: MatchCard) -> Phrase? {
        guard card.decision.verdict.item != nil else { return nil }
        guard card.sales.count > 1, let miss = card.sales[1].misses.first else {
            return card.crowds.isEmpty
                ? Phrase(
                    en: "no other sale shares its order number, its amount or the payer's address",
                    nl: "geen andere verkoop deelt bestelnummer, bedrag of het adres van de betaler"
                )
                : Phrase(
                    en: "no other sale shares its order number",
                    nl: "geen andere verkoop deelt het bestelnummer")
        }
        let sentence = SaleSentence(items: engine.items, payments: engine.payments)
        return Phrase(en: "the next best is ", nl: "de eerstvolgende is ")
            + sentence.name(card.sales[1].candidate.item) + Phrase(": ") + miss.phrase
    }
}
