import DomainModel
import ServiceHTTP
import Testing
import TwinfieldXML

@testable import TwinfieldClient

/// Writes: sent once, and booked, refused or unknown; sent again only when nobody looked at it.
@Suite struct WritingTests {
    private let entry = Array(
        #"<?xml version="1.0"?><transactions><transaction destiny="temporary"/></transactions>"#
            .utf8)

    private func post(_ client: TwinfieldClient) async throws -> PostResult {
        try await client.post(entry, daybook: "MEMO", reference: "C24-1")
    }

    private func set() throws -> MatchSet {
        try MatchSet(
            office: "NL01", date: #require(CalendarDate("20261120".utf8)), currency: .eur,
            lines: [
                .init(code: "MEMO", number: "202600001", line: 2, open: -11900),
                .init(code: "VRK", number: "202600017", line: 1, open: 11900),
            ])
    }

    @Test func aBookedEntryIsBooked() async throws {
        try await BooksDouble({ _ in .booked() }).run { client, double in
            guard case .booked(let entry, let warnings) = try await post(client) else {
                Issue.record("not booked")
                return
            }
            #expect(entry.number == "202600001")
            #expect(entry.lines.count == 2)
            #expect(warnings.isEmpty)
            let ask = try #require(double.all.first)
            #expect(double.count == 1)
            #expect(ask.document.hasPrefix("<transactions>"))
            #expect(ask.envelope.contains("<CompanyCode>NL01</CompanyCode>"))
        }
    }

    @Test func aRefusedEntryIsRefusedWithAllReasons() async throws {
        let reply = LocalServer.Reply.soap(
            #"<transaction result="0" destiny="temporary" msgtype="error" msg="A//B">"#
                + #"<header result="0"><date msgtype="warning" msg="C" result="0">20261120</date>"#
                + "</header></transaction>")
        try await BooksDouble({ _ in reply }).run { client, double in
            guard case .refused(let messages) = try await post(client) else {
                Issue.record("not refused")
                return
            }
            #expect(messages.map(\.text) == ["A", "B", "C"])
            #expect(double.count == 1)
        }
    }

    @Test(arguments: [101, 102, 109, 122, 187])
    func theseFaultsSayThatNothingWasBooked(_ code: Int) async throws {
        try await BooksDouble({ _ in .fault(code) }).run { client, double in
            guard case .refused(let messages) = try await post(client) else {
                Issue.record("not refused")
                return
            }
            #expect(messages.count == 1)
            #expect(double.count == 1)
        }
    }

    @Test(arguments: [100, nil, 103, 104, 108, 168, 354, 358, 999])
    func anyOtherFaultLeavesItUnknown(_ code: Int?) async throws {
        try await BooksDouble({ _ in .fault(code) }).run { client, double in
            try await expectUnknown(client, double)
        }
    }

