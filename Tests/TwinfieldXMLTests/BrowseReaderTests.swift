import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse 100: what a row becomes")
struct BrowseReaderTests {
    @Test("A row of a plain answer has all its fields")
    func plainRow() throws {
        let answer = BrowseAnswer().with("fin.trs.line.dim1", "1300")
            .with("fin.trs.line.datedue", "20261201")
            .with("fin.trs.line.description", "Bestelling 17")
        let table = try readBrowse(answer.xml).get()
        let row = try #require(table.rows.first)
        #expect(table.rows.count == 1)
        #expect(table.warnings.isEmpty)
        #expect(table.text(row.office) == "NLA001")
        #expect(table.text(row.daybook) == "VRK")
        #expect(table.text(row.number) == "202600017")
        #expect(table.text(row.line) == "1")
        #expect(table.text(row.account) == "1300")
        #expect(table.text(row.customer) == "D0001234")
        #expect(table.text(row.customerName) == "Jansen BV")
        #expect(table.text(row.invoiceNumber) == "WEB-17")
        #expect(table.text(row.description) == "Bestelling 17")
        #expect(row.value == 11_900)
        #expect(row.openValue == 11_900)
        #expect(row.date == CalendarDate(year: 2026, month: 11, day: 1))
        #expect(row.dueDate == CalendarDate(year: 2026, month: 12, day: 1))
        #expect(row.currency == .eur)
        #expect(row.status == .final)
        #expect(row.matchStatus == .available)
    }

    @Test(
        "Amounts are read to the cent, with their sign",
        arguments: [
            ("17729.00", 1_772_900), ("6708.02", 670_802), ("-50.00", -5000), ("6708", 670_800),
            ("6708.0", 670_800), ("0.00", 0), ("-0.01", -1), (" 1.00\n", 100),
            ("92233720368547758.07", Int64.max),
        ])
    func amounts(text: String, cents: Int64) throws {
        let answer = BrowseAnswer().with("fin.trs.line.openvaluesigned", text)
        #expect(try readBrowse(answer.xml).get().rows.first?.openValue == cents)
    }

    @Test(
        "The status is read from the value, never from its localised name",
        arguments: [
            ("temporary", OpenItemRow.Status.provisional), ("final", .final), ("draft", .draft),
            ("inuse", .other), ("", .other), ("Concept", .other),
        ])
    func status(text: String, expected: OpenItemRow.Status) throws {
        let answer = BrowseAnswer().with("fin.trs.head.status", text)
        #expect(try readBrowse(answer.xml).get().rows.first?.status == expected)
    }

    @Test(
        "Whether a line can be reconciled is read from the value",
        arguments: [
            ("available", OpenItemRow.MatchStatus.available), ("matched", .matched),
            ("proposed", .other), ("notmatchable", .other), ("", .other),
        ])
    func matchStatus(text: String, expected: OpenItemRow.MatchStatus) throws {
        let answer = BrowseAnswer().with("fin.trs.line.matchstatus", text)
        #expect(try readBrowse(answer.xml).get().rows.first?.matchStatus == expected)
    }

    @Test("Columns may stand in any order, and unknown ones are passed over")
    func columnOrder() throws {
        var answer = BrowseAnswer().with("fin.trs.mng.type", "JOURNAL")
        let expected = try readBrowse(answer.xml).get().text(0)
        answer.columns.reverse()
        #expect(try readBrowse(answer.xml).get().text(0) == expected)
        answer.columns.shuffle()
        #expect(try readBrowse(answer.xml).get().text(0) == expected)
    }

    @Test("Without field attributes (optimize) the cells count by their position under th")
    func positionalCells() throws {
        var answer = BrowseAnswer()
        let expected = try readBrowse(answer.xml).get().text(0)
        answer.namesFields = false
        #expect(try readBrowse(answer.xml).get().text(0) == expected)
    }

    @Test("Without th the fields of the cells are enough")
    func noHeader() throws {
        var answer = BrowseAnswer()
        answer.hasHeader = false
        #expect(try readBrowse(answer.xml).get().rows.count == 1)
    }

