import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse: the lines of a daybook")
struct MemoLinesReaderTests {
    private static let fields = [
        "fin.trs.head.inpdate", "fin.trs.line.dim1", "fin.trs.line.dim2",
        "fin.trs.line.description", "fin.trs.line.invnumber", "fin.trs.line.valuesigned",
        "fin.trs.head.status",
    ]

    /// Two lines of one entry; texts and numbers are invented.
    private static func answer() -> BrowseAnswer {
        var answer = BrowseAnswer()
        answer.columns = [
            ("fin.trs.head.status", "temporary"), ("fin.trs.head.inpdate", "20261104101500"),
            ("fin.trs.head.date", "20261104"), ("fin.trs.head.curcode", "EUR"),
            ("fin.trs.line.dim1", "2101"), ("fin.trs.line.dim2", ""),
            ("fin.trs.line.description", "C2411 betaling"), ("fin.trs.line.invnumber", "WEB-17"),
            ("fin.trs.line.valuesigned", "119.00"), ("fin.trs.line.freetext1", "x"),
        ]
        answer.key = ["office": "NLA001", "code": "MEMO", "number": "202600042", "line": "1"]
        answer.rows = [
            [:],
            [
                "key/line": "2", "fin.trs.line.dim1": "1300", "fin.trs.line.dim2": "D0001234",
                "fin.trs.line.description": "WEB-17", "fin.trs.line.valuesigned": "-119.00",
            ],
        ]
        return answer
    }

    private static func open(
        _ answer: BrowseAnswer, fields: [String] = fields, pieces: Int = .max
    ) -> Result<MemoLineTable, RecordFault> {
        read(answer.xml, with: MemoLinesReader(office: "NLA001", fields: fields), pieces: pieces)
    }

    @Test(
        "Every line is read, by field or by position, wherever the bytes are cut",
        arguments: [1, 7, 1 << 20], [true, false])
    func lines(pieces: Int, namesFields: Bool) throws {
        var answer = Self.answer()
        answer.namesFields = namesFields
        let rows = try Self.open(answer, pieces: pieces).get().rows
        #expect(rows.map(\.code) == ["MEMO", "MEMO"])
        #expect(rows.map(\.number) == ["202600042", "202600042"])
        #expect(rows.map(\.line) == [1, 2])
        #expect(rows.map(\.account) == ["2101", "1300"])
        #expect(rows.map(\.customer) == ["", "D0001234"])
        #expect(rows.map(\.description) == ["C2411 betaling", "WEB-17"])
        #expect(rows.map(\.invoiceNumber) == ["WEB-17", "WEB-17"])
        #expect(rows.map(\.value) == [11_900, -11_900])
        #expect(rows.allSatisfy { $0.currency == .eur && $0.status == .provisional })
        #expect(rows.allSatisfy { $0.inputDate == "20261104101500" })
        #expect(rows.first?.date == CalendarDate(year: 2026, month: 11, day: 4))
    }

    @Test("A wanted column that is not in the rows is a fault", arguments: fields)
    func missingColumn(field: String) throws {
        let fault = try #require(failure(of: Self.open(Self.answer().without(field))))
        #expect(fault.message.contains(field))
        #expect(failure(of: Self.open(Self.answer().without(field), fields: [])) == nil)
    }

    @Test("Base amounts count only for entries in euros")
    func baseAmounts() throws {
        let answer = Self.answer().without("fin.trs.line.valuesigned")
            .with("fin.trs.line.basevaluesigned", "7.50")
        #expect(try Self.open(answer, fields: []).get().rows.map(\.value) == [750, 750])
        let foreign = answer.with("fin.trs.head.curcode", "USD")
        #expect(try Self.open(foreign, fields: []).get().rows.map(\.value) == [nil, nil])
        let unsaid = answer.without("fin.trs.head.curcode")
        let rows = try Self.open(unsaid, fields: []).get().rows
        #expect(rows.map(\.value) == [750, 750] && rows.allSatisfy { !$0.currency.isPresent })
    }

    @Test("An answer that is not whole, or of another administration, is a fault")
    func strict() {
        var answer = Self.answer()
        answer.root = "result=\"1\" first=\"1\" last=\"2\" total=\"3\""
        #expect(failure(of: Self.open(answer))?.message.contains("2 of 3 rows") == true)
        answer.root = "result=\"1\""
        #expect(failure(of: Self.open(answer)) != nil)
        answer = Self.answer()
        answer.rows[1]["key/office"] = "NLA002"
        #expect(failure(of: Self.open(answer))?.message.contains("NLA002") == true)
    }

    @Test(
        "What cannot be read is a fault, never another value",
        arguments: [
            ("fin.trs.line.valuesigned", "1.234,00"), ("fin.trs.line.valuesigned", "1.001"),
            ("fin.trs.head.date", "04-11-2026"), ("fin.trs.head.curcode", "EURO"),
            ("key/line", "x"), ("key/line", ""), ("key/number", ""), ("key/code", ""),
        ])
    func unreadable(field: String, text: String) {
        var answer = Self.answer()
        answer.rows[1][field] = text
        #expect(failure(of: Self.open(answer))?.line != nil)
    }

    @Test("A refusal is told in its own words")
    func refused() {
        let xml = "<browse result=\"0\" msgtype=\"error\" msg=\"Veld bestaat niet\"/>"
        let fault = failure(of: read(xml, with: MemoLinesReader(office: "NLA001")))
        #expect(fault?.message.contains("Veld bestaat niet") == true)
    }

    @Test("A column that stands twice must say the same twice")
    func columnTwice() {
        var answer = Self.answer()
        answer.columns.append(("fin.trs.line.dim1", "2101"))
        #expect(failure(of: Self.open(answer)) == nil)
        answer.columns[answer.columns.count - 1].value = "9999"
        answer.rows = [["key/line": "1"]]
        let xml = answer.xml.split(separator: ">2101</td>", maxSplits: 1).joined(
            separator: ">1</td>")
        let reader = MemoLinesReader(office: "NLA001")
        #expect(failure(of: read(xml, with: reader))?.message.contains("twice") == true)
    }
}
