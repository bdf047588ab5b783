import DomainModel
import ServiceHTTP
import Testing
import TwinfieldXML

@testable import TwinfieldClient

/// Reads: asked again when that may help, and one clear fault when it does not.
@Suite struct ReadingTests {
    @Test func aReadSendsTheEnvelopeOfTheReference() async throws {
        try await BooksDouble({ _ in .offices }).run { client, double in
            let offices = try await client.offices()
            #expect(offices.map(\.code) == ["NL01", "NL02"])
            let ask = try #require(double.all.first)
            #expect(ask.path == "/webservices/processxml.asmx")
            #expect(ask.action == #""http://www.twinfield.com/ProcessXmlString""#)
            #expect(ask.document == "<list><type>offices</type></list>")
            #expect(ask.envelope.contains("<AccessToken>access-0</AccessToken>"))
            #expect(!ask.envelope.contains("CompanyCode"))
            #expect(ask.envelope.contains(#"<CompanyId xsi:nil="true"/>"#))
        }
    }

    @Test func anOfficeOfAnotherNameIsRefused() async throws {
        for (code, isFound) in [("NL01", true), ("nl01", true), ("NL02", false)] {
            try await BooksDouble({ _ in
                .soap(#"<office result="1"><code>\#(code)</code><name>Shop</name></office>"#)
            }).run { client, _ in
                if isFound {
                    let office = try await client.office()
                    #expect(office.name == "Shop")
                } else {
                    let fault = await #expect(throws: ServiceFault.self) {
                        try await client.office()
                    }
                    #expect(fault?.kind == .notUnderstood)
                }
            }
        }
    }

