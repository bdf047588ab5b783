import DomainModel
import ServiceHTTP
import Testing
import TwinfieldXML

@testable import TwinfieldClient

/// How the lines of customers in a journal are matched: what a night compares.
@Suite struct CustomerLineTests {
    private typealias Replies = BrowseReplies

    private static let fields =
        Replies.openItemFields + [("fin.trs.line.matchnumber", "none")]

    private static func line(
        _ number: Int, code: String = "MEMO", match: String = "matched", open: String = "0.00",
        numbers: String? = "1, 2"
    ) -> String {
        var cells = [
            ("fin.trs.head.office", "NL01"), ("fin.trs.head.code", code),
            ("fin.trs.head.number", "\(number)"), ("fin.trs.head.curcode", "EUR"),
            ("fin.trs.line.dim2", "D1001"), ("fin.trs.line.openvaluesigned", open),
            ("fin.trs.line.openbasevaluesigned", open), ("fin.trs.line.matchstatus", match),
        ]
        if let numbers { cells.append(("fin.trs.line.matchnumber", numbers)) }
        return Replies.row(cells, key: ("NL01", code, "\(number)", "2"))
    }

    @Test func theyAreReadAYearAtATimeWithTheNumbersOfTheirMatches() async throws {
        try await BooksDouble({ ask in
            switch ask.index {
            case 0: Replies.definition("100", Self.fields)
            case 1: Replies.items([Self.line(1), Self.line(9, code: "VRK")])
            default:
                Replies.items([
                    Self.line(1), Self.line(2, match: "available", open: "-5.00", numbers: ""),
                ])
            }
        }).run { client, double in
            let rows = try await client.customerLines(journal: "MEMO", years: 2025...2026).rows
            #expect(rows.map(\.number) == ["1", "2"])
            #expect(rows.map(\.matchNumbers) == [["1", "2"], []])
            #expect(rows.map(\.matchStatus) == [.matched, .available])
            #expect(rows.map(\.openValue) == [0, -500])
            #expect(rows.allSatisfy { $0.customer == "D1001" })
            #expect(double.count == 3)
            let ask = try #require(double.all.last?.document)
            #expect(ask.contains("<from>2026/00</from><to>2026/55</to>"))
            #expect(ask.contains("<from>MEMO</from>"))
        }
    }

    @Test func aBrowseWithoutNumbersOrYearsGivesWhatItHas() async throws {
        let fields = Replies.openItemFields.filter { $0.0 != "fin.trs.head.yearperiod" }
        try await BooksDouble({ ask in
            ask.index == 0
                ? Replies.definition("100", fields)
                : Replies.items([Self.line(1, numbers: nil)])
        }).run { client, double in
            let rows = try await client.customerLines(journal: "MEMO", years: 2024...2026).rows
            #expect(rows.map(\.matchStatus) == [.matched])
            #expect(rows.map(\.matchNumbers) == [[]])
            #expect(double.count == 2)
        }
    }
}
