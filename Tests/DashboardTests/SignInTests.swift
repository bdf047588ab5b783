import DashboardStore
import DomainModel
import HTTPTypes
import People
import Testing

@Suite("Signing in to the dashboard")
struct SignInTests {
    /// What the frame shows to a stranger holds none of these.
    static let ofLedger = ["C-FAIL", "webshop", "Te beoordelen", "Fouten", "Zoek"]

    @Test("By name, password and code a person comes to the page that was asked for")
    func wayIn() async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            let asked = try await browser.get("/fouten?reden=no_sale")
            #expect(asked.status == .seeOther)
            let signIn = try await browser.follow(asked)
            let stranger = try #require(browser.cookie("ccvmap_form"))
            for word in Self.ofLedger { #expect(!signIn.text.contains(word), "\(word)") }
            let half = try await browser.submit(
                try signIn.page.form("/aanmelden"),
                ["naam": " anna ", "wachtwoord": PeopleDouble.password])
            let halfway = try #require(browser.cookie("ccvmap_session"))
            // The password alone opens nothing.
            #expect(try await browser.get("/fouten").status == .seeOther)
            let code = try await browser.follow(half)
            #expect(try code.page.first("h1")?.text == "Tweede stap")
            let done = try await browser.submit(
                try code.page.form("/aanmelden/code"), ["code": browser.people.code(of: "Anna")])
            #expect(done.headers[.location] == "/fouten?reden=no_sale")
            let whole = try #require(browser.cookie("ccvmap_session"))
            #expect(Set([stranger, halfway, whole]).count == 3)
            let page = try await browser.follow(done)
            #expect(page.status == .ok)
            #expect(page.text.contains("Anna"))
            browser.setCookie("ccvmap_session", halfway)
            #expect(try await browser.get("/fouten").status == .seeOther)
            #expect(try browser.people.deeds(of: "Anna").first == "sign_in.done")
        }
    }

    @Test("A session that a stranger planted in the browser is nobody's after the sign-in")
    func fixation() async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            for planted in [String(repeating: "ab", count: 32), String(repeating: "a", count: 32)] {
                browser.setCookie("ccvmap_session", planted)
                try await browser.signIn("Anna")
                #expect(browser.cookie("ccvmap_session") != planted)
                #expect(try await browser.get("/open").status == .ok)
                browser.setCookie("ccvmap_session", planted)
                #expect(try await browser.get("/open").status == .seeOther)
                browser.people.pass(seconds: 60)
            }
        }
    }

    @Test("A link of another site signs nobody out, and leads to its page all the same")
    func foreignLink() async throws {
        try await Browser.visit { browser in
            let session = try #require(browser.cookie("ccvmap_session"))
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            // Browsers keep our cookies from such a link.
            browser.setCookie("ccvmap_session", "")
            let path = "/fouten?reden=no_sale&zoek=%22%3E%3Cscript%3E"
            let answer = try await browser.get(path, [name: "cross-site"])
            #expect(answer.status == .ok)
            #expect(browser.cookie("ccvmap_session") == "")
            for word in Self.ofLedger { #expect(!answer.text.contains(word), "\(word)") }
            let refresh = try answer.page.first("meta") { $0["http-equiv"] == "refresh" }
            #expect(refresh?["content"] == "0; url=" + path)
            browser.setCookie("ccvmap_session", session)
            #expect(try await browser.get(path, [name: "same-origin"]).text.contains("Fouten"))
            browser.setCookie("ccvmap_session", "")
            let stranger = try await browser.get(path, [name: "same-origin"])
            #expect(stranger.status == .seeOther)
        }
    }

    @Test("A wrong password and a name that nobody has get the same answer")
    func refused() async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            var texts: [String] = []
            for (name, password) in [
                ("Anna", "geen van beide!"), ("Niemand", PeopleDouble.password),
                ("Anna", ""), ("Anna", String(repeating: "x", count: 600)),
            ] {
                let form = try await browser.get("/aanmelden").page.form("/aanmelden")
                let answer = try await browser.submit(
                    form, ["naam": name, "wachtwoord": password])
                #expect(answer.headers[.location] == "/aanmelden")
                let page = try await browser.follow(answer).page
                texts.append(try #require(page.first("p") { $0["role"] == "status" }).text)
            }
            #expect(Set(texts) == ["De naam of het wachtwoord klopt niet."])
            let deeds = try browser.people.store.records(before: nil, of: nil, count: 10)
            // What was typed as a name may be a password: it is not written down.
            #expect(!deeds.contains { $0.1.who == "Niemand" || $0.1.detail.contains("Niemand") })
        }
    }

    @Test("After five failures nothing is tried for a minute, whether password or code was wrong")
    func lockout() async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            for _ in 0..<4 { try await browser.trySignIn("Anna", "niet het wachtwoord") }
            try await browser.trySignIn("Anna", PeopleDouble.password)
            let code = try await browser.get("/aanmelden/code").page.form("/aanmelden/code")
            _ = try await browser.submit(code, ["code": "000000"])
            #expect(try browser.people.deeds(of: "Anna").contains("sign_in.locked"))
            let right = try await browser.submit(
                code, ["code": browser.people.code(of: "Anna")])
            #expect(try await browser.follow(right).text.contains("Te veel pogingen"))
            let again = try await browser.trySignIn("Anna", PeopleDouble.password)
            #expect(again.headers[.location] == "/aanmelden")
            browser.people.pass(seconds: 61)
            try await browser.signIn("Anna")
            #expect(try await browser.get("/open").status == .ok)
        }
    }

    @Test("A code is taken once")
    func replay() async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            try await browser.signIn("Anna")
            try await browser.trySignIn("Anna", PeopleDouble.password)
            let form = try await browser.get("/aanmelden/code").page.form("/aanmelden/code")
            let again = try await browser.submit(
                form, ["code": browser.people.code(of: "Anna")])
            #expect(try await browser.follow(again).text.contains("De code klopt niet"))
            #expect(try await browser.get("/open").status == .seeOther)
        }
    }

    @Test("A session ends two hours after its last use, after twelve hours, and by signing out")
    func ends() async throws {
        try await Browser.visit { browser in
            browser.people.pass(seconds: 7_100)
            #expect(try await browser.get("/open").status == .ok)
            browser.people.pass(seconds: 7_201)
            #expect(try await browser.get("/open").status == .seeOther)

            browser.setCookie("ccvmap_session", try await browser.people.signIn("boekhouder"))
            for _ in 0..<11 {
                browser.people.pass(seconds: 3_600)
                #expect(try await browser.get("/open").status == .ok)
            }
            browser.people.pass(seconds: 3_600)
            #expect(try await browser.get("/open").status == .seeOther)

            let last = try await browser.people.signIn("boekhouder")
            browser.setCookie("ccvmap_session", last)
            let out = try await browser.submit(
                try await browser.get("/open").page.form("/afmelden"))
            #expect(try await browser.follow(out).text.contains("U bent afgemeld"))
            browser.setCookie("ccvmap_session", last)
            #expect(try await browser.get("/open").status == .seeOther)
        }
    }

    @Test(
        "Signing in leads to a page of ours only",
        arguments: [
            "//evil.example/", "https://evil.example/", "/\\evil.example", "/..//evil.example",
            "javascript:alert(1)", "/fouten\r\nSet-Cookie: a=b", "/afmelden", "@evil.example",
        ])
    func openRedirect(way: String) async throws {
        try await Browser.visit(role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            let asked = try await browser.get("/aanmelden?naar=" + Browser.encoded(way))
            let half = try await browser.submit(
                try asked.page.form("/aanmelden"),
                ["naam": "Anna", "wachtwoord": PeopleDouble.password])
            let form = try await browser.follow(half).page.form("/aanmelden/code")
            let done = try await browser.submit(form, ["code": browser.people.code(of: "Anna")])
            #expect(done.headers[.location] == "/")
        }
    }

    @Test("An address that tries without end is told to wait, and others are not")
    func flood() async throws {
        try await Browser.visit(role: nil) { browser in
            let form = try await browser.get("/aanmelden").page.form("/aanmelden")
            var answer = try await browser.submit(form)
            for _ in 0..<40 where answer.status != .tooManyRequests {
                answer = try await browser.submit(form)
            }
            #expect(answer.status == .tooManyRequests)
            #expect(Int(answer.headers[.retryAfter] ?? "") ?? 0 > 0)
            #expect(try await browser.get("/aanmelden").status == .ok)
            for _ in 0..<250 where answer.status != .ok {
                if try await browser.get("/nergens").status == .tooManyRequests { return }
            }
            Issue.record("a stranger may ask without end")
        }
    }

    @Test("With a base path everything of the sign-in stays below it")
    func basePath() async throws {
        try await Browser.visit(basePath: "/ccvmap", isSecure: true, role: nil) { browser in
            try await browser.people.add("Anna", .administrator)
            browser.people.pass(seconds: 60)
            let asked = try await browser.get("/open")
            #expect(asked.headers[.location] == "/ccvmap/aanmelden?naar=%2Fopen")
            let cookie = try #require(asked.headers[.setCookie])
            #expect(cookie.contains("__Secure-") && cookie.contains("Path=/ccvmap"))
            try await browser.signIn("Anna")
            #expect(try await browser.get("/open").status == .ok)
        }
    }
}

extension Browser {
    /// Sends name and password.
    @discardableResult
    func trySignIn(_ name: String, _ password: String) async throws -> Answer {
        let form = try await get("/aanmelden").page.form("/aanmelden")
        return try await submit(form, ["naam": name, "wachtwoord": password])
    }

    /// Signs in whole.
    func signIn(_ name: String) async throws {
        try await trySignIn(name, PeopleDouble.password)
        let form = try await get("/aanmelden/code").page.form("/aanmelden/code")
        _ = try await submit(form, ["code": people.code(of: name)])
    }
}

extension Element {
    /// The form that is sent to a path.
    func form(_ path: String) throws -> Element {
        try #require(
            first("form") { $0["action"]?.hasSuffix(path) == true && $0["method"] == "post" })
    }
}
