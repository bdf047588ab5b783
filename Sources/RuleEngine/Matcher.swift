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
    }

    /// Fills `candidates` with every sale that an index finds, in order of the catalogue.
    ///
    /// `usedAt` says by item which payment took it, by rank; an item taken later is still free.
    mutating func collect(
        _ subject: Subject, _ number: PaymentNumber, usedAt: [Int32],
        into candidates: inout [Candidate]
    ) {
        candidates.removeAll(keepingCapacity: true)
        hits.removeAll(keepingCapacity: true)
        looseCount = 0
        findByNumber(number)
        findBeyondNumber(subject)
        if hits.count > 1 {
            hits.sort()
            var kept = 1
            for index in 1..<hits.count where hits[index] != hits[kept - 1] {
                hits[kept] = hits[index]
                kept += 1
            }
            hits.removeLast(hits.count - kept)
        }
        for hit in hits {
            candidates.append(judge(Int(hit), subject, number, usedAt: usedAt))
        }
    }

    private mutating func findByNumber(_ number: PaymentNumber) {
        if number.isPresent {
            catalogue.byNumber.forEach(number.form.hash) { hits.append($0) }
            if number.isLong {
                catalogue.byNumber.forEach(number.last40.hash) { hits.append($0) }
                catalogue.byNumber.forEach(number.first40.hash) { hits.append($0) }
                catalogue.byNumber.forEach(number.first40Stripped.hash) { hits.append($0) }
            }
            catalogue.byWord.forEach(number.form.hash) { hits.append($0) }
            if hits.isEmpty {
                let loose = ItemCatalogue.looseHashes(number.form)
                catalogue.byLooseNumber.forEach(loose.zeros) { hits.append($0) }
                catalogue.byLooseNumber.forEach(loose.gaps) { hits.append($0) }
                looseCount = Set(hits).count
            }
        }
        for hint in number.hints {
            catalogue.byNumber.forEach(hint.hash) { hits.append($0) }
        }
    }

    private mutating func findBeyondNumber(_ subject: Subject) {
        if rules.match.needsEmailIndex, subject.email.isPresent {
            let hash = payments.texts.withBytes(subject.email) {
                ItemCatalogue.hash(email: $0, amount: subject.row.amount)
            }
            catalogue.byEmailAndAmount.forEach(hash) { hits.append($0) }
        }
        if rules.match.needsAmountIndex {
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
        candidate.row = rules.match.rows.firstIndex { row in
            row.amount.contains(candidate.amount) && row.orderNumber.contains(candidate.number)
                && row.email.contains(candidate.email)
        }
        return candidate
    }

    private func amountResult(_ paid: Int64, _ open: Int64) -> AmountResult {
        paid == open ? .equalsOpen : paid < open ? .less : .more
    }

    private mutating func numberResult(
        _ number: PaymentNumber, _ row: OpenItemRow
    ) -> NumberResult {
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

    private func stronger(_ left: NumberResult, _ right: NumberResult) -> NumberResult {
        left == .same || right == .same ? .same : .contained
    }

    /// `form` holds the invoice number of the sale.
    private mutating func compare(
        _ number: PaymentNumber, withInvoiceNumberOf row: OpenItemRow
    ) -> NumberResult {
        guard number.isPresent else {
            return number.hints.contains { $0 == form } ? .contained : .differs
        }
        if form == number.form { return .same }
        if number.isLong, form == number.last40 {
            return isContradicted(number, byDescriptionOf: row) ? .contained : .same
        }
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
        return !(form == number.first40Stripped || form == number.form)
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
        guard email.isPresent else { return .notGiven }
        var result = EmailResult.notGiven
        payments.texts.withBytes(email) { payer in
            catalogue.forEachEmail(of: row) { address in
                if result == .same { return }
                result = EmailForm.equal(payer, address) ? .same : .differs
            }
        }
        return result
    }
}
