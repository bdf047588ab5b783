import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Memo entries as XML")
struct MemoWriterTests {
    /// An entry of two lines; the texts stand in the second line.
    static func draft(
        invoice: String = "WEB-17", description: String = "WEB-17", customer: String = "D0001234",
        amount: Int64 = 11_900
    ) -> MemoDraft {
        var draft = MemoDraft(
            office: "NLA001", journal: "MEMO", destiny: .provisional, currency: .eur,
            date: CalendarDate(daysSinceEpoch: 20_758))
        let first = MemoLine(
            side: .debit, amount: amount, account: draft.texts.append("2101"),
            description: draft.texts.append("C24 betaling"))
        let second = MemoLine(
            side: .credit, amount: amount, account: draft.texts.append("1300"),
            customer: draft.texts.append(customer), invoiceNumber: draft.texts.append(invoice),
            description: draft.texts.append(description))
        draft.lines = [first, second]
        return draft
    }

    static func write(_ drafts: [MemoDraft]) throws -> String {
        var writer = MemoWriter()
        writer.begin()
        for draft in drafts { try writer.write(Memo(balancing: draft)) }
        writer.end()
        return Self.drained(&writer)
    }

    static func drained(_ writer: inout MemoWriter) -> String {
        var bytes: [UInt8] = []
        writer.drain { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

    @Test("An entry has Twinfield's shape, without white space between elements")
    func shape() throws {
        let expected = """
            <transactions><transaction destiny="temporary"><header><office>NLA001</office>\
            <code>MEMO</code><currency>EUR</currency><date>20261101</date></header><lines>\
            <line type="detail" id="1"><dim1>2101</dim1><debitcredit>debit</debitcredit>\
            <value>119.00</value><description>C24 betaling</description></line>\
            <line type="detail" id="2"><dim1>1300</dim1><dim2>D0001234</dim2>\
            <debitcredit>credit</debitcredit><value>119.00</value>\
            <invoicenumber>WEB-17</invoicenumber><description>WEB-17</description></line>\
            </lines></transaction></transactions>
            """
        #expect(try Self.write([Self.draft()]) == Self.declaration + expected)
    }

    @Test("Entries that another writer made stand in a document as its own")
    func entriesOfAnother() throws {
        let drafts = (0..<3).map { Self.draft(invoice: "WEB-\($0)") }
        var document = MemoWriter()
        document.begin()
        document.beginEntries()
        var text = Self.drained(&document)
        for draft in drafts {
            var part = MemoWriter(entriesOnly: true)
            try part.write(Memo(balancing: draft))
            text += Self.drained(&part)
            part.end()
            #expect(part.pendingByteCount == 0)
        }
        document.end()
        #expect(try text + Self.drained(&document) == Self.write(drafts))
    }

    @Test("A document of no entries is whole too")
    func noEntries() throws {
        #expect(try Self.write([]) == Self.declaration + "<transactions/>")
    }

    @Test("A final entry says final")
    func finalEntry() throws {
        var draft = Self.draft()
        draft.destiny = .final
        #expect(try Self.write([draft]).contains("<transaction destiny=\"final\">"))
    }

    @Test(
        "Amounts have the decimals of their currency and no sign",
        arguments: [
            (1, "EUR", "0.01"), (10, "EUR", "0.10"), (100, "EUR", "1.00"),
            (1_234_567, "USD", "12345.67"), (500, "JPY", "500"), (1, "KWD", "0.001"),
            (Int64.max, "EUR", "92233720368547758.07"),
        ] as [(Int64, String, String)])
    func amounts(amount: Int64, currency: String, expected: String) throws {
        var draft = Self.draft(amount: amount)
        draft.currency = try #require(CurrencyCode(currency.utf8))
        let text = try Self.write([draft])
        #expect(text.contains("<value>\(expected)</value>"))
        #expect(text.contains("<currency>\(currency)</currency>"))
    }

    @Test(
        "Dates have eight digits",
        arguments: [(2026, 1, 2, "20260102"), (1999, 12, 31, "19991231"), (33, 4, 3, "00330403")])
    func dates(year: Int, month: Int, day: Int, expected: String) throws {
        var draft = Self.draft()
        draft.date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(try Self.write([draft]).contains("<date>\(expected)</date>"))
    }

    @Test(
        "Every text comes back from a parser as it was given",
        arguments: [
            "a & b", "<b>", "\"quoted\" 'single'", "]]>", "&amp;", "🛒👨‍👩‍👧‍👦", "הזמנה 17", "طلب",
            "a\tb", "a\nb", "a\rb", "a\r\nb", " lead and trail ", "\u{85}\u{2028}\u{7F}",
            "é and e\u{301}", "\u{FFFD}\u{10FFFF}", "<![CDATA[x]]>", "<!-- x -->",
            "&&&&&&&&&&&&&&&&",
        ])
    func roundTrip(text: String) throws {
        let draft = Self.draft(invoice: text, description: text, customer: "a&<>\"'")
        let xml = try Self.write([draft, draft])
        let parsed = TextsOfElements.read(xml)
        #expect(parsed["invoicenumber"] == [text, text])
        #expect(parsed["description"]?.last == text)
        #expect(parsed["dim2"]?.first == "a&<>\"'")
    }

    @Test(
        "The limits of Twinfield count UTF-16 units",
        arguments: [
            ("x", 40, true), ("x", 41, false), ("🛒", 20, true), ("🛒", 21, false), ("é", 40, true),
            ("\u{FFFD}", 40, true), ("\u{FFFD}", 41, false), ("&", 40, true),
        ])
    func limits(character: String, count: Int, isFine: Bool) throws {
        let text = String(repeating: character, count: count)
        for draft in [Self.draft(invoice: text), Self.draft(description: text)] {
            let memo = try Memo(balancing: draft)
            var writer = MemoWriter()
            if isFine {
                try writer.write(memo)
            } else {
                let fault = #expect(throws: MemoWriterFault.self) { try writer.write(memo) }
                #expect(fault?.line == 2)
                #expect(fault?.problem == .tooLong(units: text.utf16.count, limit: 40))
                #expect(writer.pendingByteCount == 0)
            }
        }
    }

    @Test("A refused entry leaves no trace, and the next one is written")
    func refusedEntry() throws {
        var writer = MemoWriter()
        try writer.write(Memo(balancing: Self.draft(invoice: "one")))
        let bad = try Memo(balancing: Self.draft(description: "a\u{1}b"))
        #expect(throws: MemoWriterFault.self) { try writer.write(bad) }
        try writer.write(Memo(balancing: Self.draft(invoice: "two")))
        writer.end()
        let text = Self.drained(&writer)
        #expect(TextsOfElements.read(text)["invoicenumber"] == ["one", "two"])
        #expect(!text.contains("a\u{1}b"))
    }

    @Test("Bytes are handed out once, and a document in pieces is the whole document")
    func draining() throws {
        let memo = try Memo(balancing: Self.draft())
        let whole = try Self.write(Array(repeating: Self.draft(), count: 50))
        var writer = MemoWriter()
        var text = ""
        writer.begin()
        for index in 0..<50 {
            try writer.write(memo)
            let ready = writer.pendingByteCount
            #expect(ready > 0)
            if index % 7 == 0 {
                let piece = Self.drained(&writer)
                #expect(piece.utf8.count == ready)
                #expect(writer.pendingByteCount == 0)
                text += piece
            }
        }
        writer.end()
        text += Self.drained(&writer)
        #expect(text == whole)
        #expect(Self.drained(&writer).isEmpty)
    }

    @Test("When the receiver throws, the bytes stay")
    func drainThrows() throws {
        struct Full: Error {}
        var writer = MemoWriter()
        try writer.write(Memo(balancing: Self.draft()))
        let ready = writer.pendingByteCount
        #expect(throws: Full.self) { try writer.drain { _ in throw Full() } }
        #expect(writer.pendingByteCount == ready)
    }

    @Test("A second document may follow the first, with its own declaration")
    func secondDocument() throws {
        var writer = MemoWriter()
        var texts: [String] = []
        for _ in 0..<2 {
            try writer.write(Memo(balancing: Self.draft()))
            writer.end()
            texts.append(Self.drained(&writer))
        }
        #expect(texts[0] == texts[1])
        #expect(try texts[0] == Self.write([Self.draft()]))
    }

    @Test("An entry of a thousand lines is written whole")
    func thousandLines() throws {
        var draft = Self.draft()
        let (debit, credit) = (draft.lines[0], draft.lines[1])
        draft.lines = (0..<1000).map { $0 % 2 == 0 ? debit : credit }
        let text = try Self.write([draft])
        #expect(TextsOfElements.read(text)["dim1"]?.count == 1000)
        #expect(text.contains("<line type=\"detail\" id=\"1000\">"))
    }
}
