import ByteText
import DomainModel
import Wording

/// Weighs the candidates of one payment and says what becomes of it.
struct SaleFinder {
    private let rules: MatchRule
    private let disagreement: Outcome
    private let payments: PaymentTable
    private let order: [Int32]
    private let claimed: [Int32: String]
    private var matcher: Matcher
    private var candidates: [Candidate] = []
    private var pairs: PairFinder
    private let counters: CounterEntryFinder

    var items: OpenItemTable { matcher.catalogue.items }

    init(_ engine: DecisionEngine) {
        rules = engine.rules.match
        disagreement = engine.rules.orderNumber.ifTheyDisagree
        payments = engine.payments
        order = engine.order
        claimed = engine.claimed
        matcher = Matcher(
            rules: engine.rules, catalogue: engine.catalogue, payments: engine.payments,
            reader: engine.reader)
        counters = CounterEntryFinder(engine.catalogue, engine.reader)
        pairs = PairFinder(engine.rules.match, engine.catalogue, engine.payments)
    }

    /// Begins a payment; `index` is that of all payments, if it is there.
    mutating func begin(_ index: PairIndex?, mayMissIndex: Bool) {
        matcher.asked.removeAll(keepingCapacity: true)
        pairs.asked.removeAll(keepingCapacity: true)
        if let index { pairs.index = index }
        pairs.mayMissIndex = mayMissIndex
        pairs.missedIndex = false
    }

    /// Whether the decision lacks the index of pairs.
    var missedIndex: Bool { pairs.missedIndex }

    /// The sales of which it was asked whether a payment took them.
    func appendAsked(to list: inout [Int32]) {
        list += matcher.asked
        list += pairs.asked
    }

    /// Finds the sale of a payment, or the reason why there is none to book on.
    mutating func find(
        _ subject: Matcher.Subject, _ number: PaymentNumber, isLate: Bool,
        deadline: CalendarDate, usedAt: [Int32], _ verdict: inout Verdict, _ trace: inout Trace
    ) {
        matcher.collect(subject, number, usedAt: usedAt, into: &candidates)
        trace.keep(candidates, subject, number)
        let bookable = candidates.filter { $0.then(rules) == .book }
        if number.disagreeing.isPresent,
            bookable.count != 1 || !matcher.bearsBoth(bookable[0], number)
        {
            settleDisagreement(subject, number, usedAt, &verdict, &trace)
        } else if matcher.isCrowded {
            settle(&verdict, rules.severalFit, .severalFit) { sentence in
                trace.reason(.severalFit, sentence.crowd)
            }
        } else if bookable.count == 1 {
            if let counter = counterEntry(of: bookable[0]) {
                return settle(&verdict, rules.alreadyPaidSale, .alreadyPaid) { sentence in
                    trace.reason(.alreadyPaid, sentence.settled(bookable[0], by: counter))
                }
            }
            if let counter = counters.find(of: items.rows[bookable[0].item], paidAs: number) {
                return settle(&verdict, rules.alreadyPaidSale, .alreadyPaid) { sentence in
                    let entry = matcher.candidate(counter)
                    trace.reason(.alreadyPaid, sentence.settled(bookable[0], by: entry))
                }
            }
            if let rival = rival(of: bookable[0], number) {
                return settle(&verdict, rules.severalFit, .severalFit) { sentence in
                    trace.reason(.severalFit, sentence.rival(rival, of: bookable[0]))
                }
            }
            verdict.outcome = .book
            verdict.item = Int32(bookable[0].item)
        } else if !bookable.isEmpty {
            settle(&verdict, rules.severalFit, .severalFit) { sentence in
                trace.reason(.severalFit, sentence.several(sorted(bookable)))
            }
        } else if matcher.sharesNumber, !candidates.contains(where: { $0.row != nil }) {
            settle(&verdict, .review, .amountDiffers) { sentence in
                trace.reason(.amountDiffers, sentence.crowdOfOtherAmounts)
            }
        } else {
            settleWithoutBooking(subject, number, isLate, deadline, usedAt, &verdict, &trace)
        }
    }

    /// The payment names two numbers: of two sales that it pays together, or a person must see.
    private mutating func settleDisagreement(
        _ subject: Matcher.Subject, _ number: PaymentNumber, _ usedAt: [Int32],
        _ verdict: inout Verdict, _ trace: inout Trace
    ) {
        let pair = pairs.find(subject, candidates, usedAt: usedAt)
        trace.keep(pair)
        settle(&verdict, disagreement, pair == nil ? .numbersDisagree : .twoSales) { sentence in
            if let pair { trace.reason(.twoSales, sentence.pair(pair, subject.row)) }
            trace.reason(.numbersDisagree, sentence.disagree(number))
        }
    }

