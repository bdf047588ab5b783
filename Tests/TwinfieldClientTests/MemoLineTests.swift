import DomainModel
import ServiceHTTP
import Testing
import TwinfieldXML

@testable import TwinfieldClient

/// The lines of the memo journal by input date: what the check for duplicates stands on.
@Suite struct MemoLineTests {
    private typealias Replies = BrowseReplies
    private let from = Instant(milliseconds: 1_795_132_800_000)
    private let to = Instant(milliseconds: 1_795_305_600_000)

    private static func line(
        _ number: Int, code: String = "MEMO", input: String = "20261121120000",
        office: String = "NL01"
    ) -> String {
        Replies.row(
            [
                ("fin.trs.head.office", office), ("fin.trs.head.code", code),
                ("fin.trs.head.number", "\(number)"), ("fin.trs.head.date", "20261120"),
                ("fin.trs.head.inpdate", input), ("fin.trs.head.status", "temporary"),
                ("fin.trs.line.dim1", "1410"), ("fin.trs.line.dim2", ""),
                ("fin.trs.line.description", "C24-\(number)"), ("fin.trs.line.invnumber", ""),
                ("fin.trs.line.valuesigned", "119.00"),
            ], key: (office, code, "\(number)", "1"))
    }

    private func lines(_ client: TwinfieldClient) async throws -> MemoLineTable {
        try await client.memoLines(journal: "MEMO", inputFrom: from, inputTo: to)
    }

    @Test func theLinesAreAskedForByInputDate() async throws {
        try await BooksDouble({ ask in
            ask.index == 0
                ? Replies.definition("030_2", Replies.lineFields)
                : Replies.items([Self.line(1), Self.line(2, code: "KAS")])
        }).run { client, double in
            let table = try await lines(client)
            #expect(table.rows.map(\.number) == ["1"])
            #expect(table.rows.first?.description == "C24-1")
            #expect(table.rows.first?.value == 11900)
            let ask = try #require(double.all.last?.document)
            #expect(ask.hasPrefix(#"<columns code="030_2">"#))
            #expect(ask.contains("<from>20261120000000</from><to>20261122000000</to>"))
            #expect(ask.contains("<from>MEMO</from>"))
        }
    }

    @Test func aJournalWrittenInAnotherCaseIsFound() async throws {
        try await BooksDouble({ ask in
            ask.index == 0
                ? Replies.definition("030_2", Replies.lineFields) : Replies.items([Self.line(1)])
        }).run { client, _ in
            let table = try await client.memoLines(
                journal: "memo", inputFrom: from, inputTo: to)
            #expect(table.rows.count == 1)
        }
    }

    @Test func whatLiesOutsideIsLeftOutAndWhatIsNotKnownIsKept() async throws {
        let rows = [
            Self.line(1, input: "20261119235959"), Self.line(2, input: "20261120000000"),
            Self.line(3, input: "20261122000000"), Self.line(4, input: "20261122000001"),
            Self.line(5, input: ""), Self.line(6, input: "20261121"),
            Self.line(7, input: "20261119"), Self.line(8, input: "gisteren"),
        ]
        try await BooksDouble({ ask in
            ask.index == 0
                ? Replies.definition("030_2", Replies.lineFields) : Replies.items(rows)
        }).run { client, _ in
            let table = try await lines(client)
            #expect(table.rows.map(\.number) == ["2", "3", "5", "6", "8"])
        }
    }

    @Test func anotherBrowseIsTakenWhenThisOneCannotBeFiltered() async throws {
        let unfiltered = Replies.lineFields.map { ($0.0, "none") }
        let cases: [([LocalServer.Reply], String)] = [
            ([.fault(187), Replies.definition("130_1", Replies.lineFields)], "130_1"),
            (
                [
                    Replies.definition("030_2", unfiltered),
                    Replies.definition("130_1", [("fin.trs.head.code", "equal")]),
                    Replies.definition("000", Replies.lineFields),
                ], "000"
            ),
            (
                [
                    Replies.definition("030_2", unfiltered), .fault(187),
                    .soap(#"<browse result="0" msgtype="error" msg="Bestaat niet"/>"#),
                ], "030_2"
            ),
        ]
        for (definitions, code) in cases {
            try await BooksDouble({
                $0.index < definitions.count
                    ? definitions[$0.index] : Replies.items([Self.line(1)])
            }).run { client, double in
                let table = try await lines(client)
                #expect(table.rows.count == 1)
                #expect(double.all.last?.contains(#"<columns code="\#(code)">"#) == true)
            }
        }
    }

    @Test func withoutAnyBrowseThereIsAFault() async throws {
        try await BooksDouble({ _ in .fault(187) }).run { client, double in
            await #expect(throws: ServiceFault.self) { try await lines(client) }
            #expect(double.count == 3)
        }
    }

    @Test func incompleteAndForeignAnswersAreFaults() async throws {
        let answers = [
            Replies.items([Self.line(1)], total: 7), Replies.items([Self.line(1, office: "NL02")]),
            .soap(#"<browse result="1" first="1" last="1" total="1"></browse>"#),
            .soap(#"<browse result="0" msgtype="error" msg="Fout"/>"#), .fault(100),
        ]
        for answer in answers {
            try await BooksDouble({
                $0.index == 0 ? Replies.definition("030_2", Replies.lineFields) : answer
            }).run { client, _ in
                await #expect(throws: ServiceFault.self) { try await lines(client) }
            }
        }
    }

    @Test func anInputDateThatIsRefusedIsFilteredHere() async throws {
        try await BooksDouble({ ask in
            if ask.index == 0 { return Replies.definition("030_2", Replies.lineFields) }
            let column = BooksDouble.text(
                in: ask.document, "<field>fin.trs.head.inpdate</field>", "</column>")
            return column.contains("<from>")
                ? .fault(100)
                : Replies.items([Self.line(1), Self.line(2, input: "20250101000000")])
        }).run { client, _ in
            let table = try await lines(client)
            #expect(table.rows.map(\.number) == ["1"])
        }
    }

    @Test func anEntryIsReadBackOrMissing() async throws {
        let cases: [(LocalServer.Reply, String)] = [
            (
                .soap(
                    #"<transaction location="final" result="1"><header><office>NL01</office>"#
                        + "<code>MEMO</code><number>1</number></header><lines>"
                        + #"<line type="detail" id="1"><dim1>1410</dim1></line></lines>"#
                        + "</transaction>"), "found"
            ),
            (.soap(#"<transaction msgtype="error" msg="Bestaat niet" result="0"/>"#), "missing"),
        ]
        for (reply, expected) in cases {
            try await BooksDouble({ _ in reply }).run { client, _ in
                let answer = try await client.transaction(code: "MEMO", number: "1")
                #expect("\(answer)".hasPrefix(expected))
            }
        }
    }

    @Test func anEntryOfAnotherAdministrationIsAFault() async throws {
        try await BooksDouble({
            $0.contains("offices")
                ? .offices
                : .soap(
                    #"<transaction location="final" result="1"><header><office>NL02</office>"#
                        + "<code>MEMO</code><number>1</number></header><lines>"
                        + #"<line type="detail" id="1"><dim1>1</dim1></line></lines></transaction>"#
                )
        }).run { client, _ in
            await #expect(throws: ServiceFault.self) {
                try await client.transaction(code: "MEMO", number: "1")
            }
        }
    }
}
