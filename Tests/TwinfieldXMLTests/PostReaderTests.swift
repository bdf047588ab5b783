import DomainModel
import Testing
import TwinfieldXML

@Suite("Posting: booked, refused, or not understood")
struct PostReaderTests {
    private static func answers(_ xml: String, pieces: Int = .max) throws -> PostAnswers {
        try read(xml, with: PostReader(), pieces: pieces).get()
    }

    private static func answer(_ xml: String) throws -> PostAnswer { try answers(xml).only }

    /// How an answer is called in the tables below.
    private static func word(_ answer: PostAnswer) -> String {
        switch answer {
        case .booked: "booked"
        case .refused: "refused"
        case .notUnderstood: "not understood"
        }
    }

    @Test(
        "A saved entry is booked, alone or in a list, with its content",
        arguments: [1, 50, 100_000])
    func booked(pieces: Int) throws {
        let entry = EntryDocument().xml
        for xml in [
            entry, "<transactions result=\"1\">\(entry)</transactions>",
            "<?xml version=\"1.0\"?><!-- x --><transactions>\n\(entry)\n</transactions>",
        ] {
            guard case .booked(let answer) = try Self.answers(xml, pieces: pieces).only else {
                Issue.record("not booked")
                return
            }
            #expect(answer.number == "202600042" && answer.code == "MEMO")
            #expect(answer.office == "NLA001" && answer.currency == .eur)
            #expect(answer.status == .provisional && answer.period == "2026/11")
            #expect(answer.date == CalendarDate(year: 2026, month: 11, day: 4))
            #expect(answer.inputDate == "20261104101500" && answer.warnings.isEmpty)
            #expect(answer.lines.map(\.id) == [1, 2])
            #expect(answer.lines.map(\.account) == ["2101", "1300"])
            #expect(answer.lines.map(\.customer) == ["", "D0001234"])
            #expect(answer.lines.map(\.value) == [11_900, -11_900])
            #expect(answer.lines.map(\.open) == [nil, -11_900])
            #expect(answer.lines.map(\.description) == ["C2411 betaling", "WEB-17"])
            #expect(answer.lines.map(\.invoiceNumber) == ["", "WEB-17"])
            #expect(answer.lines.map(\.matchStatus) == [.other, .available])
        }
    }