    /// Nothing can be booked: two sales at once, weak evidence, or none at all.
    private mutating func settleWithoutBooking(
        _ subject: Matcher.Subject, _ number: PaymentNumber, _ isLate: Bool,
        _ deadline: CalendarDate, _ usedAt: [Int32], _ verdict: inout Verdict,
        _ trace: inout Trace
    ) {
        let pair = pairs.find(subject, candidates, usedAt: usedAt)
        trace.keep(pair)
        if let pair {
            settle(&verdict, .review, .twoSales) { sentence in
                trace.reason(.twoSales, sentence.pair(pair, subject.row))
            }
        }
        candidates = sorted(candidates, forText: trace.isOn)
        let reviewable = candidates.filter { $0.then(rules) == .review }
        if let first = reviewable.first {
            verdict.outcome = .review
            verdict.reason = pair == nil ? Self.weakness(first) : .twoSales
            for candidate in reviewable.prefix(20) {
                trace.reason(
                    Self.weakness(candidate), sentence.weakness(candidate, subject.row, number))
            }
        } else if pair == nil {
            settleWithoutFit(subject, number, isLate, deadline, usedAt, &verdict, &trace)
        }
    }

    /// A sale with the same number that leaves doubt about the one that could be booked.
    ///
    /// Its customer has the payer's address and the other customer has none; its number is nearer;
    /// or it is a closed sale of the same amount to another customer, which may have been paid.
    private mutating func rival(of sale: Candidate, _ number: PaymentNumber) -> Candidate? {
        guard sale.number == .same || sale.number == .alias else { return nil }
        guard candidates.count > 1 else { return nil }
        let row = items.rows[sale.item]
        var nearness: NumberNearness?
        for other in candidates where other.item != sale.item {
            guard other.obstacles.isDisjoint(with: [.credit, .daybook, .office]),
                other.number == .same || other.number == .contained
            else { continue }
            let otherNearness = matcher.nearness(other, number)
            guard other.number == .same || otherNearness.rank < 4 else { continue }
            if sale.email == .notGiven, other.email == .same { return other }
            let otherRow = items.rows[other.item]
            let isOfAnother =
                !items.texts[otherRow.customer].elementsEqual(items.texts[row.customer])
            if other.obstacles == .closed, otherRow.value == row.openValue, isOfAnother {
                return other
            }
            let near =
                nearness
                ?? (sale.number == .alias
                    ? NumberNearness(rank: 4, written: number.form)
                    : matcher.nearness(sale, number))
            nearness = near
            if otherNearness.contests(near, isOfAnother: isOfAnother) { return other }
        }
        return nil
    }

    private func sorted(_ candidates: [Candidate], forText: Bool = true) -> [Candidate] {
        CandidateOrder(rules, items).sorted(candidates, byKey: forText)
    }

    /// The entry of the same number and customer that takes back all that is open of a sale: a
    /// credit note, or a payment that was booked and not reconciled.
    private func counterEntry(of sale: Candidate) -> Candidate? {
        guard candidates.count > 1 else { return nil }
        let row = items.rows[sale.item]
        let found = candidates.filter { other in
            let counter = items.rows[other.item]
            return other.obstacles.contains(.credit) && !other.obstacles.contains(.office)
                && [.same, .alias].contains(other.number)
                && counter.currency == row.currency
                && items.texts[counter.customer].elementsEqual(items.texts[row.customer])
                && (sale.obstacles.contains(.closed)
                    || !other.obstacles.contains(.closed)
                        && counter.openValue <= -row.openValue)
        }
        return sorted(found).first
    }

    /// Holds further sales against the payment that was looked at last.
    mutating func judge(
        _ items: [Int], _ subject: Matcher.Subject, _ number: PaymentNumber, usedAt: [Int32]
    ) -> [Candidate] {
        items.map { matcher.judge($0, subject, number, usedAt: usedAt) }
    }

    private var sentence: SaleSentence {
        SaleSentence(items: items, payments: payments, reader: matcher.reader)
    }

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
            return settle(&verdict, .review, .saleUsed) { sentence in
                let rank = usedAt[used.item]
                let taker =
                    rank < 0
                    ? claimed[Int32(used.item)] ?? ""
                    : payments.text(payments.rows[Int(order[Int(rank)])].reference)
                trace.reason(.saleUsed, sentence.used(used, by: taker))
            }
        }
        if let other = candidates.first(where: { $0.row != nil && $0.obstacles == .currency }) {
            return settle(&verdict, .error, .currencyDiffers) { sentence in
                trace.reason(.currencyDiffers, sentence.currency(other, subject.row))
            }
        }
        let paid = candidates.first {
            [.same, .alias].contains($0.number) && $0.obstacles.contains(.closed)
                && $0.obstacles.isSubset(of: [.closed, .dated, .used])
        }
        if let paid {
            return settle(&verdict, rules.alreadyPaidSale, .alreadyPaid) { sentence in
                let counter = trace.isOn ? counterEntry(of: paid) : nil
                trace.reason(.alreadyPaid, sentence.alreadyPaid(paid, by: counter))
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
