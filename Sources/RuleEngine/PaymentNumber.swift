import ByteText
import DomainModel

/// The order number of one payment in every form in which it is compared.
struct PaymentNumber {
    /// As the shop wrote it, in the arena of the payments; absent when none is named.
    var text = TextSlice.absent
    /// The number without what does not count in front.
    var form = NumberForm()
    /// Above 40 characters: the last 40 as Twinfield keeps them in an invoice number.
    var last40 = NumberForm()
    /// Above 40 characters: the first 40 as Twinfield keeps them in a description.
    var first40 = NumberForm()
    /// The same, without what does not count in front.
    var first40Stripped = NumberForm()
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
                    note(trimmed, in: table, reader: reader)
                } else if !withoutDigit.isPresent {
                    withoutDigit = trimmed
                }
            } else {
                table.texts.withBytes(slice) { text in
                    reader.forEachNamed(in: text) { range in
                        note(slice.part(range), in: table, reader: reader)
                    }
                }
            }
        }
        if !isPresent, withoutDigit.isPresent { note(withoutDigit, in: table, reader: reader) }
        if !isPresent { collectHints(row, lender, from: table, rule: rule, reader: reader) }
    }

    private mutating func reset() {
        text = .absent
        disagreeing = .absent
        form.removeAll()
        isLong = false
        hints.removeAll(keepingCapacity: true)
    }

    private mutating func note(
        _ slice: TextSlice, in table: PaymentTable, reader: NumberReader
    ) {
        table.texts.withBytes(slice) { bytes in
            let stripped = UnsafeBufferPointer(rebasing: bytes[reader.stripped(bytes)])
            if !isPresent {
                form.set(stripped)
                if !form.isEmpty { text = slice }
                setLongForms(bytes, stripped)
                return
            }
            scratch.set(stripped)
            guard !scratch.isEmpty, !(scratch == form), !disagreeing.isPresent else { return }
            // A description may hold the number cut off; that names no other number.
            if isLong, scratch == last40 || scratch == first40 || scratch == first40Stripped {
                return
            }
            if scratch.looselyEquals(form) { return }
            disagreeing = slice
        }
    }

    private mutating func setLongForms(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stripped: UnsafeBufferPointer<UInt8>
    ) {
        isLong = bytes.count > 40 && UTF16Cut.count(bytes) > 40
        guard isLong else { return }
        func cut(_ text: UnsafeBufferPointer<UInt8>, _ end: UTF16Cut.End)
            -> UnsafeBufferPointer<UInt8>
        {
            UnsafeBufferPointer(rebasing: text[UTF16Cut.range(of: text, keeping: end, limit: 40)])
        }
        last40.set(cut(bytes, .last))
        first40.set(cut(bytes, .first))
        first40Stripped.set(cut(stripped, .first))
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
        table.texts.withBytes(slice) { text in
            text.contains { (0x30...0x39).contains($0) || $0 >= 0x80 }
        }
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
