import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Browse 100: a whole ledger")
struct BrowseLargeAnswerTests {
    /// What a row of the generated ledger must become.
    private struct Expected: Equatable {
        var daybook: String
        var number: String
        var invoice: String
        var open: Int64
        var status: OpenItemRow.Status
        var match: OpenItemRow.MatchStatus
    }

    /// 150 rows: sales, drafts, partial payments, payments, write-offs, credit notes.
    private static func ledger() -> (answer: BrowseAnswer, expected: [Expected]) {
        var answer = BrowseAnswer()
        answer.rows = []
        var expected: [Expected] = []
        for index in 0..<150 {
            var item = Expected(
                daybook: "VRK", number: "2026\(String(10_000 + index))", invoice: "WEB-\(index)",
                open: Int64(index) * 137 + 5, status: .final, match: .available)
            var value = item.open
            var matchNumber = ""
            switch index % 6 {
            case 1: item.status = .draft
            case 2:
                item.status = .provisional
                value = item.open + 1_102_098
                matchNumber = "1, 2, 3"
            case 3:
                item = Expected(
                    daybook: "ABN", number: item.number, invoice: "", open: 0,
                    status: .provisional, match: .matched)
                value = -value
            case 4:
                item = Expected(
                    daybook: "AFLETTEREN", number: "\(index)", invoice: item.invoice, open: 0,
                    status: .final, match: .matched)
                value = -1
            case 5:
                item.open = -item.open
                value = item.open
            default: break
            }
            expected.append(item)
            answer.rows.append([
                "key/code": item.daybook, "key/number": item.number,
                "fin.trs.line.invnumber": item.invoice,
                "fin.trs.line.valuesigned": MinorUnits.text(value),
                "fin.trs.line.openvaluesigned": MinorUnits.text(item.open),
                "fin.trs.head.status": word(item.status),
                "fin.trs.line.matchstatus": item.match == .matched ? "matched" : "available",
                "fin.trs.line.matchnumber": matchNumber,
            ])
        }
        return (answer, expected)
    }

    private static func word(_ status: OpenItemRow.Status) -> String {
        switch status {
        case .provisional: "temporary"
        case .final: "final"
        case .draft: "draft"
        case .other: "inuse"
        }
    }

    private static func seen(_ table: OpenItemTable) -> [Expected] {
        table.rows.map { row in
            Expected(
                daybook: table.text(row.daybook), number: table.text(row.number),
                invoice: table.text(row.invoiceNumber), open: row.openValue,
                status: row.status, match: row.matchStatus)
        }
    }

    @Test(
        "Every row of 150 is read right, wherever the bytes are cut",
        arguments: [1, 2, 3, 7, 64, 1000, 4096, 1 << 20])
    func pieces(size: Int) throws {
        let (answer, expected) = Self.ledger()
        let table = try readBrowse(answer.xml, pieces: size).get()
        #expect(Self.seen(table) == expected)
    }

    @Test("Signed amounts add up as in the books")
    func sums() throws {
        let (answer, expected) = Self.ledger()
        let table = try readBrowse(answer.xml).get()
        #expect(table.rows.reduce(0) { $0 + $1.openValue } == expected.reduce(0) { $0 + $1.open })
    }

    @Test("Comments and white space between the cells change nothing")
    func looseLayout() throws {
        let (answer, expected) = Self.ledger()
        var text = answer.xml
        for tag in ["<td ", "<key>", "<tr>", "</tr>", "<office>"] {
            text = text.split(separator: tag, omittingEmptySubsequences: false)
                .joined(separator: "\n <!-- <td>x</td> --> <?p q?>" + tag)
        }
        #expect(Self.seen(try readBrowse(text).get()) == expected)
    }

    @Test("Texts that repeat from row to row are kept once")
    func repeatedTexts() throws {
        var answer = BrowseAnswer()
        answer.rows = Array(repeating: [:], count: 1000)
        #expect(try readBrowse(answer.xml).get().texts.bytes.count < 20_000)
    }
}
