import ByteText
import DomainModel
import Wording

/// Decides one payment at a time.
///
/// Each step either settles it or hands it to the next.
struct Decider {
    private let rules: CompiledRuleSet
    private let payments: PaymentTable
    private let links: PaymentLinks
    let select: BoundSelect
    private let rank: [Int32]
    private let asOf: Instant
    private let forwarded: ForwardedPayments
    private let accounts: AccountLookup
    private let reader: NumberReader
    private let finalStatuses: [WordID]
    private let successStatus: WordID?
    private let failedStatus: WordID?
    private let moneyBackTypes: [WordID]
    /// By template: whether its texts must be built to know that they fit.
    private let mayFail: [Bool]
    var finder: SaleFinder
    private var number = PaymentNumber()
    private var builder: MemoBuilder

    init(_ engine: DecisionEngine) {
        rules = engine.rules
        payments = engine.payments
        links = engine.links
        select = BoundSelect(engine.rules.select, words: engine.payments.words)
        rank = engine.rank
        asOf = engine.asOf
        forwarded = engine.forwarded
        accounts = AccountLookup(engine.rules.accounts, words: engine.payments.words)
        reader = engine.reader
        finalStatuses = ["success", "failed"].compactMap { engine.payments.words.find($0) }
        successStatus = engine.payments.words.find("success")
        failedStatus = engine.payments.words.find("failed")
        moneyBackTypes = ["refund", "credit", "autorefund", "chargeback", "reversal"]
            .compactMap { engine.payments.words.find($0) }
        mayFail = engine.rules.templates.map(\.mayFail)
        finder = SaleFinder(engine)
        builder = MemoBuilder(engine)
    }

    /// Decides the payment at a position of the input.
    ///
    /// With `mayMissIndex`, a decision that needs the index of pairs is made without it when there
    /// is none, and `missedIndex` says so.
    mutating func decide(
        _ position: Int, usedAt: [Int32], pairs: PairIndex? = nil, mayMissIndex: Bool = false,
        trace: inout Trace
    ) -> Verdict {
        finder.begin(pairs, mayMissIndex: mayMissIndex)
        if let verdict = judgeRecord(position, &trace) { return verdict }
        let row = payments.rows[position]
        let rule = select.firstApplying(to: row, in: payments)
        var verdict = Verdict(outcome: .error, rule: Int16(rule))
        let day = BookingDay(
            row, isFinal: finalStatuses.contains(row.status), rule: rules.bookingDate,
            zone: rules.timeZone)
        verdict.date = day.date
        if let outcome = judgePairing(position, row, day, &verdict, &trace) {
            verdict.outcome = outcome
            return verdict
        }
        switch rules.select[rule].action {
        case .outcome(let outcome, let code):
            if outcome == .review, isBeforeStart(day, &verdict, &trace) { return verdict }
            verdict.outcome = outcome
            verdict.reason = code
            trace.reason(code, Sentence.selected(code, by: rules.select[rule], row, payments))
        case .findSale(let template):
            findSale(position, row, day, template, usedAt: usedAt, &verdict, &trace)
        }
        return verdict
    }

    /// Whether the last decision lacks the index of pairs.
    var missedIndex: Bool { finder.missedIndex }

    /// The sales on whose being taken the last decision rests.
    func appendAsked(to list: inout [Int32]) { finder.appendAsked(to: &list) }

    /// The record itself: listed twice, contradicting itself, or defective.
    private func judgeRecord(_ position: Int, _ trace: inout Trace) -> Verdict? {
        let row = payments.rows[position]
        let finding: (Outcome, ReasonCode)? =
            switch links.standing[position] {
            case .conflict: (.error, .referenceConflict)
            case .duplicate: (.skip, .duplicate)
            case .superseded: (.skip, .superseded)
            case .counts:
                if row.defects.contains(.referenceMissing) {
                    (.error, .referenceMissing)
                } else if !row.defects.isDisjoint(with: .amount) {
                    (.error, .amountInvalid)
                } else if !row.defects.subtracting(harmlessDefects(row)).isEmpty {
                    (.error, .recordInvalid)
                } else {
                    nil
                }
            }
        guard let (outcome, code) = finding else { return nil }
        trace.reason(code, Sentence.record(code, row, payments))
        return Verdict(outcome: outcome, reason: code)
    }

