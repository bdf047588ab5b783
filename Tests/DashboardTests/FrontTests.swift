import Dashboard
import DomainModel
import HTTPTypes
import LedgerViews
import Testing

@Suite("The front page and the page of a payment")
struct FrontTests {
    @Test("All that was paid stands somewhere: difference 0,00")
    func complete() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/").page
            #expect(page.text.contains("Verschil 0,00"))
            #expect(page.text.contains("compleet tot 23-11-2026 09:40"))
            let proof = try #require(page.first("table") { $0["class"] == "proof" })
            // The sum and two methods for each of seven days.
            #expect(proof.first("tbody")?.children.count == 15)
            let month = try await browser.get("/?dagen=30").page
            let long = month.first("table") { $0["class"] == "proof" }
            #expect(long?.first("tbody")?.children.count == 61)
        }
    }

    @Test("What stands nowhere is red")
    func difference() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.completeness[0].booked.amount -= 1_234 }
        try await Browser.visit(ledger) { browser in
            let page = try await browser.get("/").page
            #expect(!page.text.contains("Verschil 0,00"))
            let red = page.all("td").filter { $0["class"]?.contains("bad") == true }
            #expect(red.map { $0.text.contains("12,34") } == [true, true])
        }
    }

    @Test("A red bar says which connection was not fetched completely for two hours")
    func stale() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change {
            $0.connections = [
                SampleLedger.connection("webshop", minutesAgo: 119),
                SampleLedger.connection("zomerwinkel", minutesAgo: 121),
                ConnectionView(name: "nieuw", office: "", lastRun: nil, fetchedUntil: nil),
            ]
        }
        try await Browser.visit(ledger) { browser in
            let bars = try await browser.get("/open").page.all("p").filter {
                $0["role"] == "alert"
            }.map(\.text)
            #expect(bars.count == 2)
            #expect(bars[0].contains("zomerwinkel") && bars[0].contains("23-11-2026 07:59"))
            #expect(bars[1].contains("nieuw"))
            let one = try await browser.get("/open?verbinding=webshop").page
            #expect(one.all("p").allSatisfy { $0["role"] != "alert" })
        }
    }

    @Test("What needs a person leads to where it is done")
    func todo() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/").page
            let list = try #require(page.first("ul") { $0["class"] == "todo" })
            let link = try #require(
                list.first("a") { $0.text == "Geen openstaande post" }?["href"])
            #expect(link == "/fouten?reden=no_sale")
            #expect(list.first("li")?.text.contains("3") == true)
            #expect(page.text.contains("4 · €\u{A0}1.234,56"))
        }
    }

    @Test("Each connection has a row, also thirty")
    func thirty() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change {
            $0.connections = (1...30).map { SampleLedger.connection("winkel-\($0)", minutesAgo: 5) }
        }
        try await Browser.visit(ledger) { browser in
            let page = try await browser.get("/").page
            let links = page.all("a").compactMap { $0["href"] }.filter {
                $0.hasPrefix("/?verbinding=winkel-")
            }
            #expect(links.count == 30)
        }
    }

    @Test("A payment tells what happened and why it was decided so")
    func payment() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-REVIEW").page
            let tree = try #require(page.first("ul") { $0["class"] == "tree" }).text
            for text in [
                "status is success, niet failed", "is van toepassing", "verschilt",
                "te ver van de betaaldatum",
            ] { #expect(tree.contains(text), "\(text)") }
            let events = page.first("ol") { $0["class"] == "timeline" }?.children.map(\.text) ?? []
            #expect(events.count == 2)
            #expect(events.first?.contains("opgehaald bij CCV") == true)
            let table = try #require(page.first("table") { $0["class"] == "compare" }).text
            for text in ["p.jansen@post.example", "inkoop@jansen.example", "Jansen BV", "concept"] {
                #expect(table.contains(text), "\(text)")
            }
        }
    }

    @Test("The match card and the XML come when they are asked for")
    func explanation() async throws {
        let actions = ActionsDouble()
        actions.change {
            $0.explanation = PaymentExplanation(card: ["Betaling C-FAIL"], xml: "<transaction/>")
        }
        try await Browser.visit(actions: actions) { browser in
            let path = "/betaling?verbinding=webshop&id=C-FAIL"
            let page = try await browser.get(path).page
            #expect(!page.text.contains("Betaling C-FAIL\n"))
            let link = try #require(page.first("a") { $0["href"]?.hasSuffix("#k-kaart") == true })
            let href = try #require(link["href"]).replacing("#k-kaart", with: "")
            let texts = try await browser.get(href).page.all("pre").map(\.text)
            #expect(texts.contains("Betaling C-FAIL"))
            #expect(texts.contains("<transaction/>"))
        }
    }

    @Test("A payment that nobody knows is a page that says so")
    func unknown() async throws {
        try await Browser.visit { browser in
            for path in ["/betaling?verbinding=webshop&id=weg", "/betaling", "/melding?id=x"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .notFound)
                #expect(try answer.page.text.contains("niet bekend"))
            }
        }
    }

    @Test("Configuratie shows what is connected and what holds")
    func configuration() async throws {
        let actions = ActionsDouble()
        let green = ConfigurationFacts.Light(
            isGreen: true, state: "connected", since: Instant(milliseconds: 1_795_165_200_000),
            detail: "live",
            help: "")
        let red = ConfigurationFacts.Light(
            isGreen: false, state: "expired", since: nil, detail: "",
            help: "ccvmap connect twinfield")
        var shop = ConfigurationFacts.Connection(name: "webshop", ccv: green, twinfield: red)
        shop.office = "NLA001"
        shop.debtors = ["1300"]
        shop.suspense = [.init(method: "ideal", account: "2101")]
        let facts = ConfigurationFacts(
            connections: [shop], settings: [.init(key: "schedule.every", value: "1 hour")])
        actions.change { $0.facts = facts }
        try await Browser.visit(actions: actions, connecting: nil) { browser in
            let text = try await browser.get("/configuratie").page.text
            for word in [
                "verbonden", "verlopen", "ccvmap connect twinfield", "NLA001", "1300",
                "ideal", "2101", "schedule.every",
            ] { #expect(text.contains(word), "\(word)") }
        }
    }

    @Test("Behind a web server every address begins with the base path")
    func basePath() async throws {
        try await Browser.visit(basePath: "/ccvmap") { browser in
            for path in ["/", "/fouten", "/open?zoek=C", "/betaling?verbinding=webshop&id=C-FAIL"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .ok)
                for element in try answer.page.all {
                    for address in [element["href"], element["src"], element["action"]] {
                        guard let address, !address.hasPrefix("#") else { continue }
                        #expect(address.hasPrefix("/ccvmap/"))
                    }
                }
            }
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            #expect(try await browser.submit(form).headers[.location] == "/ccvmap/fouten")
            let style = try #require(
                try await browser.get("/").page.first("link") {
                    $0["rel"] == "stylesheet"
                }?["href"])
            let sheet = try await browser.get(String(style.dropFirst("/ccvmap".count)))
            #expect(sheet.status == .ok)
            #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
        }
    }
}
