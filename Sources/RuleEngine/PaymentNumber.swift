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
    /// Whether it may be no order number at all: a date, a phone number, nothing but zeros.
    ///
    /// Then it is no proof, however equal it is.
    var isDoubtful = false
    /// Whether it has more than 40 characters, so that no field of a sale holds it whole.
    var isLong = false
    /// The series that was ignored in front of it, 0 for none.
    var series = 0
    /// What the words in front of it say it is.
    var kind = NumberKind.unknown
    /// A second number that another field of the payment names.
    var disagreeing = TextSlice.absent
    /// The series that was ignored in front of the second number.
    var seriesOfDisagreeing = 0
    /// Whether more than two numbers are named.
    var namesMany = false
    /// The fields that were read; their words are weak evidence.
    var texts: [TextSlice] = []

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
        var doubtful = TextSlice.absent
        for field in rule.inPayment {
            var slice = field.slice(row)
            if !slice.isPresent, let lender { slice = field.slice(lender) }
            guard slice.isPresent else { continue }
            texts.append(slice)
            if field == .merchantOrderReference {
                let trimmed = Self.trimmed(slice, in: table)
                guard trimmed.isPresent else { continue }
                if Self.hasDigit(trimmed, in: table) {
                    note(trimmed, of: trimmed, in: table, reader: reader)
                } else if !withoutDigit.isPresent, !reader.isNoNumber(trimmed, in: table) {
                    withoutDigit = trimmed
                }
            } else {
                readText(slice, from: table, reader: reader, doubtful: &doubtful)
            }
        }
        for slice in [doubtful, withoutDigit] where !isPresent && slice.isPresent {
            note(slice, of: slice, in: table, reader: reader)
            isDoubtful = isPresent && slice == doubtful
        }
        if isPresent, form.bytes.allSatisfy({ $0 == 0x30 || $0 == 0x2D }) { isDoubtful = true }
        if isPresent, !rule.aliases.isEmpty {
            aliases = rule.aliases.compactMap { $0.applied(to: form) }
        }
    }

    /// Notes what a free text names; a date or a phone number counts only when nothing else does.
    private mutating func readText(
        _ slice: TextSlice, from table: PaymentTable, reader: NumberReader,
        doubtful: inout TextSlice
    ) {
        table.texts.withBytes(slice) { text in
            reader.forEachNamed(in: text) { found in
                let part = slice.part(found.range)
                if found.isOther || found.isVague && isPresent && !isAlike(found, in: text) {
                    return
                }
                if found.isDoubtful {
                    if !doubtful.isPresent { doubtful = part }
                } else if isPresent || !found.isPart {
                    note(
                        part, of: slice, in: table, reader: reader, series: found.series,
                        kind: found.kind)
                }
            }
        }
    }

    /// Whether a text has digits and letters where the number has them.
    private mutating func isAlike(
        _ found: NumberReader.Found, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        scratch.set(UnsafeBufferPointer(rebasing: text[found.range]))
        return scratch.hasShape(of: form) || scratch.looselyEquals(form)
    }

    /// Takes the second number that a payment names.
    mutating func take(secondOf number: Self, from table: PaymentTable, reader: NumberReader) {
        reset()
        let slice = number.disagreeing
        note(
            slice, of: slice, in: table, reader: reader, series: number.seriesOfDisagreeing)
    }

    private mutating func reset() {
        text = .absent
        disagreeing = .absent
        namesMany = false
        isDoubtful = false
        series = 0
        kind = .unknown
        form.removeAll()
        isLong = false
        if !aliases.isEmpty { aliases.removeAll() }
        last40.removeAll()
        first40.removeAll()
        first40Stripped.removeAll()
        texts.removeAll(keepingCapacity: true)
    }

    /// Takes the first number, and holds every further one against it.
    private mutating func note(
        _ slice: TextSlice, of whole: TextSlice, in table: PaymentTable, reader: NumberReader,
        series seriesBefore: Int = 0, kind kindBefore: NumberKind = .unknown
    ) {
        table.texts.withBytes(slice) { bytes in
            let reference = reader.reference(in: bytes)
            let range = reference.range
            let seriesOfThis = seriesBefore == 0 ? reference.series : seriesBefore
            let words = UnsafeBufferPointer(rebasing: bytes[range])
            if !isPresent {
                form.set(words)
                guard !form.isEmpty else { return }
                text = slice
                stripped = slice.part(range)
                series = seriesOfThis
                kind = reference.kind == .unknown ? kindBefore : reference.kind
                setLongForms(slice, bytes, words)
                return
            }
            // Two series are two numbers, whatever is ignored in front.
            if seriesOfThis != 0, series != 0, seriesOfThis != series {
                return disagree(slice, seriesOfThis)
            }
            // Nearly always the description repeats the reference to the letter.
            if table.texts.withBytes(stripped, { $0.elementsEqual(words) }) {
                series = series == 0 ? seriesOfThis : series
                return
            }
            scratch.set(words)
            guard !scratch.isEmpty, !(scratch == form) else { return }
            // A description may hold the number cut off; that names no other number.
            if isLong, scratch == last40 || scratch == first40 || scratch == first40Stripped {
                return
            }
            if scratch.looselyEquals(form) { return }
            // A number with spaces in it is more than the one word that was read.
            if stands(in: whole, over: slice, of: table) { return }
            disagree(slice, seriesOfThis)
        }
    }

    private mutating func disagree(_ slice: TextSlice, _ seriesOfThis: Int) {
        if disagreeing.isPresent {
            namesMany = true
        } else {
            disagreeing = slice
            seriesOfDisagreeing = seriesOfThis
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