    @Test func anExpiredTokenIsRefreshedOnceForAll() async throws {
        try await BooksDouble(retries: 0, { _ in .offices }).run { client, double in
            double.login.set { $0.validTokens = [] }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 { group.addTask { _ = try await client.offices() } }
                try await group.waitForAll()
            }
            #expect(double.login.refreshes == 1)
            #expect(double.count <= 52)
        }
    }

    @Test(arguments: [401, 403])
    func anAccessThatStaysRefusedIsAFault(_ status: Int) async throws {
        try await BooksDouble({ _ in LocalServer.Reply(status: status) }).run { client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(fault?.kind == .refused)
            #expect(fault?.help.contains("ccvmap connect twinfield --connection shop") == true)
            #expect(double.count == 2)
            #expect(double.login.refreshes == 1)
        }
    }

    @Test(
        arguments: [
            (100, ServiceFault.Kind.unavailable, 4, 0), (nil, .unavailable, 4, 0),
            (101, .rejected, 1, 0), (102, .refused, 1, 0), (103, .refused, 2, 1),
            (104, .refused, 1, 0), (108, .unavailable, 2, 0), (109, .refused, 1, 0),
            (122, .refused, 1, 0), (168, .unavailable, 4, 0), (187, .rejected, 1, 0),
            (354, .refused, 2, 1), (358, .unavailable, 4, 0), (999, .unavailable, 4, 0),
        ] as [(Int?, ServiceFault.Kind, Int, Int)])
    func eachFaultOfTwinfieldHasItsMeaning(
        _ code: Int?, _ kind: ServiceFault.Kind, _ count: Int, _ refreshes: Int
    ) async throws {
        try await BooksDouble({ _ in .fault(code, "Toegang access-0 access-1.") }).run {
            client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(fault?.kind == kind)
            #expect(double.count == count)
            #expect(double.login.refreshes == refreshes)
            #expect(fault?.message.contains("Toegang") == true)
            let last = refreshes == 0 ? "access-0" : "access-1"
            #expect(fault?.message.contains(last) == false)
        }
    }

    @Test func aMovedClusterIsAskedForAnew() async throws {
        try await BooksDouble({ $0.index == 0 ? .fault(108) : .offices }).run { client, double in
            let offices = try await client.offices()
            #expect(offices.count == 2)
            #expect(double.count == 2)
        }
    }

    @Test(
        arguments: [
            ("7", Duration.seconds(7)), (nil, .seconds(1)), ("soon", .seconds(1)),
        ] as [(String?, Duration)])
    func tooManyRequestsAreWaitedFor(_ header: String?, _ wait: Duration) async throws {
        let headers = header.map { [("Retry-After", $0)] } ?? []
        try await BooksDouble({
            $0.index == 0 ? LocalServer.Reply(status: 429, headers: headers) : .offices
        }).run { client, double in
            _ = try await client.offices()
            #expect(double.time.pauses == [wait])
        }
    }

    @Test func tooManyRequestsForEverIsAFault() async throws {
        try await BooksDouble({ _ in LocalServer.Reply(status: 429) }).run { client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(fault?.kind == .unavailable)
            #expect(double.count == 4)
        }
    }

    @Test func noMoreThanTheCreditsOfAMinuteAreSpent() async throws {
        try await BooksDouble(credits: 5, { _ in .offices }).run { client, double in
            for _ in 0..<6 { _ = try await client.offices() }
            #expect(double.time.pauses == [.seconds(60)])
        }
    }

    @Test func whatTwinfieldHasCountedIsRespected() async throws {
        try await BooksDouble(
            credits: 25,
            { _ in
                var reply = LocalServer.Reply.offices
                reply.headers.append(("X-RateLimit-Remaining", "0"))
                return reply
            }
        ).run { client, double in
            for _ in 0..<2 { _ = try await client.offices() }
            #expect(double.time.pauses == [.seconds(60)])
        }
    }

    @Test func passingTroublesAreOvercome() async throws {
        let troubles: [LocalServer.Reply] = [
            .text("", status: 500), .text("<html>Bad Gateway</html>", status: 502),
            .text("<html><body>maintenance</body></html>"),
            .xml(LocalServer.Reply.resultStart + "&lt;offices"),
            LocalServer.Reply(status: 200, body: LocalServer.Reply.resultStart, isCut: true),
            .text(""), .text("", status: 524), .fault(100),
        ]
        for trouble in troubles {
            try await BooksDouble({ $0.index < 3 ? trouble : .offices }).run { client, double in
                let offices = try await client.offices()
                #expect(offices.count == 2)
                #expect(double.count == 4)
            }
            try await BooksDouble({ _ in trouble }).run { client, double in
                await #expect(throws: ServiceFault.self) { try await client.offices() }
                #expect(double.count == 4)
            }
        }
    }

    @Test(arguments: [301, 302, 307, 308, 400, 404])
    func whatWillNotPassIsAFaultAtOnce(_ status: Int) async throws {
        try await BooksDouble({ _ in
            LocalServer.Reply(status: status, headers: [("location", "https://example.com/")])
        }).run { client, double in
            await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(double.count == 1)
        }
    }

    @Test(arguments: [
        #"<!DOCTYPE x [<!ENTITY a "b">]><offices result="1"><office>&a;</office></offices>"#,
        #"<offices result="1"><office>NL01</office>"#, "<other/>", "no XML",
        String(repeating: "<a>", count: 5000),
    ])
    func hostileAnswersAreFaults(_ document: String) async throws {
        try await BooksDouble({ _ in .soap(document) }).run { client, double in
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(fault?.kind == .notUnderstood)
            #expect(double.count == 1)
        }
    }

    @Test func oneRequestAtATimeIsAsked() async throws {
        let gauge = Gauge()
        try await BooksDouble({ _ in
            try await gauge.pass()
            return .offices
        }).run { client, double in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await client.offices() } }
                try await group.waitForAll()
            }
            #expect(double.count == 20)
        }
        #expect(await gauge.most == 1)
    }

    @Test func whoIsStoppedWhileWaitingLeavesTheQueueToTheOthers() async throws {
        try await BooksDouble({ _ in
            try await Task.sleep(for: .milliseconds(50))
            return .offices
        }).run { client, _ in
            let first = Task { try await client.offices() }
            let waiting = Task { try await client.offices() }
            try await Task.sleep(for: .milliseconds(10))
            waiting.cancel()
            let offices = try await first.value
            #expect(offices.count == 2)
            _ = try await client.offices()
        }
    }

    @Test func theClockOfTwinfieldIsInItsAnswers() async throws {
        try await BooksDouble({ _ in .offices }).run { client, _ in
            let date = try await client.serverDate()
            #expect(date > Instant(milliseconds: 1_700_000_000_000))
        }
    }

    @Test(
        arguments: [
            ("Fri, 20 Nov 2026 10:11:12 GMT", "2026-11-20T10:11:12Z"),
            ("Thu, 29 Feb 2024 23:59:60 GMT", "2024-03-01T00:00:00Z"),
            ("Fri, 30 Feb 2024 10:11:12 GMT", nil), ("Friday, 20-Nov-26 10:11:12 GMT", nil),
            ("Fri, 20 Nov 2026 24:00:00 GMT", nil), ("Fri, 20 Nov 2026 10:11 GMT", nil), ("", nil),
        ] as [(String, String?)])
    func theDateOfAnAnswerIsRead(_ text: String, _ moment: String?) {
        #expect(HTTPDate.instant(text)?.isoText == moment)
    }

    @Test func aClusterThatIsNotThereIsUnreachable() async throws {
        try await BooksDouble({ _ in .offices }).run { client, double in
            var tokens = try #require(double.store.tokens)
            tokens.clusterURL = "http://127.0.0.1:1"
            double.store.put(tokens)
            // The cluster is asked for anew, and then it works.
            let offices = try await client.offices()
            #expect(offices.count == 2)
        }
        try await BooksDouble({ _ in .offices }).run { client, double in
            double.login.set { $0.cluster = "http://127.0.0.1:1" }
            var tokens = try #require(double.store.tokens)
            tokens.clusterURL = nil
            double.store.put(tokens)
            let fault = await #expect(throws: ServiceFault.self) { try await client.offices() }
            #expect(fault?.kind == .unreachable)
        }
    }
}
