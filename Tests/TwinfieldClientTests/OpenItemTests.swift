import DomainModel
import ServiceHTTP
import Testing

@testable import TwinfieldClient

/// Open items by browse 100: complete, of this administration, and each once.
@Suite struct OpenItemTests {
    private typealias Replies = BrowseReplies

    private func numbers(_ table: OpenItemTable) -> [String] {
        table.rows.map { table.text($0.number) }
    }

    private static func definition(
        without left: Set<String> = []
    ) -> LocalServer.Reply {
        Replies.definition("100", Replies.openItemFields.filter { !left.contains($0.0) })
    }

    private static func year(of ask: BooksDouble.Ask) -> Int {
        Int(BooksDouble.text(in: ask.document, "<from>20", "/00</from>")) ?? 0
    }

    @Test func eachYearIsAskedForOnceWithTheFieldsAndOperatorsOfTheDefinition() async throws {
        try await BooksDouble({ ask in
            ask.index == 0 ? Self.definition() : Replies.items([Replies.item(Self.year(of: ask))])
        }).run { client, double in
            let table = try await client.openItems(years: 2025...2026)
            #expect(numbers(table) == ["25", "26"])
            #expect(table.text(table.rows[1].customerName) == "Jansen 26")
            #expect(table.rows[1].openValue == 11900)
            #expect(table.text(table.rows[1].invoiceNumber) == "WEB-26")
            #expect(double.count == 3)
            let ask = try #require(double.all.last?.document)
            #expect(ask.hasPrefix(#"<columns code="100">"#))
            #expect(ask.contains("<from>2026/00</from><to>2026/55</to>"))
            #expect(ask.contains("<from>normal</from>"))
            #expect(!ask.contains("<from>available</from>"))
            #expect(ask.contains("<from>NL01</from>"))
            #expect(!ask.contains("dim1"))
            #expect(!ask.contains("description"))
            _ = try await client.openItems(years: 2026...2026)
            #expect(double.count == 4)
        }
    }

    @Test func settledLinesComeTooAndDraftsDoNot() async throws {
        let rows = [
            Replies.item(1), Replies.item(2, open: "0.00", match: "matched"),
            Replies.item(3, match: "proposed"), Replies.item(4, status: "draft"),
            Replies.item(5, open: "-20.00", status: "temporary"),
        ]
        try await BooksDouble({ $0.index == 0 ? Self.definition() : Replies.items(rows) })
            .run { client, _ in
                let table = try await client.openItems(years: 2026...2026)
                #expect(numbers(table) == ["1", "2", "3", "5"])
                #expect(table.rows[1].matchStatus == .matched)
                #expect(table.rows[3].openValue == -2000)
            }
    }

    @Test func aYearFilterThatDoesNothingGivesNothingTwice() async throws {
        let rows = (1...5).map { Replies.item($0) }
        try await BooksDouble({ $0.index == 0 ? Self.definition() : Replies.items(rows) })
            .run { client, _ in
                let table = try await client.openItems(years: 2024...2026)
                #expect(numbers(table) == ["1", "2", "3", "4", "5"])
            }
    }

