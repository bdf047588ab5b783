import Dashboard
import DomainModel
import HTTPTypes
import People
import Testing
import Wording

@Suite("Connecting from the pages")
struct ConnectingTests {
    private static let secret = "l_very-secret-key"

    @Test("The key goes to its connection, and comes back on no page")
    func key() async throws {
        let connecting = ConnectingDouble()
        try await Self.visit(connecting) { browser in
            let page = try await browser.get("/configuratie").page
            let form = try #require(page.postForm("verbind-ccv"))
            let field = try #require(form.first("input") { $0["name"] == "sleutel" })
            #expect(field["type"] == "password")
            #expect(field["autocomplete"] == "off")
            #expect(field["value"] == nil)
            let none = try await browser.submit(form, ["sleutel": "  "])
            #expect(try await browser.follow(none).text.contains("geen sleutel ingevuld"))
            #expect(connecting.asked.isEmpty)
            let answer = try await browser.submit(form, ["sleutel": " \(Self.secret) "])
            #expect(answer.headers[.location] == "/configuratie")
            let next = try await browser.follow(answer)
            #expect(next.text.contains("Het is gelukt."))
            #expect(!next.text.contains(Self.secret))
            // A second click does nothing twice.
            _ = try await browser.submit(form, ["sleutel": Self.secret])
        }
        #expect(
            connecting.asked == [.ccv("webshop", key: Self.secret, who: "boekhouder")])
    }

    @Test("A login leads out by a page without script, to the address of the port alone")
    func begin() async throws {
        let connecting = ConnectingDouble()
        try await Self.visit(connecting) { browser in
            let form = try #require(
                try await browser.get("/configuratie").page.postForm("verbind-twinfield"))
            let answer = try await browser.submit(
                form, ["geheim": "", "url": "https://evil.example/", "terug": "//evil.example/"])
            #expect(answer.status == .ok)
            let page = try answer.page
            let refresh = page.first("meta") { $0["http-equiv"] == "refresh" }
            #expect(refresh?["content"] == "0; url=https://login.example/authorize?a=1&b=2")
            #expect(page.first("a")?["href"] == "https://login.example/authorize?a=1&b=2")
            #expect(!answer.text.contains("evil"))
            #expect(page.all("script").isEmpty)
            let session = try #require(browser.cookie("ccvmap_session"))
            #expect(
                connecting.asked == [
                    .begin(
                        "webshop", secret: nil,
                        LoginBrowser(
                            session: session, origin: "http://localhost", who: "boekhouder"))
                ])
        }
    }

    @Test("A browser from Twinfield is led to itself before any session is looked at")
    func landing() async throws {
        let connecting = ConnectingDouble(["/ccvmap/twinfield"])
        try await Self.visit(connecting, basePath: "/ccvmap") { browser in
            let answer = try await browser.get("/twinfield?code=abc&state=xyz&more=1")
            #expect(answer.status == .ok)
            #expect(answer.headers[values: .setCookie].isEmpty)
            #expect(!answer.text.contains("webshop"))
            #expect(try Self.way(answer) == "/ccvmap/verbonden?code=abc&state=xyz")
            let second = try await browser.get("/verbonden?code=abc&state=xyz")
            #expect(second.headers[values: .setCookie].isEmpty)
            #expect(try Self.way(second) == "/ccvmap/verbonden?code=abc&state=xyz&nog=1")
            // Until here nothing was ended.
            #expect(
                connecting.asked == [.landing(LoginAnswer(query: "code=abc&state=xyz"))])
            let session = try #require(browser.cookie("ccvmap_session"))
            let third = try await browser.get("/verbonden?code=abc&state=xyz&nog=1")
            #expect(third.headers[.location] == "/ccvmap/configuratie")
            #expect(try await browser.follow(third).text.contains("Het is gelukt."))
            let end = LoginBrowser(session: session, origin: "", who: "boekhouder")
            #expect(
                connecting.asked.last == .end(LoginAnswer(query: "code=abc&state=xyz"), end))
        }
    }

    @Test("Who is not signed in ends no login, and learns nothing")
    func stranger() async throws {
        let connecting = ConnectingDouble()
        try await Self.visit(connecting, role: nil) { browser in
            let landing = try await browser.get("/twinfield?code=abc&state=xyz")
            #expect(!landing.text.contains("webshop"))
            let end = try await browser.get("/verbonden?code=abc&state=xyz&nog=1")
            #expect(end.headers[.location]?.hasPrefix("/aanmelden") == true)
            #expect(connecting.asked.count == 1)
        }
    }

    @Test("Without the role there is no form, and the accounts stand there all the same")
    func readers() async throws {
        for role in [Role.reader, .bookkeeper, .ruleEditor] {
            try await Self.visit(ConnectingDouble(), role: role) { browser in
                let page = try await browser.get("/configuratie").page
                for act in ["verbind-ccv", "verbind-twinfield", "controleer", "lees-rekeningen"] {
                    #expect(page.postForm(act) == nil)
                }
                #expect(page.text.contains("1300"))
            }
        }
    }

    @Test("The way back is by the name at which the browser began, which no address can change")
    func origin() async throws {
        let connecting = ConnectingDouble()
        connecting.change { $0.landing = .goesOn(origin: "http://127.0.0.1:8080") }
        try await Self.visit(connecting) { browser in
            for query in ["code=a&state=b", "code=a&state=b&terug=//evil.example&url=//evil"] {
                let answer = try await browser.get("/twinfield?" + query)
                #expect(
                    try Self.way(answer) == "http://127.0.0.1:8080/verbonden?code=a&state=b")
            }
            let torn = try await browser.get(
                "/twinfield?state=%22%3E%3Cscript%3E&error_description=%0d%0aLocation:%20x")
            #expect(try torn.page.all("script").isEmpty)
        }
    }

    @Test("What another program waits for is handed over, and nothing more is said")
    func handedOver() async throws {
        let connecting = ConnectingDouble()
        connecting.change { $0.landing = .handedOver }
        try await Self.visit(connecting) { browser in
            let answer = try await browser.get("/twinfield?code=abc&state=xyz")
            #expect(answer.text.contains("Het venster waarin ccvmap draait gaat verder"))
            #expect(try answer.page.all("meta").allSatisfy { $0["http-equiv"] == nil })
            #expect(!answer.text.contains("webshop"))
        }
    }

    @Test("A redirect address that is also a page of ours shows that page to everybody else")
    func sharedPath() async throws {
        let connecting = ConnectingDouble(["/", "/open"])
        try await Self.visit(connecting) { browser in
            #expect(try await browser.get("/open").text.contains("C-OPEN"))
            #expect(try await browser.get("/").text.contains("Overzicht"))
            #expect(connecting.asked.isEmpty)
            let answer = try await browser.get("/?error=access_denied&state=xyz")
            #expect(try Self.way(answer) == "/verbonden?error=access_denied&state=xyz")
        }
    }

    @Test("A form from elsewhere connects nothing")
    func foreign() async throws {
        let connecting = ConnectingDouble()
        try await Self.visit(connecting) { browser in
            _ = try await browser.get("/configuratie")
            for act in ["verbind-ccv", "verbind-twinfield", "controleer"] {
                let answer = try await browser.post(
                    "/acties/" + act, ["verbinding": "webshop", "sleutel": Self.secret])
                #expect(answer.status == .forbidden)
                #expect(!answer.text.contains(Self.secret))
            }
            #expect(connecting.asked.isEmpty)
        }
    }

    @Test("What the configuration lacks stands in the place of the form")
    func lack() async throws {
        var lacking = ConnectingFacts()
        lacking.twinfieldLack = Phrase("client_id")
        try await Self.visit(ConnectingDouble(), facts: lacking) { browser in
            let page = try await browser.get("/configuratie").page
            #expect(page.postForm("verbind-twinfield") == nil)
            #expect(page.text.contains("client_id"))
            #expect(page.postForm("verbind-ccv") != nil)
        }
    }

    @Test("Each account of the rules stands with its name, its balance, ours and that of others")
    func accounts() async throws {
        let connecting = ConnectingDouble()
        var view = AccountsView()
        view.officeName = "Voorbeeld BV"
        view.readAt = SampleLedger.now
        var debtors = AccountsView.Account(code: "1300")
        debtors.name = "Debiteuren"
        debtors.balance = 1_234_50
        debtors.ours = -100_00
        var gone = AccountsView.Account(code: "2101")
        gone.fault = Phrase(en: "It is not there.", nl: "Bestaat niet.")
        view.accounts = [debtors, gone]
        let own = view
        connecting.change { $0.accounts = own }
        try await Self.visit(connecting) { browser in
            let page = try await browser.get("/configuratie").page
            #expect(page.text.contains("Voorbeeld BV"))
            // Nothing is wrong with the office, so there is no bar about it.
            #expect(page.first("p", where: { $0["class"] == "bar bad" && $0.text.isEmpty }) == nil)
            let table = try #require(page.first("table") { $0.text.contains("Debiteuren") })
            let rows = try #require(table.first("tbody")).children.map { row in
                row.children.map { $0.text.split(separator: " ").joined(separator: " ") }
            }
            #expect(rows.map { $0[0] } == ["1300", "2101", "2102"])
            #expect(
                rows[0][1...] == [
                    "Debiteuren", "debiteuren", "€\u{00A0}1.234,50", "€\u{00A0}-100,00",
                    "€\u{00A0}1.334,50",
                ])
            #expect(rows[1][1].contains("Bestaat niet."))
            #expect(rows[1][2...] == ["ideal, wero", "–", "–", "–"])
            #expect(table.first("caption")?.text.contains("gelezen om") == true)
            let form = try #require(page.postForm("lees-rekeningen"))
            _ = try await browser.submit(form)
            #expect(connecting.asked == [.readAccounts("webshop")])
        }
        // What fails later leaves what was known.
        connecting.change {
            $0.accounts.fault = Phrase(en: "No answer.", nl: "Geen antwoord.")
            $0.accounts.isReading = true
        }
        try await Self.visit(connecting) { browser in
            let text = try await browser.get("/configuratie").page.text
            #expect(text.contains("Geen antwoord."))
            #expect(text.contains("1.334,50"))
            #expect(text.contains("wordt nu gelezen"))
        }
    }

    private static func way(_ answer: Browser.Answer) throws -> String? {
        let refresh = try answer.page.first("meta") { $0["http-equiv"] == "refresh" }
        let content = try #require(refresh?["content"])
        #expect(try answer.page.first("a")?["href"] == String(content.dropFirst(7)))
        return content.hasPrefix("0; url=") ? String(content.dropFirst(7)) : nil
    }

    private static func visit(
        _ connecting: ConnectingDouble, basePath: String = "",
        facts own: ConnectingFacts = ConnectingFacts(), role: Role? = .administrator,
        work: @escaping @Sendable (Browser) async throws -> Void
    ) async throws {
        let actions = ActionsDouble()
        let red = ConfigurationFacts.Light(
            isGreen: false, state: "not_connected", since: nil, detail: "", help: "")
        var shop = ConfigurationFacts.Connection(name: "webshop", ccv: red, twinfield: red)
        shop.connecting = own
        shop.debtors = ["1300"]
        shop.suspense = [
            .init(method: "ideal", account: "2101"), .init(method: "wero", account: "2101"),
            .init(method: "card/visa", account: "2102"),
        ]
        let facts = ConfigurationFacts(connections: [shop], settings: [])
        actions.change { $0.facts = facts }
        try await Browser.visit(
            actions: actions, connecting: connecting, basePath: basePath, role: role, work: work)
    }
}