    @Test(
        "Positional cells that do not fit th are a fault",
        arguments: [
            ("<th><td>fin.trs.line.dim2</td></th><tr><td>D1</td><td>X</td></tr>", "more cells"),
            ("<tr><td>D1</td></tr>", "no <th>"),
            (
                "<th><td>fin.trs.line.dim2</td><td>x</td></th><tr><td>D1</td></tr>",
                "1 cells, but <th> has 2"
            ),
        ])
    func misalignedCells(rows: String, expected: String) throws {
        let fault = try #require(failure(of: readBrowse("<browse result=\"1\">\(rows)</browse>")))
        #expect(fault.message.contains(expected))
    }

    @Test("Codes are texts: leading zeros stay")
    func leadingZeros() throws {
        var answer = BrowseAnswer().with("fin.trs.line.dim2", "00017")
            .with("fin.trs.line.invnumber", "000123")
        answer.key = ["office": "001", "code": "070", "number": "00042", "line": "01"]
        let table = try readBrowse(answer.xml).get()
        #expect(table.text(0) == "001 070 00042 01 00017 000123 11900")
    }

    @Test("Empty texts are absent, in a row as in a key's office")
    func emptyTexts() throws {
        var answer = BrowseAnswer().with("fin.trs.line.invnumber", "")
            .with("fin.trs.line.dim2name", " \n ")
        answer.key?["office"] = ""
        let row = try #require(try readBrowse(answer.xml).get().rows.first)
        #expect(!row.invoiceNumber.isPresent)
        #expect(!row.customerName.isPresent)
        #expect(!row.office.isPresent)
    }

    @Test("Without a key the columns say which entry a row is")
    func keyFromColumns() throws {
        var answer = BrowseAnswer().with("fin.trs.head.office", "NLA001")
            .with("fin.trs.line.line", "3")
        answer.key = nil
        let table = try readBrowse(answer.xml).get()
        #expect(table.text(0) == "NLA001 VRK 202600017 3 D0001234 WEB-17 11900")
    }

    @Test("A row whose entry is not known is a fault", arguments: ["code", "number", "line"])
    func keyMissing(part: String) throws {
        var answer = BrowseAnswer()
        answer.columns.removeAll { $0.field == "fin.trs.head.\(part)" }
        answer.key?[part] = ""
        let fault = try #require(failure(of: readBrowse(answer.xml)))
        #expect(fault.message.contains("key/\(part)"))
        #expect(fault.line == 2)
    }

    @Test("Rows of another office stay, and a warning says that none is of the expected one")
    func otherOffice() throws {
        let table = try readBrowse(Array(BrowseAnswer().xml.utf8), office: "NLB002").get()
        #expect(table.rows.first.map { table.text($0.office) } == "NLA001")
        #expect(table.warnings == ["no row is of office \"NLB002\"; the first is of \"NLA001\""])
    }

    @Test("Comments, CDATA, entities, white space and instructions in a cell leave its text whole")
    func textForms() throws {
        let answer = BrowseAnswer()
            .with(
                "fin.trs.line.invnumber", "WE<!-- 1 -->B-<![CDATA[1<&]]><?x y?>7&#x20AC;&amp;&apos;"
            )
            .with("fin.trs.line.dim2name", "\n  Ünal &lt;BV&gt; 🛒\t")
        let table = try readBrowse(answer.xml).get()
        #expect(table.rows.first.map { table.text($0.invoiceNumber) } == "WEB-1<&7€&'")
        #expect(table.rows.first.map { table.text($0.customerName) } == "Ünal <BV> 🛒")
    }

    @Test("A known column that stands twice must say the same twice")
    func columnTwice() throws {
        var answer = BrowseAnswer()
        answer.columns.append(("fin.trs.line.dim2", "D0001234"))
        #expect(try readBrowse(answer.xml).get().rows.count == 1)
        answer.columns[answer.columns.count - 1].value = "D9"
        let fault = try #require(failure(of: readBrowse(answer.xml)))
        #expect(fault.message.contains("fin.trs.line.dim2 stands twice"))
    }
}

extension OpenItemTable {
    /// The texts and the open amount of a row, by position.
    func text(_ index: Int) -> String {
        let row = rows[index]
        let slices = [
            row.office, row.daybook, row.number, row.line, row.customer, row.invoiceNumber,
        ]
        return (slices.map(text) + ["\(row.openValue)"]).joined(separator: " ")
    }
}
