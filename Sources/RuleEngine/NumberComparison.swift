import ByteText
import DomainModel

/// Holds the order number of a payment against that of a sale.
struct NumberComparison {
    private typealias SaleField = OrderNumberRule.SaleField

    private let fields: [SaleField]
    private let items: OpenItemTable
    private let payments: PaymentTable
    private let reader: NumberReader
    private var form = NumberForm()
    /// How many sales have the number of the payment, but for zeros and gaps; 0 when the number
    /// itself was found, and they are not forgiven.
    var looseCount = 0
    /// Words of the payment that may be numbers: weak evidence.
    var hints: [NumberForm] = []
    /// The series that was ignored in front of the sale's number, 0 for none.
    private(set) var series = 0

    init(
        _ rule: OrderNumberRule, _ items: OpenItemTable, _ payments: PaymentTable,
        _ reader: NumberReader
    ) {
        fields = rule.inSale
        self.items = items
        self.payments = payments
        self.reader = reader
    }

    /// Forgets what was found about the payment before.
    mutating func reset() {
        looseCount = 0
        hints.removeAll(keepingCapacity: true)
    }

    /// Compares the number of a payment with what a sale names.
    mutating func result(_ number: PaymentNumber, _ row: OpenItemRow) -> NumberResult {
        series = 0
        if number.isPresent, isSameToTheLetter(number, row) {
            return namesRival(number, row) ? .contained : .same
        }
        var namesOne = false
        var found = NumberResult.differs
        if fields.contains(.invoiceNumber), row.invoiceNumber.isPresent {
            let seriesOfSale = items.texts.withBytes(row.invoiceNumber) { text in
                let reference = reader.reference(in: text)
                form.set(UnsafeBufferPointer(rebasing: text[reference.range]))
                return reference.series
            }
            if !form.isEmpty {
                namesOne = true
                if !areRivals(number.series, seriesOfSale) {
                    series = seriesOfSale
                    found = compare(number, withInvoiceNumberOf: row)
                }
                if found == .same { return namesRival(number, row) ? .contained : .same }
            }
        }
        if fields.contains(.description), row.description.isPresent {
            let inDescription = compareDescription(number, row, &namesOne)
            if inDescription != .differs { found = stronger(found, inDescription) }
        }
        if found != .differs { return found }
        return number.isPresent && namesOne ? .differs : .missing
    }

    /// How near a sale that has the number of a payment is to it, of all that have it.
    mutating func nearness(_ number: PaymentNumber, _ row: OpenItemRow) -> NumberNearness {
        var written = NumberForm()
        payments.texts.withBytes(number.text) { written.set($0) }
        let places: [(SaleField, TextSlice)] = [
            (.invoiceNumber, row.invoiceNumber), (.description, row.description),
        ]
        for (field, slice) in places where fields.contains(field) && slice.isPresent {
            let isInvoice = field == .invoiceNumber
            var stripped = NumberForm()
            let seriesOfSale = items.texts.withBytes(slice) { text in
                let reference = reader.reference(in: text)
                form.set(text)
                stripped.set(UnsafeBufferPointer(rebasing: text[reference.range]))
                return reference.series
            }
            if areRivals(number.series, seriesOfSale) { continue }
            if form == written {
                let isContradicted = isInvoice && namesAnother(number, row)
                items.texts.withBytes(slice) { form.set($0) }
                return .init(
                    rank: isInvoice ? 0 : 2, written: form, isContradicted: isContradicted)
            }
            let isHalf = number.isLong && (form == number.last40 || form == number.first40)
            if stripped == number.form || isHalf {
                return .init(rank: isInvoice ? 1 : 3, written: form)
            }
        }
        return .init(rank: 4, written: number.form)
    }

    /// Whether the description names a number for certain that is not the payment's.
    private mutating func namesAnother(_ number: PaymentNumber, _ row: OpenItemRow) -> Bool {
        guard fields.contains(.description), row.description.isPresent else { return false }
        var isFound = false
        items.texts.withBytes(row.description) { text in
            reader.forEachNamed(in: text) { named in
                if named.isPart || named.isDoubtful || named.isOther { return }
                form.set(UnsafeBufferPointer(rebasing: text[named.range]))
                isFound = isFound || !(form == number.form)
            }
        }
        return isFound
    }

    /// Whether a sale has a number of a payment that names two, in either field.
    mutating func bears(_ number: PaymentNumber, _ row: OpenItemRow) -> Bool {
        if result(number, row) == .same { return true }
        let nearness = nearness(number, row)
        return nearness.rank < 4
    }

