import DomainModel
import Testing

@Suite("Words and currencies")
struct WordTests {
    private func intern(_ word: String, in table: inout WordTable) -> WordID {
        Array(word.utf8).withUnsafeBufferPointer { table.intern($0) }
    }

    @Test("A word is the same in every spelling that CCV might use")
    func spellings() {
        var table = WordTable()
        let first = intern("AUTO_REFUND", in: &table)
        for spelling in ["autorefund", "auto_refund", "Auto-Refund", "auto refund"] {
            #expect(intern(spelling, in: &table) == first)
        }
        #expect(table.word(first) == "autorefund")
        #expect(table.original(first) == "AUTO_REFUND")
        #expect(table.find("Auto Refund") == first)
        #expect(table.find("refund") == nil)
        #expect(intern("", in: &table) == .absent)
    }

    @Test("A flood of new words does not grow without end")
    func flood() {
        var table = WordTable()
        for number in 0..<20_000 { _ = intern("word\(number)", in: &table) }
        #expect(table.count <= WordTable.maximumCount + 1)
        #expect(table.word(intern("another", in: &table)) == "other")
    }

    @Test("A currency is three letters")
    func currencies() {
        #expect(CurrencyCode("eur".utf8) == .eur)
        #expect(CurrencyCode("EUR".utf8)?.text == "EUR")
        #expect(CurrencyCode("JPY".utf8)?.minorDigits == 0)
        #expect(CurrencyCode("KWD".utf8)?.minorDigits == 3)
        for text in ["", "eu", "euro", "e1r", "€€€", "@@@"] {
            #expect(CurrencyCode(text.utf8) == nil)
        }
    }
}
