import ByteText
import DomainModel

/// The open items of a batch with their indexes: by order number, and by customer's address.
struct ItemCatalogue {
    let items: OpenItemTable
    /// By item: the obstacles that do not depend on the payment.
    private(set) var fixedObstacles: [Obstacles] = []
    /// Equal number forms; for long numbers both halves together, when the item holds both.
    private(set) var byNumber: HashIndex
    /// Invoice numbers that may be the last 40 characters of a long number, of items whose
    /// description may be the first 40: the half alone is weak evidence.
    private(set) var byLastHalf: HashIndex
    /// Words with digits in descriptions: weak evidence.
    private(set) var byWord: HashIndex
    /// Number forms without leading zeros, and without the signs between digits.
    private(set) var byLooseNumber: HashIndex
    /// Address and open amount together.
    private(set) var byEmailAndAmount: HashIndex
    /// The open amount alone; filled only for rules that need it.
    private(set) var byAmount: HashIndex
    /// What we owe, by customer and (negative) open amount.
    private(set) var creditsByCustomerAndAmount: HashIndex
    private let reader: NumberReader
    private let rules: CompiledRuleSet
    private let emailsByCustomer: [[UInt8]: [[UInt8]]]

    init(
        _ items: OpenItemTable, customers: CustomerTable, rules: CompiledRuleSet,
        reader: NumberReader
    ) {
        self.items = items
        self.rules = rules
        self.reader = reader
        emailsByCustomer = Dictionary(
            uniqueKeysWithValues: customers.byCode.values.map { customer in
                (Array(customer.code.utf8), customer.emails.map { Array($0.utf8) })
            })
        byNumber = HashIndex(capacity: items.rows.count)
        byLastHalf = HashIndex(capacity: 0)
        byWord = HashIndex(capacity: 0)
        byLooseNumber = HashIndex(capacity: items.rows.count)
        byEmailAndAmount = HashIndex(capacity: 0)
        creditsByCustomerAndAmount = HashIndex(capacity: 0)
        byAmount = HashIndex(capacity: rules.match.needsAmountIndex ? items.rows.count : 0)
        fill()
    }

    /// Calls `body` with every address of an item's customer, as written.
    func forEachEmail(of row: OpenItemRow, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        for slice in items.emails(of: row) { items.texts.withBytes(slice, body) }
        guard !emailsByCustomer.isEmpty,
            let further = emailsByCustomer[Array(items.texts[row.customer])]
        else { return }
        for email in further { email.withUnsafeBufferPointer(body) }
    }

    /// The hash under which an address and an amount stand together.
    static func hash(email: UnsafeBufferPointer<UInt8>, amount: Int64) -> UInt64 {
        ByteHash.mix(EmailForm.hash(email) ^ UInt64(bitPattern: amount))
    }

    /// The hash of a long number of which an item holds both halves: last 40 and first 40.
    static func hash(last40: NumberForm, first40: NumberForm) -> UInt64 {
        ByteHash.mix(last40.hash &+ 0x9E37_79B9_7F4A_7C15) ^ first40.hash
    }

    private mutating func fill() {
        let debtors = rules.accounts.debtors.map { Array($0.utf8) }
        let daybooks = rules.match.daybooks.map { $0.map { Array($0.utf8) } }
        let needsEmail = rules.match.needsEmailIndex
        let needsAmount = rules.match.needsAmountIndex
        fixedObstacles.reserveCapacity(items.rows.count)
        var credits = HashIndex(capacity: 0)
        var form = NumberForm()
        var second = NumberForm()
        // Filled apart: what walks the addresses holds the catalogue, and would copy the index.
        var emails = HashIndex(capacity: needsEmail ? items.rows.count : 0)
        for position in items.rows.indices {
            let row = items.rows[position]
            fixedObstacles.append(obstacles(row, debtors: debtors, daybooks: daybooks))
            indexNumbers(of: row, at: UInt32(position), &form, &second)
            if row.openValue < 0 {
                credits.insert(hash(customer: row, amount: row.openValue), UInt32(position))
            }
            if needsEmail {
                forEachEmail(of: row) {
                    emails.insert(Self.hash(email: $0, amount: row.openValue), UInt32(position))
                }
            }
            if needsAmount {
                byAmount.insert(
                    ByteHash.mix(UInt64(bitPattern: row.openValue)), UInt32(position))
            }
        }
        byEmailAndAmount = emails
        creditsByCustomerAndAmount = credits
    }