    /// CCV's own example of a landing page lacks its currency; only the child's is booked.
    private func harmlessDefects(_ row: PaymentRow) -> PaymentDefects {
        BoundSelect.isLandingPageParent(row, payments.words) ? .currencyInvalid : []
    }

    /// A landing-page parent without its child, or a pair whose amounts differ.
    private func judgePairing(
        _ position: Int, _ row: PaymentRow, _ day: BookingDay, _ verdict: inout Verdict,
        _ trace: inout Trace
    ) -> Outcome? {
        guard let successStatus, row.status == successStatus,
            let finding = pairing(position, row, day, successStatus)
        else { return nil }
        if isBeforeStart(day, &verdict, &trace) { return verdict.outcome }
        verdict.reason = finding.code
        trace.reason(finding.code, finding.text())
        return finding.outcome
    }

    private typealias Finding = (outcome: Outcome, code: ReasonCode, text: () -> Phrase)

    private func pairing(
        _ position: Int, _ row: PaymentRow, _ day: BookingDay, _ successStatus: WordID
    ) -> Finding? {
        let key = Int32(position)
        let table = payments
        if links.unclear.contains(key) {
            return (.review, .landingPageUnclear, { Sentence.landingPageUnclear })
        }
        if let partner = links.child[key] ?? links.parent[key] {
            let other = payments.rows[Int(partner)]
            if other.status == successStatus, differ(row, other) {
                return (
                    rules.landingPage.amountsDiffer, .landingPageAmountsDiffer,
                    { Sentence.landingPageAmounts(row, other, table) }
                )
            }
            let isFailed = links.child[key] != nil && other.status == failedStatus
            guard isFailed else { return nil }
        } else if !BoundSelect.isLandingPageParent(row, payments.words) {
            return nil
        }
        var outcome = rules.landingPage.childMissing
        if outcome == .wait, asOf >= deadline(day) { outcome = rules.match.afterWaiting }
        let isThere = links.child[key] != nil
        return (
            outcome, .landingPageChildMissing,
            { isThere ? Sentence.childFailed(row, table) : Sentence.childMissing(row, table) }
        )
    }

    /// Whether the halves of a landing-page payment have other amounts or currencies.
    private func differ(_ row: PaymentRow, _ other: PaymentRow) -> Bool {
        row.amount != other.amount
            || row.currency != other.currency && row.currency.isPresent && other.currency.isPresent
    }

    private func isBeforeStart(
        _ day: BookingDay, _ verdict: inout Verdict, _ trace: inout Trace
    ) -> Bool {
        guard day.date < rules.bookFrom else { return false }
        verdict.outcome = .skip
        verdict.reason = .beforeStart
        trace.reason(
            .beforeStart, Sentence.beforeStart(day.date, rules.bookFrom))
        return true
    }

    private mutating func findSale(
        _ position: Int, _ row: PaymentRow, _ day: BookingDay, _ template: Int,
        usedAt: [Int32], _ verdict: inout Verdict, _ trace: inout Trace
    ) {
        if let (outcome, code) = neverBooked(row) {
            verdict.outcome = outcome
            verdict.reason = code
            let rule = rules.select[Int(verdict.rule ?? 0)]
            trace.reason(code, Sentence.selected(code, by: rule, row, payments))
            return
        }
        if isForwarded(position, &verdict, &trace) { return }
        if isBeforeStart(day, &verdict, &trace) { return }
        if day.isUncertain, let outcome = rules.bookingDate.lastUpdateInAnotherMonth {
            verdict.outcome = outcome
            verdict.reason = .dateUncertain
            trace.reason(.dateUncertain, Sentence.dateUncertain(row, rules.timeZone))
            return
        }
        guard accounts.position(row) != nil else {
            verdict.reason = .methodWithoutAccount
            trace.reason(.methodWithoutAccount, Sentence.noAccount(row, payments))
            return
        }
        let lender = self.lender(position)
        number.read(
            row, borrowing: lender, from: payments, rule: rules.orderNumber, reader: reader)
        let subject = Matcher.Subject(
            row: row, date: day.date, rank: rank[position],
            email: email(of: row, borrowing: lender))
        let isLate = asOf >= deadline(day)
        finder.find(
            subject, number, isLate: isLate, deadline: deadlineDate(day), usedAt: usedAt,
            &verdict, &trace)
        verdict.orderNumber = number.text
        guard verdict.outcome == .book, let item = verdict.item else { return }
        verdict.template = Int16(template)
        let sale = finder.items.rows[Int(item)]
        guard mayFail[template] || mayNotFit(row, sale) else { return }
        do {
            builder.recycle(try builder.build(position, verdict))
        } catch {
            verdict.outcome = .error
            verdict.item = nil
            verdict.template = nil
            verdict.reason = error.code
            trace.reason(error.code, error.text)
        }
    }