    /// Two series that are both named are two numbers, whatever is ignored.
    private func areRivals(_ left: Int, _ right: Int) -> Bool {
        left != 0 && right != 0 && left != right
    }

    /// Whether the description names another number of the same kind or shape, and not this one:
    /// then it may be an order number, and the equal invoice number that of another order.
    private mutating func namesRival(_ number: PaymentNumber, _ row: OpenItemRow) -> Bool {
        guard fields.contains(.description), row.description.isPresent, !number.isLong,
            !items.texts[row.description].elementsEqual(items.texts[row.invoiceNumber])
        else { return false }
        var isNamed = false
        var isRival = false
        items.texts.withBytes(row.description) { text in
            reader.forEachNamed(in: text) { named in
                if named.isPart || named.isDoubtful || named.isOther { return }
                form.set(UnsafeBufferPointer(rebasing: text[named.range]))
                isNamed = isNamed || form.looselyEquals(number.form)
                isRival =
                    isRival
                    || !(form == number.form)
                        && (number.kind != .unknown && named.kind == number.kind
                            || number.kind != .invoice && form.hasShape(of: number.form))
            }
        }
        return isRival && !isNamed
    }

    /// The common case: the sale has the number as the shop wrote it, so nothing needs folding.
    private func isSameToTheLetter(_ number: PaymentNumber, _ row: OpenItemRow) -> Bool {
        func equal(_ slice: TextSlice, _ other: TextSlice) -> Bool {
            slice.count == other.count
                && payments.texts.withBytes(slice) { left in
                    items.texts.withBytes(other) { left.elementsEqual($0) }
                }
        }
        guard fields.contains(.invoiceNumber), row.invoiceNumber.isPresent else {
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
        let isHinted = hints.contains { $0 == form }
        guard number.isPresent else { return isHinted ? .contained : .differs }
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
        return isHinted ? .contained : .differs
    }

    /// Whether the sale's description is the first 40 characters of some other long number.
    private mutating func isContradicted(
        _ number: PaymentNumber, byDescriptionOf row: OpenItemRow
    ) -> Bool {
        guard fields.contains(.description), row.description.isPresent else {
            return false
        }
        let units = items.texts.withBytes(row.description) { text in
            form.set(text)
            return UTF16Cut.count(text)
        }
        guard units >= 39 else { return false }
        if form == number.first40 || form == number.last40 { return false }
        items.texts.withBytes(row.description) { text in
            form.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
        }
        return !(form == number.first40Stripped || number.form.bytes.starts(with: form.bytes))
    }

    private mutating func compareDescription(
        _ number: PaymentNumber, _ row: OpenItemRow, _ namesOne: inout Bool
    ) -> NumberResult {
        var invoiced = NumberForm()
        items.texts.withBytes(row.invoiceNumber) { text in
            invoiced.set(UnsafeBufferPointer(rebasing: text[reader.stripped(text)]))
        }
        return items.texts.withBytes(row.description) { text in
            var result = NumberResult.differs
            var namesAnother = false
            var isDoubtful = false
            reader.forEachNamed(in: text) { named in
                guard !named.isPart else { return }
                form.set(UnsafeBufferPointer(rebasing: text[named.range]))
                guard !form.isEmpty else { return }
                namesOne = true
                if form == number.form {
                    isDoubtful = isDoubtful || named.isDoubtful || named.isOther
                } else if !named.isOther, !named.isDoubtful {
                    namesAnother =
                        namesAnother || !(form == invoiced) && !form.looselyEquals(number.form)
                }
                if number.isPresent, !areRivals(number.series, named.series) {
                    if form == number.form {
                        result = .same
                        series = named.series
                    }
                    if result == .differs, number.aliases.contains(where: { $0 == form }) {
                        result = .alias
                    }
                    if looseCount > 0, result == .differs, form.looselyEquals(number.form) {
                        let isCertain = looseCount == 1 && !named.isOther && !named.isDoubtful
                        result = isCertain ? .same : .contained
                    }
                }
            }
            if result == .same, namesAnother || isDoubtful { return .contained }
            guard result == .differs else { return result }
            // The first 40 characters alone do not say which of two long numbers it is.
            if number.isLong {
                form.set(text)
                if form == number.first40 || form == number.first40Stripped { return .contained }
            }
            reader.forEachWord(in: text) { range in
                form.set(UnsafeBufferPointer(rebasing: text[range]))
                let isNumber = number.isPresent && form == number.form
                if isNumber || hints.contains(where: { $0 == form }) { result = .contained }
            }
            return result
        }
    }
}
