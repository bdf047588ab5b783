import ByteText
import DomainModel

/// Weighs the candidates of one payment and says what becomes of it.
struct SaleFinder {
    private let rules: MatchRule
    private let disagreement: Outcome
    private let payments: PaymentTable
    private let order: [Int32]
    private var matcher: Matcher
    private var candidates: [Candidate] = []

    var items: OpenItemTable { matcher.catalogue.items }

    init(_ engine: DecisionEngine) {
        rules = engine.rules.match
        disagreement = engine.rules.orderNumber.ifTheyDisagree
        payments = engine.payments
        order = engine.order
        matcher = Matcher(
            rules: engine.rules, catalogue: engine.catalogue, payments: engine.payments,
            reader: engine.reader)
    }

    /// Finds the sale of a payment, or the reason why there is none to book on.
    mutating func find(
        _ subject: Matcher.Subject, _ number: PaymentNumber, isLate: Bool,
        deadline: CalendarDate, usedAt: [Int32], _ verdict: inout Verdict, _ trace: inout Trace
    ) {
        matcher.collect(subject, number, usedAt: usedAt, into: &candidates)
        trace.keep(candidates)
        if number.disagreeing.isPresent {
            return settle(&verdict, disagreement, .numbersDisagree) { sentence in
                trace.reason(.numbersDisagree, sentence.disagree(number))
            }
        }
        let bookable = candidates.filter { $0.then(rules) == .book }
        if bookable.count == 1 {
            verdict.outcome = .book
            verdict.item = Int32(bookable[0].item)
            return
        }
        candidates = CandidateOrder(rules, items).sorted(candidates)
        if bookable.count > 1 {
            let bookable = candidates.filter { $0.then(rules) == .book }
            return settle(&verdict, rules.severalFit, .severalFit) { sentence in
                trace.reason(.severalFit, sentence.several(bookable))
            }
        }
        let reviewable = candidates.filter { $0.then(rules) == .review }
        if !reviewable.isEmpty {
            verdict.outcome = .review
            verdict.reason = Self.weakness(reviewable[0])
            for candidate in reviewable.prefix(20) {
                trace.reason(
                    Self.weakness(candidate), sentence.weakness(candidate, subject.row))
            }
            return
        }
        settleWithoutFit(subject, number, isLate, deadline, usedAt, &verdict, &trace)
    }

    private var sentence: SaleSentence { SaleSentence(items: items, payments: payments) }

    private func settle(
        _ verdict: inout Verdict, _ outcome: Outcome, _ code: ReasonCode,
        _ explain: (SaleSentence) -> Void
    ) {
        verdict.outcome = outcome
        verdict.reason = code
        explain(sentence)
    }

    /// Says why no sale can be paid: taken, in another currency, closed, or none there yet.
    private func settleWithoutFit(
        _ subject: Matcher.Subject, _ number: PaymentNumber, _ isLate: Bool,
        _ deadline: CalendarDate, _ usedAt: [Int32], _ verdict: inout Verdict,
        _ trace: inout Trace
    ) {
        if let used = candidates.first(where: { $0.row != nil && $0.obstacles == .used }) {
            let taker = order[Int(usedAt[used.item])]
            return settle(&verdict, .review, .saleUsed) { sentence in
                trace.reason(.saleUsed, sentence.used(used, by: payments.rows[Int(taker)]))
            }
        }
        if let other = candidates.first(where: { $0.row != nil && $0.obstacles == .currency }) {
            return settle(&verdict, .error, .currencyDiffers) { sentence in
                trace.reason(.currencyDiffers, sentence.currency(other, subject.row))
            }
        }
        let paid = candidates.first {
            $0.number == .same && $0.obstacles.contains(.closed)
                && $0.obstacles.isSubset(of: [.closed, .dated, .used])
        }
        if let paid {
            return settle(&verdict, rules.alreadyPaidSale, .alreadyPaid) { sentence in
                trace.reason(.alreadyPaid, sentence.alreadyPaid(paid))
            }
        }
        let code = isLate ? ReasonCode.noSale : .noSaleYet
        settle(&verdict, isLate ? rules.afterWaiting : .wait, code) { sentence in
            trace.reason(code, sentence.noSale(number, subject.row, isLate, deadline))
            for candidate in candidates.prefix(20) {
                trace.reason(.saleNotEligible, sentence.notEligible(candidate, rules))
            }
        }
    }

    /// Why a row with `review` does not trust a candidate, as a reason code.
    private static func weakness(_ candidate: Candidate) -> ReasonCode {
        if candidate.amount != .equalsOpen { return .amountDiffers }
        if candidate.number != .same { return .weakEvidence }
        if candidate.email == .differs { return .emailDiffers }
        return .weakEvidence
    }
}