    @Test func whateverIsNoClearAnswerLeavesItUnknown() async throws {
        let replies: [LocalServer.Reply] = [
            .text("", status: 500), .text("", status: 502), .text("", status: 503),
            .text("", status: 524), .text("", status: 400), .text("", status: 404),
            .text("", status: 200), .text("<html><body>Proxy</body></html>"),
            .text("", status: 302), .text("", status: 307), .text("{}"),
            .xml(LocalServer.Reply.resultStart + "&lt;transaction result=\"1\""),
            LocalServer.Reply(status: 200, body: LocalServer.Reply.resultStart, isCut: true),
            .soap(#"<transaction result="1"/>"#), .soap("<transactions/>"), .soap(""),
            .soap("<other/>"), .soap(#"<transaction result="1"><header></header>"#),
            .booked(code: "VRK"), .booked(reference: "C24-2"),
            .xml(LocalServer.Reply.booked().body.replacing("&lt;/transaction&gt;", with: "")),
        ]
        for reply in replies {
            try await BooksDouble({ _ in reply }).run { client, double in
                try await expectUnknown(client, double)
            }
        }
    }

    @Test func anEntryOfAnotherAdministrationLeavesItUnknown() async throws {
        try await BooksDouble({ $0.contains("offices") ? .offices : .booked(office: "NL02") })
            .run { client, _ in
                guard case .unknown = try await post(client) else {
                    Issue.record("not unknown")
                    return
                }
            }
    }

    @Test func anotherFormOfTheAdministrationIsAWarning() async throws {
        try await BooksDouble({ $0.contains("offices") ? .offices : .booked(office: "0-0-NL01") })
            .run { client, _ in
                guard case .booked(_, let warnings) = try await post(client) else {
                    Issue.record("not booked")
                    return
                }
                #expect(warnings.count == 1)
            }
    }

    @Test func tooManyRequestsAreSentAgain() async throws {
        try await BooksDouble({
            $0.index < 2
                ? LocalServer.Reply(status: 429, headers: [("Retry-After", "5")]) : .booked()
        }).run { client, double in
            guard case .booked = try await post(client) else {
                Issue.record("not booked")
                return
            }
            #expect(double.count == 3)
            #expect(double.time.pauses == [.seconds(5), .seconds(5)])
        }
    }

    @Test func tooManyRequestsForEverAreSurelyNotBooked() async throws {
        try await BooksDouble({ _ in LocalServer.Reply(status: 429) }).run { client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await post(client) }
            #expect(fault?.kind == .unavailable)
            #expect(double.count == 4)
        }
    }

    @Test(arguments: [401, 403])
    func aRefusedTokenIsRefreshedAndTheEntrySentAgainOnce(_ status: Int) async throws {
        try await BooksDouble(
            retries: 0, { $0.index == 0 ? LocalServer.Reply(status: status) : .booked() }
        ).run { client, double in
            guard case .booked = try await post(client) else {
                Issue.record("not booked")
                return
            }
            #expect(double.count == 2)
            #expect(double.login.refreshes == 1)
        }
        try await BooksDouble({ _ in LocalServer.Reply(status: status) }).run { client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await post(client) }
            #expect(fault?.kind == .refused)
            #expect(double.count == 2)
        }
    }

    @Test func withoutATokenNothingIsSent() async throws {
        try await BooksDouble({ _ in .booked() }).run { client, double in
            double.login.set { $0.refreshToken = "withdrawn" }
            double.time.advance(.seconds(4000))
            let fault = await #expect(throws: ServiceFault.self) { try await post(client) }
            #expect(fault?.kind == .refused)
            #expect(double.count == 0)
        }
    }

    @Test func withoutAConnectionNothingIsBookedAndThatIsCertain() async throws {
        let books = BooksDouble { _ in .booked() }
        let transport = try TestNetwork.transport()
        let client = books.client(at: "http://127.0.0.1:1", transport)
        let fault = await #expect(throws: ServiceFault.self) { try await post(client) }
        #expect(fault?.kind == .unreachable)
    }

    @Test(arguments: [
        "", "HTTP/1.1 ", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<?xml",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<?xml\r\n", "hello\r\n\r\n",
    ])
    func aBrokenConnectionLeavesItUnknownAndIsSentOnce(_ answer: String) async throws {
        let server = RawServer { _, _ in answer }
        defer { server.stop() }
        let books = BooksDouble { _ in .booked() }
        let client = books.client(at: server.address, try TestNetwork.transport())
        guard case .unknown(let why) = try await post(client) else {
            Issue.record("not unknown")
            return
        }
        #expect(!why.isEmpty)
        #expect(server.count == 1)
    }

    @Test func aMatchIsMatched() async throws {
        try await BooksDouble({ _ in .soap(Self.matched()) }).run { client, double in
            guard case .matched(let matched) = try await client.match(set()) else {
                Issue.record("not matched")
                return
            }
            #expect(matched.matchNumber == "7")
            #expect(double.all.first?.contains("<matchcode>170</matchcode>") == true)
            #expect(double.count == 1)
        }
    }

