import ByteText
import DomainModel

/// Finds the sales that a payment may pay and holds each criterion against them.
struct Matcher {
    /// The payment to match, with what was read from it.
    struct Subject {
        var row: PaymentRow
        var date: CalendarDate
        var rank: Int32
        /// The payer's address, in the arena of the payments.
        var email: TextSlice
    }

    let rules: CompiledRuleSet
    let catalogue: ItemCatalogue
    let payments: PaymentTable
    let reader: NumberReader
    private let asksEveryIndex: Bool
    private let needsEmailIndex: Bool
    private let needsAmountIndex: Bool
    private var comparison: NumberComparison
    private var hits: [UInt32] = []
    /// The second number that the payment names, when it names two.
    private var other = PaymentNumber()
    /// By candidate: the series that was ignored in front of its number, 0 for none.
    private var series: [Int] = []
    /// More sales share what the payment says than `crowd`: it tells none of them apart.
    private(set) var isCrowded = false
    /// More sales share the number of the payment; only those of its amount were looked at.
    private(set) var sharesNumber = false
    /// The sales of which it was asked whether a payment took them.
    var asked: [Int32] = []
    /// By the hash of a number that a crowd shares: its sales by their open amount.
    private var crowds: [UInt64: HashIndex] = [:]

    /// What more sales share than this is no evidence for one of them; it also keeps the work of
    /// a payment bounded, however many sales have one number.
    static let crowd = 100

    init(
        rules: CompiledRuleSet, catalogue: ItemCatalogue, payments: PaymentTable,
        reader: NumberReader
    ) {
        self.rules = rules
        self.catalogue = catalogue
        self.payments = payments
        self.reader = reader
        comparison = NumberComparison(rules.orderNumber, catalogue.items, payments, reader)
        asksEveryIndex = rules.match.mayBookBeyondNumber
        needsEmailIndex = rules.match.needsEmailIndex
        needsAmountIndex = rules.match.needsAmountIndex
    }

    /// Fills `candidates` with the sales that may be paid, in order of the catalogue.
    ///
    /// Sales with the same number come first. Weaker evidence is looked for only when they leave
    /// nothing to book or review, as it could not change the outcome. `usedAt` says by item which
    /// payment took it, by rank; an item taken later is still free.
    mutating func collect(
        _ subject: Subject, _ number: PaymentNumber, usedAt: [Int32],
        into candidates: inout [Candidate]
    ) {
        hits.removeAll(keepingCapacity: true)
        comparison.reset()
        isCrowded = false
        sharesNumber = false
        findSameNumber(number, subject)
        if number.disagreeing.isPresent {
            other.take(secondOf: number, from: payments, reader: reader)
            findSameNumber(other, subject)
        }
        judgeHits(subject, number, usedAt, into: &candidates)
        if isCrowded { return candidates.removeAll(keepingCapacity: true) }
        if isSettled(candidates) { return }
        findWeakly(number)
        findBeyondNumber(subject, number)
        judgeHits(subject, number, usedAt, into: &candidates)
        // Zeros and gaps are forgiven only when no sale has the number itself, not even in a text.
        let isNamed = candidates.contains {
            [.same, .alias, .contained].contains($0.number)
        }
        if number.isPresent, !isNamed {
            findLoosely(number)
            if comparison.looseCount > 0 { judgeHits(subject, number, usedAt, into: &candidates) }
        }
        if isSettled(candidates) { return }
        findHinted(number)
        if !comparison.hints.isEmpty { judgeHits(subject, number, usedAt, into: &candidates) }
    }

    /// Whether a sale bears both numbers of a payment that names two.
    mutating func bearsBoth(_ candidate: Candidate, _ number: PaymentNumber) -> Bool {
        candidate.number == .same && !number.namesMany
            && comparison.bears(other, catalogue.items.rows[candidate.item])
    }

    private func isSettled(_ candidates: [Candidate]) -> Bool {
        !asksEveryIndex && candidates.contains { $0.then(rules.match) != nil }
    }

    private mutating func judgeHits(
        _ subject: Subject, _ number: PaymentNumber, _ usedAt: [Int32],
        into candidates: inout [Candidate]
    ) {
        candidates.removeAll(keepingCapacity: true)
        if hits.count > 1 {
            hits.sort()
            var kept = 1
            for index in 1..<hits.count where hits[index] != hits[kept - 1] {
                hits[kept] = hits[index]
                kept += 1
            }
            hits.removeLast(hits.count - kept)
        }
        series.removeAll(keepingCapacity: true)
        for index in hits.indices {
            candidates.append(judge(Int(hits[index]), subject, number, usedAt: usedAt))
            series.append(comparison.series)
        }
        if candidates.count > 1, reader.knowsSeries {
            settleRivals(subject, number, &candidates)
        }
    }

