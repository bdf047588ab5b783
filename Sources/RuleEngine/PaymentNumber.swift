import ByteText
import DomainModel

/// The order number of one payment in every form in which it is compared.
struct PaymentNumber {
    /// As the shop wrote it, in the arena of the payments; absent when none is named.
    var text = TextSlice.absent
    /// The number without what does not count in front, as it stands.
    var stripped = TextSlice.absent
    /// The same in the form in which it is compared.
    var form = NumberForm()
    /// Above 40 characters: the last 40 as they stand.
    var last40Text = TextSlice.absent
    /// Above 40 characters: the first 40 as they stand.
    var first40Text = TextSlice.absent
    /// Above 40 characters: the last 40 as Twinfield keeps them in an invoice number.
    var last40 = NumberForm()
    /// Above 40 characters: the first 40 as Twinfield keeps them in a description.
    var first40 = NumberForm()
    /// The same, without what does not count in front.
    var first40Stripped = NumberForm()
    /// What aliases of the rules make of it.
    var aliases: [NumberForm] = []
    /// Whether it has more than 40 characters, so that no field of a sale holds it whole.
    var isLong = false
    /// A second number that another field of the payment names.
    var disagreeing = TextSlice.absent
    /// Words with digits in texts that name no number for certain.
    var hints: [NumberForm] = []

    /// Whether there is a number to compare.
    var isPresent: Bool { !form.isEmpty }

    private var scratch = NumberForm()

    /// Reads the number out of the fields that the rules name, in their order.
    mutating func read(
        _ row: PaymentRow, borrowing lender: PaymentRow?, from table: PaymentTable,
        rule: OrderNumberRule, reader: NumberReader
    ) {
        reset()
        var withoutDigit = TextSlice.absent
        for field in rule.inPayment {
            var slice = field.slice(row)
            if !slice.isPresent, let lender { slice = field.slice(lender) }
            guard slice.isPresent else { continue }
            if field == .merchantOrderReference {
                let trimmed = Self.trimmed(slice, in: table)
                guard trimmed.isPresent else { continue }
                if Self.hasDigit(trimmed, in: table) {
                    note(trimmed, of: trimmed, in: table, reader: reader)
                } else if !withoutDigit.isPresent {
                    withoutDigit = trimmed
                }
            } else {
                table.texts.withBytes(slice) { text in
                    reader.forEachNamed(in: text) { range in
                        note(slice.part(range), of: slice, in: table, reader: reader)
                    }
                }
            }
        }
        if !isPresent, withoutDigit.isPresent {
            note(withoutDigit, of: withoutDigit, in: table, reader: reader)
        }
        if isPresent { aliases = rule.aliases.compactMap { $0.applied(to: form) } }
        if !isPresent { collectHints(row, lender, from: table, rule: rule, reader: reader) }
    }

    private mutating func reset() {
        text = .absent
        disagreeing = .absent
        form.removeAll()
        isLong = false
        if !aliases.isEmpty { aliases.removeAll() }
        last40.removeAll()
        first40.removeAll()
        first40Stripped.removeAll()
        hints.removeAll(keepingCapacity: true)
    }

    /// Takes the first number, and holds every further one against it.
    private mutating func note(
        _ slice: TextSlice, of whole: TextSlice, in table: PaymentTable, reader: NumberReader
    ) {
        table.texts.withBytes(slice) { bytes in
            let range = reader.stripped(bytes)
            let words = UnsafeBufferPointer(rebasing: bytes[range])
            if !isPresent {
                form.set(words)
                guard !form.isEmpty else { return }
                text = slice
                stripped = slice.part(range)
                setLongForms(slice, bytes, words)
                return
            }
            // Nearly always the description repeats the reference to the letter.
            if table.texts.withBytes(stripped, { $0.elementsEqual(words) }) { return }
            scratch.set(words)
            guard !scratch.isEmpty, !(scratch == form), !disagreeing.isPresent else { return }
            // A description may hold the number cut off; that names no other number.
            if isLong, scratch == last40 || scratch == first40 || scratch == first40Stripped {
                return
            }
            if scratch.looselyEquals(form) { return }
            // A number with spaces in it is more than the one word that was read.
            if stands(in: whole, over: slice, of: table) { return }
            disagreeing = slice
        }
    }

    private func stands(
        in whole: TextSlice, over slice: TextSlice, of table: PaymentTable
    ) -> Bool {
        table.texts.withBytes(stripped) { number in
            table.texts.withBytes(whole) { text in
                let start = Int(slice.offset - whole.offset)
                return NumberReader.stands(
                    number, in: text, over: start..<start + Int(slice.count))
            }
        }
    }

    private mutating func setLongForms(
        _ slice: TextSlice, _ bytes: UnsafeBufferPointer<UInt8>,
        _ stripped: UnsafeBufferPointer<UInt8>
    ) {
        isLong = bytes.count > 40 && UTF16Cut.count(bytes) > 40
        guard isLong else { return }
        let lastRange = UTF16Cut.range(of: bytes, keeping: .last, limit: 40)
        let firstRange = UTF16Cut.range(of: bytes, keeping: .first, limit: 40)
        let strippedRange = UTF16Cut.range(of: stripped, keeping: .first, limit: 40)
        last40Text = slice.part(lastRange)
        first40Text = slice.part(firstRange)
        last40.set(UnsafeBufferPointer(rebasing: bytes[lastRange]))
        first40.set(UnsafeBufferPointer(rebasing: bytes[firstRange]))
        first40Stripped.set(UnsafeBufferPointer(rebasing: stripped[strippedRange]))
    }

    private mutating func collectHints(
        _ row: PaymentRow, _ lender: PaymentRow?, from table: PaymentTable,
        rule: OrderNumberRule, reader: NumberReader
    ) {
        for field in rule.inPayment {
            var slice = field.slice(row)
            if !slice.isPresent, let lender { slice = field.slice(lender) }
            guard slice.isPresent else { continue }
            table.texts.withBytes(slice) { text in
                reader.forEachWord(in: text) { range in
                    var hint = NumberForm()
                    hint.set(UnsafeBufferPointer(rebasing: text[range]))
                    if !hint.isEmpty, hints.count < 20 { hints.append(hint) }
                }
            }
        }
    }

    private static func trimmed(_ slice: TextSlice, in table: PaymentTable) -> TextSlice {
        table.texts.withBytes(slice) { text in
            slice.part(NumberReader.trimmed(text, 0..<text.count))
        }
    }

    private static func hasDigit(_ slice: TextSlice, in table: PaymentTable) -> Bool {
        table.texts.withBytes(slice) { NumberReader.hasDigit($0, 0..<$0.count) }
    }
}

extension TextSlice {
    /// A piece of a text, by byte positions within it.
    fileprivate func part(_ range: Range<Int>) -> TextSlice {
        range.isEmpty
            ? .absent
            : TextSlice(offset: offset + UInt32(range.lowerBound), count: UInt32(range.count))
    }
}
