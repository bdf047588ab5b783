import DomainModel
import HTTPTypes
import LedgerViews
import RunnerCore
import Testing

@Suite("Lists of payments")
struct ListTests {
    @Test(
        "A tab shows the payments that stand in it",
        arguments: [
            ("/open", ["C-OPEN", "C-WAIT"], ["C-FAIL", "C-DONE", "C-SKIP"]),
            ("/te-beoordelen", ["C-REVIEW"], ["C-FAIL", "C-OPEN"]),
            ("/rapportage", ["C-DONE"], ["C-FAIL", "C-OPEN"]),
            ("/fouten", ["C-FAIL", "C-PARK", "C-POST"], ["C-OPEN", "C-DONE"]),
            ("/betalingen", ["C-FAIL", "C-SKIP", "C-DONE", "C-NEW"], []),
        ])
    func tabs(path: String, there: [String], absent: [String]) async throws {
        try await Browser.visit { browser in
            let text = try await browser.get(path).page.first("main")?.text ?? ""
            for reference in there { #expect(text.contains(reference)) }
            for reference in absent { #expect(!text.contains(reference)) }
        }
    }

    @Test("A tab tells how many payments stand in it, by connection too")
    func counts() async throws {
        try await Browser.visit { browser in
            func count(_ path: String, _ tab: String) async throws -> String? {
                let tabs = try await browser.get(path).page.first("nav")?.all("a") ?? []
                return tabs.first { $0.text.contains(tab) }?.first("span")?.text
            }
            let counts = [
                try await count("/", "Fouten"),
                try await count("/?verbinding=zomerwinkel", "Fouten"),
                try await count("/", "Rapportage"),
            ]
            #expect(counts == ["6", "1", "1"])
        }
    }

    @Test("What an address says is what the ledger is asked")
    func query() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        try await Browser.visit(ledger) { browser in
            let path =
                "/betalingen?verbinding=webshop&zoek=WEB%2D17&van=2026-11-01&tot=23-11-2026"
                + "&methode=card%2Fvisa&staat=failed&reden=no_sale&volgorde=bedrag&richting=op"
                + "&na=25&aantal=25"
            let answer = try await browser.get(path)
            #expect(answer.status == .ok)
        }
        var wanted = PaymentQuery()
        wanted.connections = ["webshop"]
        wanted.search = "WEB-17"
        wanted.from = CalendarDate(year: 2026, month: 11, day: 1)
        wanted.to = CalendarDate(year: 2026, month: 11, day: 23)
        wanted.method = "card/visa"
        wanted.state = .failed
        wanted.reason = "no_sale"
        wanted.order = .amount
        wanted.isDescending = false
        wanted.after = "25"
        wanted.limit = 25
        #expect(ledger.queries == [wanted])
    }

    @Test(
        "What no page of ours writes is refused in words",
        arguments: ["staat=kapot", "volgorde=naam", "van=gisteren", "tot=2026-02-30"])
    func badQueries(query: String) async throws {
        try await Browser.visit { browser in
            for path in ["/open", "/fouten", "/betalingen", "/export.csv"] {
                let answer = try await browser.get(path + "?" + query)
                #expect(answer.status == .badRequest)
                #expect(try answer.page.first("p") { $0["role"] == "alert" }?.text.isEmpty == false)
            }
        }
    }

    @Test("Pages follow each other by their links, and each payment is on one of them")
    func paging() async throws {
        var content = SampleLedger.content
        content.payments = (0..<60).map {
            SampleLedger.payment("C-\(100 + $0)", .open, "not_final")
        }
        try await Browser.visit(LedgerDouble(content)) { browser in
            var path: String? = "/open?aantal=25"
            var seen: [String] = []
            while let next = path {
                let page = try await browser.get(next).page
                let rows = page.first("tbody")?.children ?? []
                seen += rows.compactMap { $0.first("th")?.text }
                path = page.first("a") { $0["rel"] == "next" }?["href"]
            }
            #expect(seen.count == 60)
            #expect(Set(seen).count == 60)
        }
    }

    @Test("A column is sorted by its heading, and the other way by the next click")
    func sorting() async throws {
        var content = SampleLedger.content
        content.payments = [3, 1, 2].map {
            SampleLedger.payment("C-\($0)", .open, "not_final", amount: Int64($0))
        }
        try await Browser.visit(LedgerDouble(content)) { browser in
            func heading(_ page: Element) -> Element? {
                page.first("th") { $0.text.contains("Bedrag") }
            }
            func references(_ page: Element) -> [String] {
                (page.first("tbody")?.children ?? []).compactMap { $0.first("a")?.text }
            }
            let first = try await browser.get("/open?zoek=C").page
            let link = try #require(heading(first)?.first("a")?["href"])
            let down = try await browser.get(link).page
            #expect(references(down) == ["C-3", "C-2", "C-1"])
            #expect(heading(down)?["aria-sort"] == "descending")
            let other = try #require(heading(down)?.first("a")?["href"])
            let up = try await browser.get(other).page
            #expect(references(up) == ["C-1", "C-2", "C-3"])
            #expect(heading(up)?["aria-sort"] == "ascending")
            #expect(other.contains("zoek=C"))
        }
    }

    @Test("A filter keeps what was chosen, and is cleared by one link")
    func filter() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/fouten?reden=no_sale&verbinding=webshop").page
            let form = try #require(page.first("form") { $0["class"] == "filter" })
            let reasons = try #require(form.first("select") { $0["name"] == "reden" })
            let chosen = reasons.all("option").filter { $0["selected"] != nil }
            #expect(chosen.map { $0["value"] } == ["no_sale"])
            #expect(form.first("input") { $0["name"] == "verbinding" }?["value"] == "webshop")
            #expect(form.first("a")?["href"] == "/fouten?verbinding=webshop")
        }
    }

    @Test("Rapportage says whether it is reconciled, where it stands, and by which rules")
    func report() async throws {
        try await Browser.visit { browser in
            let row = try await browser.get("/rapportage").page.first("tbody")?.text ?? ""
            for text in ["MEMO 202600123", "ja", "concept", "paid", "01234567"] {
                #expect(row.contains(text))
            }
        }
    }

    @Test("Open says until when a payment waits")
    func waiting() async throws {
        try await Browser.visit { browser in
            let dutch = try await browser.get("/open")
            #expect(dutch.text.contains("04-12-2026"))
            let english = try await browser.get("/open?taal=en")
            #expect(english.text.contains("2026-12-04"))
        }
    }

    @Test("A connection that nobody knows is no page, not all connections")
    func unknownConnection() async throws {
        try await Browser.visit { browser in
            let answer = try await browser.get("/open?verbinding=weg")
            #expect(answer.status == .notFound)
            #expect(!answer.text.contains("C-OPEN"))
        }
    }

    @Test("An empty ledger has pages too")
    func empty() async throws {
        try await Browser.visit(LedgerDouble(LedgerDouble.Content())) { browser in
            for path in ["/", "/open", "/te-beoordelen", "/rapportage", "/fouten", "/betalingen"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .ok)
                #expect(try answer.page.first("p") { $0["class"] == "empty" } != nil)
            }
        }
    }
}