    /// A number that is equal only after ignoring a series is no proof beside a sale that has the
    /// number itself, nor beside one of another series.
    private func settleRivals(
        _ subject: Subject, _ number: PaymentNumber, _ candidates: inout [Candidate]
    ) {
        let isExact = candidates.indices.contains {
            candidates[$0].number == .same && series[$0] == number.series
        }
        var seen = 0
        var areSeveral = false
        for index in candidates.indices
        where candidates[index].number == .same && series[index] != 0 {
            areSeveral = areSeveral || seen != 0 && seen != series[index]
            seen = series[index]
        }
        for index in candidates.indices {
            guard candidates[index].number == .same, series[index] != number.series,
                isExact || areSeveral
            else { continue }
            candidates[index].number = .contained
            candidates[index].row = rowFitting(candidates[index], subject)
        }
    }

    private mutating func findSameNumber(_ number: PaymentNumber, _ subject: Subject) {
        guard number.isPresent else { return }
        addNumber(number.form.hash, subject)
        for alias in number.aliases { addNumber(alias.hash, subject) }
        guard number.isLong else { return }
        addNumber(number.last40.hash, subject)
        for first in [number.first40, number.first40Stripped] {
            addNumber(ItemCatalogue.hash(last40: number.last40, first40: first), subject)
        }
    }

    /// Takes the sales of a number; when a crowd shares it, only those of the payment's amount.
    private mutating func addNumber(_ hash: UInt64, _ subject: Subject) {
        if add(catalogue.byNumber, hash) { return }
        sharesNumber = true
        let byAmount = crowds[hash] ?? indexCrowd(hash)
        let amount = ByteHash.mix(UInt64(bitPattern: subject.row.amount))
        if !add(byAmount, amount) { isCrowded = true }
        // A credit note or payment that takes such a sale back has the opposite amount.
        add(byAmount, ByteHash.mix(UInt64(bitPattern: 0 &- subject.row.amount)))
    }

    /// Walks a crowd once, however many payments name its number.
    private mutating func indexCrowd(_ hash: UInt64) -> HashIndex {
        var byAmount = HashIndex(capacity: Self.crowd)
        catalogue.byNumber.forEach(hash) { item in
            let open = catalogue.items.rows[Int(item)].openValue
            byAmount.insert(ByteHash.mix(UInt64(bitPattern: open)), item)
        }
        crowds[hash] = byAmount
        return byAmount
    }

    /// Takes what an index has under a hash; nothing, and false, when a crowd has it.
    @discardableResult
    private mutating func add(_ index: HashIndex, _ hash: UInt64) -> Bool {
        let start = hits.count
        let overflow = index.first(hash) { item in
            hits.append(item)
            return hits.count - start > Self.crowd
        }
        guard overflow != nil else { return true }
        hits.removeLast(hits.count - start)
        return false
    }

    private mutating func findWeakly(_ number: PaymentNumber) {
        guard number.isPresent else { return }
        add(catalogue.byLastHalf, number.isLong ? number.last40.hash : number.form.hash)
        if number.isLong {
            add(catalogue.byNumber, number.first40.hash)
            add(catalogue.byNumber, number.first40Stripped.hash)
        }
        add(catalogue.byWord, number.form.hash)
    }

    /// The words of a payment whose number found nothing; a date or a phone number is no hint
    /// beside a number.
    private mutating func findHinted(_ number: PaymentNumber) {
        for slice in number.texts {
            payments.texts.withBytes(slice) { text in
                reader.forEachPiece(in: text) { piece in
                    if number.isPresent, LookAlike.isOther(text, piece) { return }
                    var hint = NumberForm()
                    hint.set(UnsafeBufferPointer(rebasing: text[piece]))
                    guard !hint.isEmpty, !(hint == number.form), comparison.hints.count < 20 else {
                        return
                    }
                    comparison.hints.append(hint)
                }
            }
        }
        for hint in comparison.hints {
            add(catalogue.byNumber, hint.hash)
            add(catalogue.byWord, hint.hash)
        }
    }

    private mutating func findLoosely(_ number: PaymentNumber) {
        let start = hits.count
        let loose = number.form.looseHashes
        add(catalogue.byLooseNumber, loose.zeros)
        if loose.gaps != loose.zeros { add(catalogue.byLooseNumber, loose.gaps) }
        comparison.looseCount = Set(hits[start...]).count
    }