    @Test(arguments: [
        ["fin.trs.head.yearperiod"], ["fin.trs.line.matchstatus.x", "fin.trs.head.status.x"],
        ["fin.trs.head.office", "fin.trs.head.yearperiod", "fin.trs.line.dim2name"],
    ])
    func onlyFieldsOfTheDefinitionAreAskedFor(_ missing: [String]) async throws {
        try await BooksDouble({
            $0.index == 0
                ? Self.definition(without: Set(missing)) : Replies.items([Replies.item(1)])
        }).run { client, double in
            let table = try await client.openItems(years: 2025...2026)
            #expect(numbers(table) == ["1"])
            let ask = try #require(double.all.last?.document)
            for field in missing { #expect(!ask.contains("<field>\(field)</field>")) }
        }
    }

    @Test func anOperatorThatDoesNotFitIsNotUsed() async throws {
        let fields = Replies.openItemFields.map { ($0.0, "none") }
        try await BooksDouble({
            $0.index == 0 ? Replies.definition("100", fields) : Replies.items([Replies.item(1)])
        }).run { client, double in
            let table = try await client.openItems(years: 2020...2026)
            #expect(numbers(table) == ["1"])
            #expect(double.count == 2)
            #expect(double.all.last?.contains("<from>") == false)
        }
    }

    @Test(
        arguments: ["fin.trs.head.status", "fin.trs.head.yearperiod"], [0, 1, 2])
    func aFilterThatTwinfieldRefusesIsLeftOut(_ field: String, _ kind: Int) async throws {
        let refusals: [LocalServer.Reply] = [
            .fault(100), .soap(#"<browse result="0" msgtype="error" msg="Veld bestaat niet"/>"#),
            .text("", status: 500),
        ]
        try await BooksDouble({ ask in
            if ask.index == 0 { return Self.definition() }
            let start = "<field>\(field)</field>"
            let column = BooksDouble.text(in: ask.document, start, "</column>")
            return column.contains("<from>")
                ? refusals[kind]
                : Replies.items([Replies.item(1), Replies.item(2, status: "draft")])
        }).run { client, double in
            let table = try await client.openItems(years: 2025...2026)
            #expect(numbers(table) == ["1"])
            let before = double.count
            // What was refused once is not tried again.
            _ = try await client.openItems(years: 2026...2026)
            #expect(double.count == before + 1)
        }
    }

    @Test func anIncompleteAnswerIsAFault() async throws {
        try await BooksDouble({
            $0.index == 0 ? Self.definition() : Replies.items([Replies.item(1)], total: 2)
        }).run { client, _ in
            let fault = await #expect(throws: ServiceFault.self) {
                try await client.openItems(years: 2026...2026)
            }
            #expect(fault?.kind == .notUnderstood)
            #expect(fault?.message.contains("1 of 2") == true)
        }
    }

    @Test func rowsOfAnotherAdministrationAreAFault() async throws {
        let rows = [Replies.item(1), Replies.item(2, office: "NL02")]
        for rows in [rows, Array(rows.suffix(1))] {
            try await BooksDouble({ $0.index == 0 ? Self.definition() : Replies.items(rows) })
                .run { client, _ in
                    let fault = await #expect(throws: ServiceFault.self) {
                        try await client.openItems(years: 2026...2026)
                    }
                    #expect(fault?.message.contains("NL02") == true)
                }
        }
    }

    @Test func aBrowseWithoutWhatIsNeededIsAFault() async throws {
        try await BooksDouble({ _ in Self.definition(without: ["fin.trs.line.openvaluesigned"]) })
            .run { client, double in
                let fault = await #expect(throws: ServiceFault.self) {
                    try await client.openItems(years: 2026...2026)
                }
                #expect(fault?.message.contains("openvaluesigned") == true)
                #expect(double.count == 1)
            }
    }

    @Test func noRowsAreNoItems() async throws {
        for answer in [
            #"<browse result="1" first="0" last="0" total="0"/>"#, #"<browse result="1"/>"#,
        ] {
            try await BooksDouble({ $0.index == 0 ? Self.definition() : .soap(answer) })
                .run { client, _ in
                    let table = try await client.openItems(years: 2026...2026)
                    #expect(table.rows.isEmpty)
                }
        }
    }

    @Test func anAnswerOfThirtyMegabytesIsReadWhole() async throws {
        let row = Replies.item(0)
        let count = 30_000_000 / BooksDouble.escaped(row).utf8.count
        var rows = ""
        for index in 0..<count { rows += Replies.item(index) }
        let reply = LocalServer.Reply.soap(
            #"<browse result="1" first="1" last="\#(count)" total="\#(count)">\#(rows)</browse>"#)
        #expect(reply.body.utf8.count > 30_000_000)
        try await BooksDouble({ $0.index == 0 ? Self.definition() : reply }).run { client, _ in
            let table = try await client.openItems(years: 2026...2026)
            #expect(table.rows.count == count)
            #expect(table.rows.reduce(0) { $0 + $1.openValue } == Int64(count) * 11900)
            #expect(table.text(table.rows[count - 1].invoiceNumber) == "WEB-\(count - 1)")
        }
    }
}