    /// The hash of an item's customer and some amount.
    func hash(customer row: OpenItemRow, amount: Int64) -> UInt64 {
        ByteHash.mix(
            items.texts.withBytes(row.customer) { ByteHash.hash($0) }
                ^ ByteHash.mix(UInt64(bitPattern: amount)))
    }

    private func obstacles(
        _ row: OpenItemRow, debtors: [[UInt8]], daybooks: [[UInt8]]?
    ) -> Obstacles {
        var result: Obstacles = []
        if !rules.match.statuses.contains(row.status) { result.insert(.status) }
        if let daybooks, !isOne(of: daybooks, row.daybook) {
            result.insert(.daybook)
        }
        if row.office.isPresent, !items.texts[row.office].elementsEqual(rules.office.utf8) {
            result.insert(.office)
        }
        let isKnownAccount =
            row.account.isPresent
            ? isOne(of: debtors, row.account) : debtors.count == 1
        if !isKnownAccount { result.insert(.account) }
        if row.matchStatus == .matched || row.openValue == 0 { result.insert(.closed) }
        if row.matchStatus == .other { result.insert(.notMatchable) }
        if row.openValue < 0 || (row.openValue == 0 && (row.value ?? 0) < 0) {
            result.insert(.credit)
        }
        if !row.customer.isPresent { result.insert(.noCustomer) }
        return result
    }

    private func isOne(of codes: [[UInt8]], _ slice: TextSlice) -> Bool {
        items.texts.withBytes(slice) { text in
            codes.contains { $0.count == text.count && text.elementsEqual($0) }
        }
    }

    private mutating func indexNumbers(
        of row: OpenItemRow, at position: UInt32, _ form: inout NumberForm,
        _ second: inout NumberForm
    ) {
        let fields = rules.orderNumber.inSale
        let hasInvoice = fields.contains(.invoiceNumber) && row.invoiceNumber.isPresent
        let hasDescription =
            fields.contains(.description) && row.description.isPresent
            && !items.texts.withBytes(row.description) { description in
                items.texts.withBytes(row.invoiceNumber) { $0.elementsEqual(description) }
            }
        form.removeAll()
        if hasInvoice {
            items.texts.withBytes(row.invoiceNumber) { text in
                form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
            }
            if hasDescription, mayBeHalf(row.invoiceNumber), mayBeHalf(row.description) {
                items.texts.withBytes(row.description) { second.set($0) }
                byNumber.insert(Self.hash(last40: form, first40: second), position)
                byLastHalf.insert(form.hash, position)
            } else {
                insert(form, position)
            }
        }
        guard hasDescription else { return }
        items.texts.withBytes(row.description) { text in
            reader.forEachNamed(in: text) { found in
                guard !found.isPart else { return }
                second.set(UnsafeBufferPointer(rebasing: text[found.range]))
                if !(second == form) { insert(second, position) }
            }
            reader.forEachWord(in: text) { range in
                second.set(UnsafeBufferPointer(rebasing: text[range]))
                byWord.insert(second.hash, position)
            }
        }
    }

    /// Twinfield's fields take 40 units; a cut that spares a character leaves a few less.
    private func mayBeHalf(_ slice: TextSlice) -> Bool {
        slice.count >= 30 && items.texts.withBytes(slice) { UTF16Cut.count($0) >= 30 }
    }

    private mutating func insert(_ form: NumberForm, _ position: UInt32) {
        guard !form.isEmpty else { return }
        byNumber.insert(form.hash, position)
        let loose = form.looseHashes
        byLooseNumber.insert(loose.zeros, position)
        if loose.gaps != loose.zeros { byLooseNumber.insert(loose.gaps, position) }
    }
}