    private mutating func findBeyondNumber(_ subject: Subject, _ number: PaymentNumber) {
        var isFound = true
        if needsEmailIndex, subject.email.isPresent {
            let hash = payments.texts.withBytes(subject.email) {
                ItemCatalogue.hash(email: $0, amount: subject.row.amount)
            }
            isFound = add(catalogue.byEmailAndAmount, hash)
        }
        if needsAmountIndex {
            let hash = ByteHash.mix(UInt64(bitPattern: subject.row.amount))
            isFound = add(catalogue.byAmount, hash) && isFound
        }
        // A crowd of one address and amount matters only to a payment that names no number.
        if !isFound, !number.isPresent || asksEveryIndex { isCrowded = true }
    }

    mutating func judge(
        _ item: Int, _ subject: Subject, _ number: PaymentNumber, usedAt: [Int32]
    ) -> Candidate {
        let row = catalogue.items.rows[item]
        var candidate = Candidate(
            item: item, amount: amountResult(subject.row.amount, row.openValue),
            number: comparison.result(number, row), email: emailResult(subject.email, row),
            obstacles: catalogue.fixedObstacles[item], row: nil)
        let days = row.date.daysSinceEpoch &- subject.date.daysSinceEpoch
        if days < rules.match.windowFromDays || days > rules.match.windowToDays {
            candidate.obstacles.insert(.dated)
        }
        if row.currency != subject.row.currency { candidate.obstacles.insert(.currency) }
        asked.append(Int32(item))
        if usedAt[item] < subject.rank { candidate.obstacles.insert(.used) }
        if number.disagreeing.isPresent {
            settleBoth(number, row, &candidate)
        }
        if number.isDoubtful, candidate.number == .same || candidate.number == .alias {
            candidate.number = .contained
        }
        candidate.row = rowFitting(candidate, subject)
        return candidate
    }

    /// An item that was found otherwise, with nothing held against it.
    func candidate(_ item: Int) -> Candidate {
        Candidate(
            item: item, amount: .less, number: .contained, email: .notGiven,
            obstacles: catalogue.fixedObstacles[item], row: nil)
    }

    /// How near the number of a sale is to that of the payment.
    mutating func nearness(_ candidate: Candidate, _ number: PaymentNumber) -> NumberNearness {
        comparison.nearness(number, catalogue.items.rows[candidate.item])
    }

    /// A payment that names two numbers: a sale with both is the one it pays, unless it names more.
    private mutating func settleBoth(
        _ number: PaymentNumber, _ row: OpenItemRow, _ candidate: inout Candidate
    ) {
        if candidate.number == .differs, comparison.result(other, row) == .same {
            candidate.number = .contained
        } else if candidate.number == .contained, !number.namesMany,
            comparison.bears(number, row), comparison.bears(other, row)
        {
            candidate.number = .same
        }
    }

    private func rowFitting(_ candidate: Candidate, _ subject: Subject) -> Int? {
        let sale = catalogue.items.rows[candidate.item]
        let days = sale.date.daysSinceEpoch &- subject.date.daysSinceEpoch
        return rules.match.rows.firstIndex { row in
            row.fits(candidate.amount, paid: subject.row.amount, open: sale.openValue)
                && row.orderNumber.contains(candidate.number)
                && row.email.contains(candidate.email)
                && (!row.isNarrowed || row.fits(sale, daysApart: days, in: catalogue.items))
        }
    }

    private func amountResult(_ paid: Int64, _ open: Int64) -> AmountResult {
        paid == open ? .equalsOpen : paid < open ? .less : .more
    }

    private func emailResult(_ email: TextSlice, _ row: OpenItemRow) -> EmailResult {
        guard email.isPresent, !isCollective(row) else { return .notGiven }
        var result = EmailResult.notGiven
        payments.texts.withBytes(email) { payer in
            catalogue.forEachEmail(of: row) { address in
                if result == .same { return }
                result = EmailForm.equal(payer, address) ? .same : .differs
            }
        }
        return result
    }

    /// Whether the customer stands for many payers, so that its addresses say nothing.
    private func isCollective(_ row: OpenItemRow) -> Bool {
        !rules.collectiveCustomers.isEmpty
            && rules.collectiveCustomers.contains {
                catalogue.items.texts[row.customer].elementsEqual($0.utf8)
            }
    }
}