    @Test func aMatchOfOtherLinesOrAmountsIsUnknown() async throws {
        for answer in [
            Self.matched(invoice: "202600018"), Self.matched(amount: "118.00"),
            #"<match result="1"><set result="1"></set></match>"#,
            #"<sets><set result="1"><value>0.00</value></set></sets>"#,
        ] {
            try await BooksDouble({ _ in .soap(answer) }).run { client, double in
                guard case .unknown = try await client.match(set()) else {
                    Issue.record("not unknown: \(answer)")
                    return
                }
                #expect(double.count == 1)
            }
        }
    }

    @Test func aRefusedMatchSaysWhy() async throws {
        let answer =
            #"<match result="0"><set result="0"><lines result="0"><line msgtype="error" "#
            + #"msg="Boeking MEMO 1 regel 2 is niet beschikbaar voor afletteren." result="0"/>"#
            + "</lines></set></match>"
        try await BooksDouble({ _ in .soap(answer) }).run { client, _ in
            guard case .refused(let messages) = try await client.match(set()) else {
                Issue.record("not refused")
                return
            }
            #expect(messages.first?.text.contains("niet beschikbaar") == true)
        }
    }

    @Test func aMatchWithoutAnAnswerIsUnknownAndSentOnce() async throws {
        try await BooksDouble({ _ in .fault(100) }).run { client, double in
            guard case .unknown = try await client.match(set()) else {
                Issue.record("not unknown")
                return
            }
            #expect(double.count == 1)
        }
    }

    @Test func anUndoneMatchIsUndoneRefusedOrUnknown() async throws {
        let start = #"<UndoMatchResponse xmlns="http://www.twinfield.com/"><UndoMatchResult>"#
        let end = "</UndoMatchResult></UndoMatchResponse>"
        let refusal =
            "<MessageOfErrorCodes><Type>Error</Type><Text>Weg</Text><Code>MatchNotFound</Code>"
            + "</MessageOfErrorCodes>"
        let cases: [(LocalServer.Reply, String)] = [
            (.envelope(start + end), "undone"), (.envelope(start + refusal + end), "refused"),
            (.fault(187), "refused"), (.fault(100), "unknown"), (.text("", status: 502), "unknown"),
        ]
        for (reply, expected) in cases {
            try await BooksDouble({ _ in reply }).run { client, double in
                let result = try await client.undoMatch(customer: "D1", matchNumber: 7)
                #expect("\(result)".hasPrefix(expected))
                #expect(double.count == 1)
                #expect(double.all.first?.path == "/webservices/matching.asmx")
            }
        }
    }

    private func expectUnknown(
        _ client: TwinfieldClient, _ double: BooksDouble
    ) async throws {
        guard case .unknown(let why) = try await post(client) else {
            Issue.record("not unknown")
            return
        }
        #expect(!why.isEmpty)
        #expect(double.count == 1)
    }

    private static func matched(
        invoice: String = "202600017", amount: String = "119.00"
    ) -> String {
        func line(_ code: String, _ number: String, _ line: Int, _ value: String) -> String {
            #"<line result="1"><transcode>\#(code)</transcode><transnumber>\#(number)"#
                + "</transnumber><transline>\(line)</transline><status>final</status>"
                + "<dim1>1300</dim1><dim2>D1</dim2><valueopen>\(value)</valueopen>"
                + "<matchvalue>\(value)</matchvalue></line>"
        }
        return #"<match result="1"><set result="1"><matchcode>170</matchcode>"#
            + "<office>NL01</office><matchdate>20261120</matchdate><lines>"
            + line("MEMO", "202600001", 2, "-\(amount)") + line("VRK", invoice, 1, amount)
            + #"</lines><dimensions><dimension level="2" matchnumber="7">D1</dimension>"#
            + "</dimensions><value>0.00</value></set></match>"
    }
}
