import DomainModel
import HTTPTypes
import People
import Testing

@Suite("The dashboard keeps strangers out")
struct SafetyTests {
    static let process = [
        "verbinding": "webshop", "id": "C-FAIL", "bon": "0123456789abcdef01234567",
    ]

    @Test("Every answer carries the headers of safety, also to strangers and refusals")
    func headers() async throws {
        try await Browser.visit { browser in
            for path in PageTests.paths + [
                "/nergens", "/export.csv", "/betaling?id=x&verbinding=y", "/uitnodiging?bon=x",
                "/aanmelden/code", "/open?staat=kapot",
            ] {
                let answer = try await browser.get(path)
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(policy.contains("form-action 'self'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.headers[.strictTransportSecurity] == nil)
            }
        }
        try await Browser.visit(role: nil) { browser in
            var answers = [try await browser.get("/open"), try await browser.get("/nergens")]
            answers.append(try await browser.post("/acties/verwerk", Self.process))
            let form = try await browser.get("/aanmelden").page.form("/aanmelden")
            for _ in 0..<30 { answers.append(try await browser.submit(form)) }
            #expect(answers.last?.status == .tooManyRequests)
            for answer in answers {
                #expect(answer.headers[.contentSecurityPolicy]?.contains("'none'") == true)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test("The cookie of a session is for the same site alone and for no script")
    func cookie() async throws {
        try await Browser.visit(isSecure: true, role: nil) { browser in
            let answer = try await browser.get("/aanmelden")
            let cookie = try #require(answer.headers[.setCookie])
            for word in ["__Host-", "SameSite=Strict", "HttpOnly", "Secure", "Path=/"] {
                #expect(cookie.contains(word))
            }
            #expect(answer.headers[.strictTransportSecurity]?.contains("max-age=") == true)
            #expect(try await browser.get("/aanmelden").headers[.setCookie] == nil)
        }
    }

    @Test("A form without the token of its session does nothing")
    func withoutToken() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            _ = try await browser.get("/")
            let none = try await browser.post("/acties/verwerk", Self.process)
            #expect(none.status == .forbidden)
            let wrong = try await browser.post(
                "/acties/verwerk",
                Self.process.merging(["bewijs": String(repeating: "0", count: 64)]) { $1 })
            #expect(wrong.status == .forbidden)
            #expect(actions.done.isEmpty)
        }
    }

    @Test("The token of one session is none of another, also when a stranger sets the cookie")
    func tokenOfAnother() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            let other = try await browser.people.add("ander", .administrator)
            for session in [other, String(repeating: "a", count: 32)] {
                browser.setCookie("ccvmap_session", session)
                #expect(try await browser.submit(form).status == .forbidden)
            }
            #expect(actions.done.isEmpty)
        }
    }

    @Test(
        "A form of another site does nothing, even with the right token",
        arguments: ["https://evil.example", "null", "http://localhost.evil.example", ""])
    func foreignOrigin(origin: String) async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            let token = try #require(form.first("input") { $0["name"] == "bewijs" }?["value"])
            let fields = Self.process.merging(["bewijs": token]) { $1 }
            let headers: HTTPFields = origin.isEmpty ? [:] : [.origin: origin]
            #expect(
                try await browser.post("/acties/verwerk", fields, headers).status == .forbidden)
            #expect(actions.done.isEmpty)
            let own = try await browser.post(
                "/acties/verwerk", fields, [.origin: "https://books.example"])
            #expect(own.status == .seeOther)
            #expect(actions.done.count == 1)
        }
    }

    @Test("What is no form or too large is refused unread")
    func badBodies() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let json = try await browser.post(
                "/acties/verwerk", [:],
                [.origin: "http://localhost", .contentType: "application/json"])
            #expect(json.status == .unsupportedMediaType)
            let large = try await browser.post(
                "/acties/verwerk", ["waarom": String(repeating: "x", count: 70_000)])
            #expect(large.status == .contentTooLarge)
            #expect(try await browser.get("/acties/verwerk").status == .notFound)
            #expect(actions.done.isEmpty)
        }
    }

    @Test("A name that is not ours is not answered: DNS rebinding")
    func foreignHost() async throws {
        try await Browser.visit(hostNames: ["books.example"]) { browser in
            let answer = try await browser.get("/")
            #expect(answer.status == .misdirectedRequest)
            #expect(!answer.text.contains("C-FAIL"))
        }
    }

    @Test("A double click does nothing twice, and says so")
    func doubleClick() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            #expect(try await browser.submit(form).status == .seeOther)
            let second = try await browser.submit(form)
            #expect(second.status == .seeOther)
            #expect(actions.done.count == 1)
            let page = try await browser.follow(second)
            #expect(page.text.contains("er is niets dubbel gedaan"))
            let later = try await browser.get("/fouten")
            #expect(!later.text.contains("er is niets dubbel gedaan"))
        }
    }

    @Test(
        "A form leads back to a page of ours only",
        arguments: [
            "//evil.example/", "https://evil.example/", "/\\evil.example", "/..//evil.example",
            "javascript:alert(1)", "/fouten\r\nSet-Cookie: a=b",
        ])
    func openRedirect(back: String) async throws {
        try await Browser.visit { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            let answer = try await browser.submit(form, ["terug": back])
            #expect(answer.headers[.location] == "/")
        }
    }

    @Test(
        "A page that is not there leads nowhere else",
        arguments: ["//evil.example/", "/%5Cevil.example", "/\\evil.example", "/a/../..//b"])
    func strangePaths(path: String) async throws {
        try await Browser.visit { browser in
            let answer = try await browser.get(path)
            #expect(answer.status == .notFound)
            let addresses = try answer.page.all.flatMap { element in
                [element["href"], element["action"], element["src"]].compactMap(\.self)
            }
            for address in addresses where !address.hasPrefix("#") {
                let second = address.dropFirst().first
                #expect(address.hasPrefix("/") && second != "/" && second != "\\", "\(address)")
            }
        }
    }

    @Test("What strangers typed is shown as they typed it and does nothing")
    func hostileTexts() async throws {
        try await Browser.visit { browser in
            for path in PageTests.paths {
                let answer = try await browser.get(path)
                #expect(!answer.text.contains("<script>"))
                #expect(!answer.text.contains("<b>"))
            }
            let page = try await browser.get("/betalingen").page
            #expect(page.text.contains(SampleLedger.hostile))
            let asked = try await browser.get("/betalingen?zoek=%22%3E%3Cscript%3E")
            #expect(!asked.text.contains("<script>"))
            #expect(
                try asked.page.first("input") { $0["id"] == "f-zoek" }?["value"] == "\"><script>")
        }
    }

    @Test("A fault of the ledger shows no path and no word of it")
    func brokenLedger() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.isBroken = true }
        try await Browser.visit(ledger) { browser in
            for path in ["/", "/open", "/fouten", "/betaling?verbinding=webshop&id=C-FAIL"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .internalServerError)
                #expect(!answer.text.contains("Broken"))
                #expect(try answer.page.first("h1") != nil)
            }
        }
    }

    @Test("No template puts a text on a page unescaped")
    func templates() throws {
        for (name, text) in DashboardTexts.templates {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
        }
    }
}

extension Element {
    /// The first form that posts to an act.
    func postForm(_ act: String) -> Element? {
        first("form") { $0["action"]?.hasSuffix("/acties/" + act) == true }
    }
}
