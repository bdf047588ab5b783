import ByteText
import DomainModel
import Testing

@Suite("Rows in little room")
struct PackedRowTests {
    private var random = RowNumbers()

    /// Slices one behind the other, some of them absent; at times one stands elsewhere or is long.
    private mutating func slices(_ count: Int, isPlain: Bool) -> [TextSlice] {
        var place = UInt32(random.below(1 << 30))
        return (0..<count).map { _ in
            if random.below(3) == 0 { return .absent }
            let length = UInt32(1 + random.below(isPlain ? 200 : 70_000))
            if !isPlain, random.below(4) == 0 { place = UInt32(random.below(1 << 30)) }
            defer { place += length }
            return TextSlice(offset: place, count: length)
        }
    }

    private mutating func payment(isPlain: Bool, _ words: [WordID]) -> PaymentRow {
        var row = PaymentRow()
        let texts = slices(9, isPlain: isPlain)
        row.reference = texts[0]
        row.merchantOrderReference = texts[1]
        row.description = texts[2]
        row.metadata = texts[3]
        row.billingEmail = texts[4]
        row.originalReference = texts[5]
        row.childReference = texts[6]
        row.failureCode = texts[7]
        row.amountAsWritten = texts[8]
        let created = Int64(random.below(1 << 40))
        if random.below(9) > 0 { row.created = Instant(milliseconds: created) }
        let later = Int64(random.below(isPlain ? 1 << 20 : 1 << 40))
        if random.below(3) > 0 { row.lastUpdate = Instant(milliseconds: created + later) }
        if random.below(3) > 0 { row.statusFinal = Instant(milliseconds: created - later / 2) }
        row.amount = Int64(random.below(1 << 40))
        row.currency = random.below(2) == 0 ? .eur : .absent
        row.type = words[random.below(words.count)]
        row.status = words[random.below(words.count)]
        row.method = words[random.below(words.count)]
        row.brand = words[random.below(words.count)]
        row.paidOut = words[random.below(words.count)]
        row.entryMode = words[random.below(words.count)]
        row.language = words[random.below(words.count)]
        if random.below(5) == 0 { row.defects = [.currencyInvalid, .wrongKind] }
        return row
    }

    private mutating func item(isPlain: Bool) -> OpenItemRow {
        var row = OpenItemRow()
        let sale = slices(3, isPlain: isPlain)
        (row.number, row.invoiceNumber, row.description) = (sale[0], sale[1], sale[2])
        if random.below(2) == 0 { row.description = row.invoiceNumber }
        let customer = slices(2, isPlain: isPlain)
        (row.customer, row.customerName) = (customer[0], customer[1])
        let codes = (0..<4).map { _ in
            TextSlice(offset: UInt32(random.below(6) * 10), count: UInt32(random.below(4)))
        }
        (row.office, row.daybook, row.line, row.account) = (codes[0], codes[1], codes[2], codes[3])
        row.firstEmail = UInt32(random.below(1 << 20))
        row.emailCount = UInt32(random.below(isPlain ? 3 : 100_000))
        row.value = random.below(3) == 0 ? nil : Int64(random.below(1 << 40)) - (1 << 39)
        row.openValue = Int64(random.below(1 << 40)) - (1 << 39)
        row.date = CalendarDate(daysSinceEpoch: Int32(random.below(30_000)))
        if random.below(2) == 0 {
            row.dueDate = CalendarDate(daysSinceEpoch: Int32(random.below(30_000)))
        }
        row.currency = random.below(2) == 0 ? .eur : .absent
        row.status = OpenItemRow.Status.allCases[random.below(4)]
        row.matchStatus = OpenItemRow.MatchStatus.allCases[random.below(3)]
        return row
    }

    @Test("Payments come back as they were put in")
    mutating func payments() {
        var table = PaymentTable()
        let words = ["", "sale", "success", "ideal", "card", "visa"].map { word in
            Array(word.utf8).withUnsafeBufferPointer { table.words.intern($0) }
        }
        var expected = (0..<3000).map { payment(isPlain: $0 % 3 > 0, words) }
        for row in expected { table.rows.append(row) }
        for position in stride(from: 0, to: 3000, by: 7) {
            expected[position] = payment(isPlain: position % 2 == 0, words)
            table.rows[position] = expected[position]
        }
        #expect(table.rows.map { "\($0)" } == expected.map { "\($0)" })
    }

    @Test("Open items come back as they were put in")
    mutating func items() {
        var table = OpenItemTable()
        var expected = (0..<3000).map { item(isPlain: $0 % 3 > 0) }
        for row in expected { table.rows.append(row) }
        for position in stride(from: 0, to: 3000, by: 7) {
            expected[position] = item(isPlain: position % 2 == 0)
            table.rows[position] = expected[position]
        }
        #expect(table.rows.map { "\($0)" } == expected.map { "\($0)" })
    }
}

/// Numbers that look random and are the same in every run.
private struct RowNumbers {
    private var state: UInt64 = 2026

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 20) % UInt64(bound))
    }
}
