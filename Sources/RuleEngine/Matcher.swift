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
    private var hits: [UInt32] = []
    private var form = NumberForm()
    /// How many items have the number of the payment, but for zeros and gaps.
    private var looseCount = 0

    init(
        rules: CompiledRuleSet, catalogue: ItemCatalogue, payments: PaymentTable,
        reader: NumberReader
    ) {
        self.rules = rules
        self.catalogue = catalogue
        self.payments = payments
        self.reader = reader
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
        looseCount = 0
        findSameNumber(number)
        judgeHits(subject, number, usedAt, into: &candidates)
        let isSettled = candidates.contains { $0.then(rules.match) != nil }
        if isSettled, !asksEveryIndex { return }
        findWeakly(number)
        findBeyondNumber(subject)
        judgeHits(subject, number, usedAt, into: &candidates)
        // Zeros and gaps are forgiven only when no sale has the number itself, not even in a text.
        let isNamed = candidates.contains {
            [.same, .alias, .contained].contains($0.number)
        }
        if number.isPresent, !isNamed {
            findLoosely(number)
            if looseCount > 0 { judgeHits(subject, number, usedAt, into: &candidates) }
        }
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
        for index in hits.indices {
            candidates.append(judge(Int(hits[index]), subject, number, usedAt: usedAt))
        }
    }

    private mutating func findSameNumber(_ number: PaymentNumber) {
        guard number.isPresent else { return }
        catalogue.byNumber.forEach(number.form.hash) { hits.append($0) }
        for alias in number.aliases { catalogue.byNumber.forEach(alias.hash) { hits.append($0) } }
        guard number.isLong else { return }
        catalogue.byNumber.forEach(number.last40.hash) { hits.append($0) }
        for first in [number.first40, number.first40Stripped] {
            let both = ItemCatalogue.hash(last40: number.last40, first40: first)
            catalogue.byNumber.forEach(both) { hits.append($0) }
        }
    }

    private mutating func findWeakly(_ number: PaymentNumber) {
        if number.isPresent {
            let whole = number.isLong ? number.last40.hash : number.form.hash
            catalogue.byLastHalf.forEach(whole) { hits.append($0) }
            if number.isLong {
                catalogue.byNumber.forEach(number.first40.hash) { hits.append($0) }
                catalogue.byNumber.forEach(number.first40Stripped.hash) { hits.append($0) }
            }
            catalogue.byWord.forEach(number.form.hash) { hits.append($0) }
        }
        for hint in number.hints {
            catalogue.byNumber.forEach(hint.hash) { hits.append($0) }
            catalogue.byWord.forEach(hint.hash) { hits.append($0) }
        }
    }

    private mutating func findLoosely(_ number: PaymentNumber) {
        var found: Set<UInt32> = []
        let loose = number.form.looseHashes
        for hash in [loose.zeros, loose.gaps] {
            catalogue.byLooseNumber.forEach(hash) { found.insert($0) }
        }
        looseCount = found.count
        hits += found
    }

    private mutating func findBeyondNumber(_ subject: Subject) {
        if needsEmailIndex, subject.email.isPresent {
            let hash = payments.texts.withBytes(subject.email) {
                ItemCatalogue.hash(email: $0, amount: subject.row.amount)
            }
            catalogue.byEmailAndAmount.forEach(hash) { hits.append($0) }
        }
        if needsAmountIndex {
            let hash = ByteHash.mix(UInt64(bitPattern: subject.row.amount))
            catalogue.byAmount.forEach(hash) { hits.append($0) }
        }
    }

    private mutating func judge(
        _ item: Int, _ subject: Subject, _ number: PaymentNumber, usedAt: [Int32]
    ) -> Candidate {
        let row = catalogue.items.rows[item]
        var candidate = Candidate(
            item: item, amount: amountResult(subject.row.amount, row.openValue),
            number: numberResult(number, row), email: emailResult(subject.email, row),
            obstacles: catalogue.fixedObstacles[item], row: nil)
        let days = row.date.daysSinceEpoch &- subject.date.daysSinceEpoch
        if days < rules.match.windowFromDays || days > rules.match.windowToDays {
            candidate.obstacles.insert(.dated)
        }
        if row.currency != subject.row.currency { candidate.obstacles.insert(.currency) }
        if usedAt[item] < subject.rank { candidate.obstacles.insert(.used) }
        let open = row.openValue
        let sale = row
        candidate.row = rules.match.rows.firstIndex { row in
            row.fits(candidate.amount, paid: subject.row.amount, open: open)
                && row.orderNumber.contains(candidate.number)
                && row.email.contains(candidate.email)
                && (!row.isNarrowed || row.fits(sale, daysApart: days, in: catalogue.items))
        }
        return candidate
    }

    private func amountResult(_ paid: Int64, _ open: Int64) -> AmountResult {
        paid == open ? .equalsOpen : paid < open ? .less : .more
    }

    private mutating func numberResult(
        _ number: PaymentNumber, _ row: OpenItemRow
    ) -> NumberResult {
        if number.isPresent, isSameToTheLetter(number, row) { return .same }
        var namesOne = false
        var found = NumberResult.differs
        if rules.orderNumber.inSale.contains(.invoiceNumber), row.invoiceNumber.isPresent {
            catalogue.items.texts.withBytes(row.invoiceNumber) { text in
                form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
            }
            if !form.isEmpty {
                namesOne = true
                found = compare(number, withInvoiceNumberOf: row)
                if found == .same { return .same }
            }
        }
        if rules.orderNumber.inSale.contains(.description), row.description.isPresent {
            let inDescription = compareDescription(number, row, &namesOne)
            if inDescription != .differs { found = stronger(found, inDescription) }
        }
        if found != .differs { return found }
        return number.isPresent && namesOne ? .differs : .missing
    }

    /// The common case: the sale has the number as the shop wrote it, so nothing needs folding.
    private func isSameToTheLetter(_ number: PaymentNumber, _ row: OpenItemRow) -> Bool {
        func equal(_ slice: TextSlice, _ other: TextSlice) -> Bool {
            slice.count == other.count
                && payments.texts.withBytes(slice) { left in
                    catalogue.items.texts.withBytes(other) { left.elementsEqual($0) }
                }
        }
        guard rules.orderNumber.inSale.contains(.invoiceNumber), row.invoiceNumber.isPresent else {
            return false
        }
        if !number.isLong {
            // A field that is full may hold what is left of a longer number.
            return number.stripped.count < 39 && equal(number.stripped, row.invoiceNumber)
        }
        return equal(number.last40Text, row.invoiceNumber)
            && (!row.description.isPresent || equal(number.first40Text, row.description))
    }

    private func stronger(_ left: NumberResult, _ right: NumberResult) -> NumberResult {
        for result in [NumberResult.same, .alias] where left == result || right == result {
            return result
        }
        return .contained
    }

    /// `form` holds the invoice number of the sale.
    private mutating func compare(
        _ number: PaymentNumber, withInvoiceNumberOf row: OpenItemRow
    ) -> NumberResult {
        guard number.isPresent else {
            return number.hints.contains { $0 == form } ? .contained : .differs
        }
        if form == number.form {
            let isFull = !number.isLong && number.stripped.count >= 39
            return isFull && isContradicted(number, byDescriptionOf: row) ? .contained : .same
        }
        if number.isLong, form == number.last40 {
            return isContradicted(number, byDescriptionOf: row) ? .contained : .same
        }
        if number.aliases.contains(where: { $0 == form }) { return .alias }
        if looseCount > 0, form.looselyEquals(number.form) {
            return looseCount == 1 ? .same : .contained
        }
        return .differs
    }

    /// Whether the sale's description is the first 40 characters of some other long number.
    private mutating func isContradicted(
        _ number: PaymentNumber, byDescriptionOf row: OpenItemRow
    ) -> Bool {
        guard rules.orderNumber.inSale.contains(.description), row.description.isPresent else {
            return false
        }
        let units = catalogue.items.texts.withBytes(row.description) { text in
            form.set(text)
            return UTF16Cut.count(text)
        }
        guard units >= 39 else { return false }
        if form == number.first40 || form == number.last40 { return false }
        catalogue.items.texts.withBytes(row.description) { text in
            form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
        }
        return !(form == number.first40Stripped || number.form.bytes.starts(with: form.bytes))
    }

    private mutating func compareDescription(
        _ number: PaymentNumber, _ row: OpenItemRow, _ namesOne: inout Bool
    ) -> NumberResult {
        catalogue.items.texts.withBytes(row.description) { text in
            var result = NumberResult.differs
            reader.forEachNamed(in: text) { range in
                form.set(UnsafeBufferPointer(rebasing: text[range]))
                guard !form.isEmpty else { return }
                namesOne = true
                if number.isPresent {
                    if form == number.form { result = .same }
                    if result == .differs, number.aliases.contains(where: { $0 == form }) {
                        result = .alias
                    }
                    if looseCount > 0, result == .differs, form.looselyEquals(number.form) {
                        result = looseCount == 1 ? .same : .contained
                    }
                }
            }
            guard result == .differs else { return result }
            // The first 40 characters alone do not say which of two long numbers it is.
            if number.isLong {
                form.set(text)
                if form == number.first40 || form == number.first40Stripped { return .contained }
            }
            reader.forEachWord(in: text) { range in
                form.set(UnsafeBufferPointer(rebasing: text[range]))
                let isFound =
                    number.isPresent
                    ? form == number.form : number.hints.contains(where: { $0 == form })
                if isFound {
                    result = .contained
                }
            }
            return result
        }
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