    @Test("A refused entry tells all messages, split, and where they stand")
    func refused() throws {
        var entry = EntryDocument()
        entry.attributes = """
            destiny="temporary" msgtype="error" result="0" \
            msg="Niet in balans. Er ontbreekt 0.01 debet.//Zie https://example.com/x //"
            """
        entry.header =
            EntryDocument.unsaved
            + "<freetext1 msgtype=\"error\" msg=\"Te lang\" result=\"0\">x</freetext1>"
        entry.customerLine = "<dim3 msgtype=\"error\" msg=\"Bestaat niet\" result=\"0\">P</dim3>"
        let answer = try Self.answer("<transactions result=\"0\">\(entry.xml)</transactions>")
        #expect(
            answer
                == .refused([
                    TwinfieldMessage(
                        "Niet in balans. Er ontbreekt 0.01 debet.", path: "transaction"),
                    TwinfieldMessage("Zie https://example.com/x", path: "transaction"),
                    TwinfieldMessage("Te lang", path: "transaction/header/freetext1"),
                    TwinfieldMessage("Bestaat niet", path: "transaction/lines/line/dim3", line: 2),
                ]))
    }

    @Test("Lines without ids are counted from 1")
    func linesWithoutIDs() throws {
        var entry = EntryDocument(attributes: "destiny=\"temporary\" result=\"0\"")
        entry.header = EntryDocument.unsaved
        entry.ids = ["", "result=\"0\" msgtype=\"error\" msg=\"Fout\""]
        let expected = TwinfieldMessage("Fout", path: "transaction/lines/line", line: 2)
        #expect(try Self.answer(entry.xml) == .refused([expected]))
    }

    @Test("A warning means that nothing was saved, and says that it is one")
    func warning() throws {
        var entry = EntryDocument(attributes: "destiny=\"temporary\" result=\"0\"")
        entry.header = """
            <currency>EUR</currency>\
            <date msgtype="warning" msg="Buiten de periode." result="0">20261104</date>
            """
        let expected = TwinfieldMessage(
            "Buiten de periode.", isWarning: true, path: "transaction/header/date")
        #expect(try Self.answer(entry.xml) == .refused([expected]))
    }

    @Test("In a batch each entry has its own fate")
    func batch() throws {
        let refused = EntryDocument(
            attributes: "result=\"0\" msgtype=\"error\" msg=\"x\"", header: EntryDocument.unsaved)
        let xml = "\(refused.xml)\(EntryDocument().xml)\(refused.xml)"
        let answers = try Self.answers("<transactions result=\"0\">\(xml)</transactions>")
        #expect(answers.each.map(Self.word) == ["refused", "booked", "refused"])
        #expect(Self.word(answers.only) == "not understood")
    }

    @Test(
        "What is not clear is not understood",
        arguments: [
            // The answer is what the test names; nothing here may be booked.
            ("result=\"1\"", EntryDocument.unsaved, "not understood"),
            ("result=\"1\"", EntryDocument.unsaved + "<number/>", "not understood"),
            ("result=\"1\"", EntryDocument.unsaved + "<number>1x</number>", "not understood"),
            ("result=\"1\"", "<number>1</number><number>2</number>", "not understood"),
            ("result=\"1\"", "<number>1</number></header><header><x/>", "not understood"),
            ("result=\"1\"", "<number>1</number><date result=\"0\"/>", "not understood"),
            ("result=\"1\"", "<number>1</number><date msgtype=\"error\"/>", "not understood"),
            ("result=\"1\" msgtype=\"error\"", "<number>1</number>", "not understood"),
            ("result=\"0\"", "<number>1</number>", "not understood"),
            ("result=\"0\" location=\"temporary\"", EntryDocument.unsaved, "not understood"),
            ("", "<number>1</number>", "not understood"),
            ("", EntryDocument.unsaved, "not understood"),
            ("result=\"yes\"", "<number>1</number>", "not understood"),
            ("result=\"2\"", EntryDocument.unsaved, "not understood"),
            ("result=\"0\"", EntryDocument.unsaved, "refused"),
            ("", EntryDocument.unsaved + "<x result=\"0\"/>", "refused"),
            ("msgtype=\"error\"", EntryDocument.unsaved, "refused"),
        ])
    func unclear(attributes: String, header: String, expected: String) throws {
        let entry = EntryDocument(attributes: attributes, header: header)
        #expect(Self.word(try Self.answer(entry.xml)) == expected)
        let list = "<transactions>\(entry.xml)</transactions>"
        #expect(Self.word(try Self.answer(list)) == expected)
    }

    @Test("An entry with its lines in two parts is not understood")
    func twoParts() throws {
        let xml = EntryDocument().xml.replacing("</transaction>", with: "<lines/></transaction>")
        #expect(Self.word(try Self.answer(xml)) == "not understood")
    }

    @Test("The same number twice is one number")
    func sameNumberTwice() throws {
        var entry = EntryDocument()
        entry.header += "<number>202600042</number>"
        #expect(Self.word(try Self.answer(entry.xml)) == "booked")
    }

    @Test(
        "Other roots and empty lists are refused only when they are lists that say so",
        arguments: [
            ("<transactions result=\"0\" msgtype=\"error\" msg=\"Geen toegang\"/>", "refused"),
            ("<transactions/>", "not understood"),
            ("<transactions result=\"1\"/>", "not understood"),
            ("<dimension result=\"0\" msg=\"x\"/>", "not understood"),
            ("<browse result=\"1\"/>", "not understood"),
            ("<x><transaction result=\"1\"/></x>", "not understood"),
        ])
    func roots(xml: String, expected: String) throws {
        #expect(Self.word(try Self.answer(xml)) == expected)
    }

    @Test("A nested transaction is not one of the answer")
    func nested() throws {
        let inner = EntryDocument().xml
        let xml = "<transactions result=\"0\"><x>\(inner)</x></transactions>"
        #expect(Self.word(try Self.answer(xml)) == "not understood")
    }

    @Test("An entry in yen has no decimals, one in euros two")
    func currencies() throws {
        var entry = EntryDocument()
        entry.header = "<number>7</number><currency>JPY</currency>"
        guard case .booked(let yen) = try Self.answer(entry.xml) else {
            Issue.record("not booked")
            return
        }
        #expect(yen.lines.map(\.value) == [119, -119])
    }

    @Test("An answer of any other size is a fault, not a full memory")
    func endless() {
        let line = "<line id=\"1\"><value>1.00</value></line>"
        let lines = String(repeating: line, count: 200_000)
        let xml = "<transaction result=\"1\"><lines>\(lines)</lines></transaction>"
        let fault = failure(of: read(xml, with: PostReader(), pieces: 1 << 16))
        #expect(fault?.message.contains("larger than any answer") == true)
    }
}
