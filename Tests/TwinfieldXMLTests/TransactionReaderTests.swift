import DomainModel
import Testing
import TwinfieldXML

@Suite("Reading one entry")
struct TransactionReaderTests {
    private static func answer(
        _ xml: String, code: String = "MEMO", number: String = "202600042"
    ) throws -> TransactionAnswer {
        try read(xml, with: TransactionReader(code: code, number: number)).get()
    }

    private static func entry(_ xml: String) throws -> EntryAnswer {
        guard case .found(let entry) = try answer(xml) else {
            throw RecordFault("not found")
        }
        return entry
    }

    @Test("Matched lines inside a line are never lines of the entry")
    func nestedLines() throws {
        var document = EntryDocument()
        document.customerLine = """
            <basevalueopen>-50.00</basevalueopen><matchstatus>available</matchstatus>\
            <matchdate>20261105</matchdate><matches><set status="final">\
            <matchdate>20261105</matchdate><lines><line><code>VRK</code>\
            <number>202600017</number><line>1</line><method>payment</method>\
            <matchvalue>69.00</matchvalue></line></lines><matchvalue>-69.00</matchvalue>\
            </set></matches>
            """
        let entry = try Self.entry(document.xml)
        #expect(entry.lines.count == 2)
        let line = try #require(entry.lines.last)
        #expect(line.open == -5000 && line.value == -11_900)
        let match = try #require(line.matches.first)
        #expect(match.date == CalendarDate(year: 2026, month: 11, day: 5))
        #expect(match.matched == -6900)
        #expect(match.counterparts.map(\.code) == ["VRK"])
        #expect(match.counterparts.map(\.number) == ["202600017"])
        #expect(match.counterparts.map(\.line) == [1])
        #expect(match.counterparts.map(\.matched) == [6900])
    }

    @Test(
        "The open amount is signed, whatever its element is called",
        arguments: [
            ("<openvalue>119.00</openvalue>", -11_900), ("<valueopen>-50.00</valueopen>", -5000),
            ("<basevalueopen>-0.01</basevalueopen>", -1),
            ("<openbasevalue>2</openbasevalue>", -200),
            ("<openvalue>0.00</openvalue>", 0), ("<openvalue/>", nil), ("", nil),
            ("<openvalue>x</openvalue>", nil), ("<openvalue>1.001</openvalue>", nil),
            ("<basevalueopen>-9.00</basevalueopen><valueopen>-8.00</valueopen>", -800),
        ] as [(String, Int64?)])
    func openAmounts(element: String, expected: Int64?) throws {
        let entry = try Self.entry(EntryDocument(customerLine: element).xml)
        #expect(entry.lines.last?.open == expected)
    }

    @Test("An open amount that goes the other way than its line is not taken")
    func contradictingSign() throws {
        var xml = EntryDocument(customerLine: "<valueopen>-50.00</valueopen>").xml
        xml = xml.split(separator: "credit</debitcredit>").joined(separator: "debit</debitcredit>")
        #expect(try Self.entry(xml).lines.last?.open == nil)
    }

    @Test(
        "What is not there is missing, with what Twinfield says",
        arguments: [
            "<transaction msgtype=\"error\" msg=\"Bestaat niet.\" result=\"0\"/>",
            "<transaction result=\"0\"><header><number msg=\"Bestaat niet.\"/></header>"
                + "</transaction>",
        ])
    func missing(xml: String) throws {
        guard case .missing(let messages) = try Self.answer(xml) else {
            Issue.record("not missing")
            return
        }
        #expect(messages.map(\.text) == ["Bestaat niet."])
    }

    @Test(
        "Another entry, a refusal with an entry, and another document are not understood",
        arguments: [
            EntryDocument(header: "<number>202600043</number>").xml,
            EntryDocument(attributes: "result=\"0\"").xml,
            EntryDocument(customerLine: "<dim3 result=\"0\"/>").xml, "<transaction/>",
            "<transaction result=\"1\"/>", "<transaction result=\"1\" msgtype=\"error\"/>",
            "<salesinvoice result=\"0\"/>", "<transactions>\(EntryDocument().xml)</transactions>",
        ])
    func notUnderstood(xml: String) throws {
        guard case .notUnderstood(let reason) = try Self.answer(xml) else {
            Issue.record("understood")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test("The total line of a sale has its customer, its open amount and its invoice number")
    func sale() throws {
        let xml = """
            <transaction raisewarning="false" result="1" location="final"><header>\
            <code>VRK</code><currency>EUR</currency><invoicenumber>WEB-9</invoicenumber>\
            <duedate>20261201</duedate><number>202600017</number></header><lines>\
            <line type="total" id="1"><dim1>1300</dim1><dim2 dimensiontype="DEB">D7</dim2>\
            <value>121.00</value><debitcredit>debit</debitcredit><description />\
            <basevalueopen>21.00</basevalueopen><matchstatus>available</matchstatus></line>\
            <line id="3" type="vat"><dim1>1530</dim1><value>21.00</value>\
            <debitcredit>credit</debitcredit></line></lines></transaction>
            """
        guard case .found(let entry) = try Self.answer(xml, code: "VRK", number: "202600017")
        else {
            Issue.record("not found")
            return
        }
        #expect(entry.status == .final && entry.invoiceNumber == "WEB-9")
        #expect(entry.lines.map(\.type) == ["total", "vat"])
        #expect(entry.lines.map(\.open) == [2100, nil])
        #expect(entry.lines.map(\.id) == [1, 3])
    }
}
