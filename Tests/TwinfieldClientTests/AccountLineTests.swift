import DomainModel
import ServiceHTTP
import Testing
import TwinfieldXML

@testable import TwinfieldClient

/// The lines of accounts, of which a balance is made.
///
/// Which periods a browse takes without a filter, and how it refuses one, are guesses.
@Suite struct AccountLineTests {
    private typealias Replies = BrowseReplies

    private static let fields =
        Replies.lineFields + [
            ("fin.trs.line.basevaluesigned", "none"), ("fin.trs.head.yearperiod", "between"),
        ]

    private static func line(
        _ number: Int, account: String = "2101", value: String = "10.00",
        status: String = "temporary", office: String = "NL01"
    ) -> String {
        Replies.row(
            [
                ("fin.trs.head.office", office), ("fin.trs.head.code", "MEMO"),
                ("fin.trs.head.number", "\(number)"), ("fin.trs.line.dim1", account),
                ("fin.trs.line.basevaluesigned", value), ("fin.trs.head.status", status),
            ], key: (office, "MEMO", "\(number)", "1"))
    }

    @Test func theyComeOfEveryYearInOneQuestionFilteredByTheAccount() async throws {
        try await BooksDouble({ ask in
            ask.index == 0
                ? Replies.definition("030_2", Self.fields)
                : Replies.items([
                    Self.line(1), Self.line(2, value: "-2.50", status: "final"),
                    Self.line(3, account: "2103"), Self.line(4, account: "2999"),
                    Self.line(5, status: "draft"),
                ])
        }).run { client, double in
            let rows = try await client.accountLines(from: "2101", to: "2104").rows
            #expect(rows.map(\.number) == ["1", "2", "3"])
            #expect(rows.map(\.value) == [1000, -250, 1000])
            #expect(rows.map(\.account) == ["2101", "2101", "2103"])
            #expect(double.count == 2)
            let ask = try #require(double.all.last)
            #expect(ask.contains("<from>2101</from><to>2104</to>"))
            #expect(ask.contains("<from>1990/00</from><to>2099/55</to>"))
            #expect(!ask.contains("fin.trs.line.valuesigned"))
        }
    }

    @Test func anAnswerThatIsNotCompleteIsNoBalance() async throws {
        for rows in [
            Replies.items([Self.line(1)], total: 2),
            Replies.items([Self.line(1, office: "NL02")]),
            Replies.items([Self.line(1, value: "")]),
            Replies.items([Self.line(1, value: "1,00")]),
            .soap("<browse result=\"0\" msgtype=\"error\" msg=\"nee\"/>"),
            .soap("<other/>"),
        ] {
            try await BooksDouble(retries: 0) { ask in
                ask.index == 0 ? Replies.definition("030_2", Self.fields) : rows
            }.run { client, _ in
                await #expect(throws: ServiceFault.self) {
                    try await client.accountLines(from: "2101", to: "2101")
                }
            }
        }
    }

    @Test func withoutAFilterOnTheAccountNothingIsAsked() async throws {
        let bare = Self.fields.map { ($0.0, $0.0 == "fin.trs.line.dim1" ? "none" : $0.1) }
        try await BooksDouble({ ask in
            Replies.definition(ask.contains("030_2") ? "030_2" : "000", bare)
        }).run { client, double in
            await #expect(throws: ServiceFault.self) {
                try await client.accountLines(from: "2101", to: "2101")
            }
            #expect(double.all.allSatisfy { $0.contains("<type>browse</type>") })
        }
    }

    @Test func whereThePeriodIsNotTakenItIsLeftOut() async throws {
        try await BooksDouble({ ask in
            if ask.index == 0 { return Replies.definition("030_2", Self.fields) }
            if ask.contains("yearperiod") { return LocalServer.Reply(status: 500) }
            return Replies.items([Self.line(1)])
        }).run { client, double in
            let rows = try await client.accountLines(from: "2101", to: "2101").rows
            #expect(rows.count == 1)
            #expect(double.all.last?.contains("<from>2101</from><to>2101</to>") == true)
        }
    }
}
