import ByteText
import DomainModel

/// The open items of a batch with their indexes: by order number, and by customer's address.
struct ItemCatalogue {
    let items: OpenItemTable
    /// By item: the obstacles that do not depend on the payment.
    private(set) var fixedObstacles: [Obstacles] = []
    /// Equal number forms.
    private(set) var byNumber: HashIndex
    /// Words with digits in descriptions: weak evidence.
    private(set) var byWord: HashIndex
    /// Number forms without leading zeros, and without the signs between digits.
    private(set) var byLooseNumber: HashIndex
    /// Address and open amount together.
    private(set) var byEmailAndAmount: HashIndex
    /// The open amount alone; filled only for rules that need it.
    private(set) var byAmount: HashIndex
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
        byWord = HashIndex(capacity: 0)
        byLooseNumber = HashIndex(capacity: 0)
        byEmailAndAmount = HashIndex(capacity: rules.match.needsEmailIndex ? items.rows.count : 0)
        byAmount = HashIndex(capacity: rules.match.needsAmountIndex ? items.rows.count : 0)
        fill()
    }

    /// The ledger account of an item; its own, or the only one that the rules name.
    func account(of row: OpenItemRow) -> String? {
        if row.account.isPresent {
            let account = items.text(row.account)
            return rules.accounts.debtors.contains(account) ? account : nil
        }
        return rules.accounts.debtors.count == 1 ? rules.accounts.debtors[0] : nil
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

    /// The loose forms of a number, as hashes: without leading zeros, and without gaps.
    static func looseHashes(_ form: NumberForm) -> (zeros: UInt64, gaps: UInt64) {
        (
            form.withoutLeadingZeros.withUnsafeBufferPointer { ByteHash.hash($0, seed: 1) },
            form.withoutGaps.withUnsafeBufferPointer { ByteHash.hash($0, seed: 2) }
        )
    }

    private mutating func fill() {
        let debtors = Set(rules.accounts.debtors.map { Array($0.utf8) })
        let daybooks = rules.match.daybooks.map { Set($0.map { Array($0.utf8) }) }
        fixedObstacles.reserveCapacity(items.rows.count)
        var form = NumberForm()
        for position in items.rows.indices {
            let row = items.rows[position]
            fixedObstacles.append(obstacles(row, debtors: debtors, daybooks: daybooks))
            indexNumbers(of: row, at: UInt32(position), form: &form)
            if rules.match.needsEmailIndex {
                forEachEmail(of: row) {
                    byEmailAndAmount.insert(
                        Self.hash(email: $0, amount: row.openValue), UInt32(position))
                }
            }
            if rules.match.needsAmountIndex {
                byAmount.insert(
                    ByteHash.mix(UInt64(bitPattern: row.openValue)), UInt32(position))
            }
        }
    }

    private func obstacles(
        _ row: OpenItemRow, debtors: Set<[UInt8]>, daybooks: Set<[UInt8]>?
    ) -> Obstacles {
        var result: Obstacles = []
        if !rules.match.statuses.contains(row.status) { result.insert(.status) }
        if let daybooks, !daybooks.contains(Array(items.texts[row.daybook])) {
            result.insert(.daybook)
        }
        if row.office.isPresent, !items.texts[row.office].elementsEqual(rules.office.utf8) {
            result.insert(.office)
        }
        let isKnownAccount =
            row.account.isPresent
            ? debtors.contains(Array(items.texts[row.account])) : debtors.count == 1
        if !isKnownAccount { result.insert(.account) }
        if row.matchStatus == .matched || row.openValue == 0 { result.insert(.closed) }
        if row.matchStatus == .other { result.insert(.notMatchable) }
        if row.openValue < 0 || (row.openValue == 0 && (row.value ?? 0) < 0) {
            result.insert(.credit)
        }
        if !row.customer.isPresent { result.insert(.noCustomer) }
        return result
    }

    private mutating func indexNumbers(
        of row: OpenItemRow, at position: UInt32, form: inout NumberForm
    ) {
        var first: [UInt8] = []
        if rules.orderNumber.inSale.contains(.invoiceNumber), row.invoiceNumber.isPresent {
            items.texts.withBytes(row.invoiceNumber) { text in
                form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
            }
            insert(form, position)
            first = form.bytes
        }
        guard rules.orderNumber.inSale.contains(.description), row.description.isPresent,
            !items.texts[row.description].elementsEqual(items.texts[row.invoiceNumber])
        else { return }
        items.texts.withBytes(row.description) { text in
            reader.forEachNamed(in: text) { range in
                form.set(UnsafeBufferPointer(rebasing: text[range]))
                if form.bytes != first { insert(form, position) }
            }
            reader.forEachWord(in: text) { range in
                form.set(UnsafeBufferPointer(rebasing: text[range]))
                byWord.insert(form.hash, position)
            }
        }
    }

    private mutating func insert(_ form: NumberForm, _ position: UInt32) {
        guard !form.isEmpty else { return }
        byNumber.insert(form.hash, position)
        let loose = Self.looseHashes(form)
        byLooseNumber.insert(loose.zeros, position)
        byLooseNumber.insert(loose.gaps, position)
    }
}