    /// Whether the books hold the payment, or its other half; twice is an error.
    private func isForwarded(
        _ position: Int, _ verdict: inout Verdict, _ trace: inout Trace
    ) -> Bool {
        let key = Int32(position)
        let halves = [key, links.parent[key], links.child[key]].compactMap(\.self)
        var entries: [ForwardedPayments.Entry] = []
        for entry in halves.flatMap({ forwarded.entries(of: $0) }) where !entries.contains(entry) {
            entries.append(entry)
        }
        guard !entries.isEmpty else { return false }
        verdict.outcome = entries.count == 1 ? .skip : .error
        let code = entries.count == 1 ? ReasonCode.alreadyForwarded : .bookedTwice
        verdict.reason = code
        trace.reason(code, Sentence.forwarded(entries))
        return true
    }

    /// What no rule can book: a landing page itself (its child is booked), money that goes back
    /// (CCV gives it a positive amount too), and what is not paid.
    private func neverBooked(_ row: PaymentRow) -> (Outcome, ReasonCode)? {
        if BoundSelect.isLandingPageParent(row, payments.words) {
            return (.skip, .landingPageParent)
        }
        if row.type != .absent, moneyBackTypes.contains(row.type) { return (.review, .moneyBack) }
        if row.status == successStatus { return nil }
        return row.status == failedStatus ? (.skip, .failedAtCCV) : (.wait, .notFinal)
    }

    /// Whether the texts must be built to know that they fit; nearly always plain lengths tell.
    private func mayNotFit(_ row: PaymentRow, _ sale: OpenItemRow) -> Bool {
        row.reference.count > 40 || exceedsTwinfield(sale)
            || !payments.texts.withBytes(row.reference) { $0.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
    }

    /// Whether a field of the sale is longer than Twinfield's own are; a file can hold anything.
    private func exceedsTwinfield(_ sale: OpenItemRow) -> Bool {
        sale.customer.count > 16 || sale.account.count > 16 || sale.daybook.count > 16
            || sale.number.count > 16 || sale.invoiceNumber.count > 40
            || sale.description.count > 40
    }

    /// The payer's address; of a landing-page child or a capture also that of the other half.
    private func email(of row: PaymentRow, borrowing lender: PaymentRow?) -> TextSlice {
        let own = EmailSource.find(row, in: payments, sources: rules.emailSources)
        guard !own.isPresent, let lender else { return own }
        return EmailSource.find(lender, in: payments, sources: rules.emailSources)
    }

    /// The record whose order number and description stand in: the parent of a landing-page
    /// child, or the original of a capture (and then its parent, if it has one).
    func lender(_ position: Int) -> PaymentRow? {
        if let parent = links.parent[Int32(position)] { return payments.rows[Int(parent)] }
        let row = payments.rows[position]
        guard row.originalReference.isPresent,
            let original = links.find(row.originalReference), original != position,
            links.standing[original] != .conflict
        else { return nil }
        var lent = payments.rows[original]
        if let parent = links.parent[Int32(original)] {
            let parentRow = payments.rows[Int(parent)]
            if !lent.merchantOrderReference.isPresent {
                lent.merchantOrderReference = parentRow.merchantOrderReference
            }
            if !lent.description.isPresent { lent.description = parentRow.description }
        }
        return lent
    }

    private func deadlineDate(_ day: BookingDay) -> CalendarDate {
        day.date.adding(days: rules.match.waitAtMostDays)
    }

    /// Midnight, so many calendar days after the booking date, where the rules' zone holds.
    private func deadline(_ day: BookingDay) -> Instant {
        rules.timeZone.startOfDay(deadlineDate(day))
    }
}
