import DomainModel
import ServiceHTTP
import Testing

@testable import TwinfieldClient

/// Customers: the whole list once, then what changed.
@Suite struct CustomerTests {
    private static func customer(_ code: String, _ email: String) -> String {
        #"<dimension status="active" result="1"><office>NL01</office><type>DEB</type>"#
            + "<code>\(code)</code><name>N \(code)</name><financials><ebillmail>\(email)"
            + "</ebillmail></financials></dimension>"
    }

    private static let all = LocalServer.Reply.soap(
        #"<dimensions result="1">"# + customer("D1", "a@x.nl") + customer("D2", "b@x.nl")
            + "</dimensions>")

    private static func found(_ codes: [String], total: Int? = nil) -> LocalServer.Reply {
        let items = codes.map {
            "<ArrayOfString><string>\($0)</string><string>N</string></ArrayOfString>"
        }
        return .envelope(
            #"<SearchResponse xmlns="http://www.twinfield.com/"><SearchResult/><data>"#
                + "<TotalRows>\(total ?? codes.count)</TotalRows><Columns><string>Code</string>"
                + "<string>Naam</string></Columns><Items>\(items.joined())</Items></data>"
                + "</SearchResponse>")
    }

    private static func cache() -> CustomerCache {
        var table = CustomerTable()
        table.add(.init(code: "D1", name: "N D1", emails: ["a@x.nl"]))
        table.add(.init(code: "D2", name: "N D2", emails: ["b@x.nl"]))
        return CustomerCache(
            office: "NL01", customers: table,
            readUntil: Instant(milliseconds: 1_795_000_000_000))
    }

    @Test func withoutACacheAllAreReadInOneRequest() async throws {
        try await BooksDouble({ _ in Self.all }).run { client, double in
            let cache = try await client.customers()
            #expect(cache.office == "NL01")
            #expect(cache.customers.byCode["D1"]?.emails == ["a@x.nl"])
            #expect(cache.customers.byCode.count == 2)
            #expect(cache.readUntil > Instant(milliseconds: 1_700_000_000_000))
            #expect(double.count == 1)
            #expect(
                double.all.first?.document
                    == "<read><type>dimensions</type><office>NL01</office>"
                    + "<dimtype>DEB</dimtype></read>")
        }
    }

    @Test func withACacheOnlyWhatChangedIsRead() async throws {
        try await BooksDouble({ ask in
            if ask.path.hasSuffix("finder.asmx") { return Self.found(["D2", "D3"]) }
            return ask.contains("D2")
                ? .soap(Self.customer("D2", "new@x.nl")) : .soap(Self.customer("D3", "c@x.nl"))
        }).run { client, double in
            let cache = try await client.customers(cached: Self.cache())
            #expect(cache.customers.byCode["D1"]?.emails == ["a@x.nl"])
            #expect(cache.customers.byCode["D2"]?.emails == ["new@x.nl"])
            #expect(cache.customers.byCode["D3"]?.emails == ["c@x.nl"])
            #expect(double.count == 3)
            // Ten minutes earlier than the cache, in UTC.
            #expect(double.all.first?.contains("<string>20261118093640</string>") == false)
            #expect(double.all.first?.contains("modifiedsince") == true)
        }
    }

    @Test func nothingChangedIsOneRequest() async throws {
        try await BooksDouble({ _ in Self.found([]) }).run { client, double in
            let cache = try await client.customers(cached: Self.cache())
            #expect(cache.customers.byCode.count == 2)
            #expect(double.count == 1)
        }
    }

    @Test func manyChangesAndRefusalsReadTheWholeList() async throws {
        let refusal = LocalServer.Reply.envelope(
            #"<SearchResponse xmlns="http://www.twinfield.com/"><SearchResult>"#
                + "<MessageOfErrorCodes><Type>Error</Type><Text>Mag niet</Text>"
                + "<Code>OptionNotAllowed</Code></MessageOfErrorCodes></SearchResult>"
                + "</SearchResponse>")
        let answers = [
            Self.found((0..<50).map { "D\($0)" }), refusal, Self.found(["D1"], total: 9),
            .fault(187),
        ]
        for answer in answers {
            try await BooksDouble({
                $0.path.hasSuffix("finder.asmx")
                    ? ($0.contains("<firstRow>1<") ? answer : Self.found([], total: 9)) : Self.all
            }).run { client, _ in
                let cache = try await client.customers(cached: Self.cache())
                #expect(cache.customers.byCode.count == 2)
            }
        }
    }

    @Test func aCacheOfAnotherAdministrationIsNotUsed() async throws {
        var cache = Self.cache()
        cache.office = "NL02"
        try await BooksDouble({ _ in Self.all }).run { client, double in
            _ = try await client.customers(cached: cache)
            #expect(double.count == 1)
        }
    }

    @Test func theFinderIsReadToItsLastRow() async throws {
        try await BooksDouble({
            $0.contains("<firstRow>1<")
                ? Self.found(["MEMO", "KAS"], total: 3)
                : Self.found(["BEGIN"], total: 3)
        }).run { client, double in
            let daybooks = try await client.daybooks()
            #expect(daybooks.map(\.code) == ["MEMO", "KAS", "BEGIN"])
            #expect(double.count == 2)
            let option = "<string>category</string><string>journal</string>"
            #expect(double.all.first?.contains(option) == true)
            #expect(double.all.last?.contains("<firstRow>3</firstRow>") == true)
        }
    }
}
