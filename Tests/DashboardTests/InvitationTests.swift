import DashboardStore
import DomainModel
import HTTPTypes
import People
import Testing

@Suite("Invitations, accounts and people on the pages")
struct InvitationTests {
    static let fields = ["wachtwoord": PeopleDouble.password, "nogmaals": PeopleDouble.password]

    @Test("The first administrator comes in by a link, once, and then invites a bookkeeper")
    func first() async throws {
        try await Browser.visit(role: nil) { browser in
            let first = try browser.people.store.invite(
                nil, .administrator, by: "server", at: browser.people.now)
            let answer = try await browser.accept(first.token, as: "Anna", ["naam": "Anna"])
            #expect(answer.headers[.location] == "/")
            #expect(try await browser.get("/mensen").status == .ok)

            let invite = try await browser.get("/mensen").page.form("/acties/uitnodigen")
            let invited = try await browser.submit(
                invite, ["naam": "Bo", "rol": Role.bookkeeper.rawValue])
            let page = try await browser.follow(invited)
            let link = try #require(try page.page.first("code") { $0["class"] == "address" }).text
            #expect(link.hasPrefix("http://localhost/uitnodiging?bon="))
            // It is shown once.
            #expect(try await !browser.get("/mensen").text.contains("uitnodiging?bon="))
            browser.setCookie("ccvmap_session", "")
            let token = String(link.suffix(64))
            _ = try await browser.accept(token, as: "Bo")
            let front = try await browser.get("/")
            #expect(front.status == .ok)
            #expect(front.text.contains("boekhouder"))
            #expect(!front.text.contains("Mensen"))
            #expect(try await browser.get("/mensen").status == .forbidden)

            browser.setCookie("ccvmap_session", "")
            for used in [first.token, token, String(repeating: "0", count: 64), "x"] {
                let again = try await browser.get("/uitnodiging?bon=" + used)
                #expect(again.status == .gone)
                #expect(!again.text.contains("otpauth"))
            }
        }
    }

    @Test("An invitation that is too old, or was replaced, opens nothing")
    func tooOld() async throws {
        try await Browser.visit { browser in
            let people = browser.people
            let old = try people.store.invite("Bo", .reader, by: "server", at: people.now)
            let form = try await browser.get("/uitnodiging?bon=" + old.token).page
                .form("/uitnodiging")
            let new = try people.store.invite("bo", .reader, by: "server", at: people.now)
            #expect(try await browser.get("/uitnodiging?bon=" + old.token).status == .gone)
            let sent = try await browser.submit(form, Self.fields.merging(["code": "1"]) { $1 })
            #expect(try await browser.follow(sent).status == .gone)
            #expect(try await browser.get("/uitnodiging?bon=" + new.token).status == .ok)
            people.pass(seconds: 7 * 86_400)
            #expect(try await browser.get("/uitnodiging?bon=" + new.token).status == .gone)
        }
    }

    @Test(
        "An easy password, two that differ and a wrong code are said, and nothing is made",
        arguments: [
            (["wachtwoord": "kort", "nogmaals": "kort"], "minstens 12"),
            (["wachtwoord": "Bo Bo Bo Bo Bo", "nogmaals": "Bo Bo Bo Bo Bo"], "naam is geen"),
            (["nogmaals": "iets heel anders"], "verschillen"), (["code": "000000"], "code klopt"),
        ])
    func refused(fields: [String: String], text: String) async throws {
        try await Browser.visit { browser in
            let people = browser.people
            let issued = try people.store.invite("Bo", .reader, by: "server", at: people.now)
            let answer = try await browser.accept(issued.token, as: "Bo", fields)
            #expect(try await browser.follow(answer).text.contains(text))
            #expect(try people.store.people(at: people.now).count == 1)
        }
    }

    @Test("A change of role, of access or a reset ends the sessions of the person")
    func changes() async throws {
        try await Browser.visit { browser in
            let admin = try #require(browser.cookie("ccvmap_session"))
            let acts: [(act: String, fields: [String: String])] = [
                ("rol", ["rol": "reader"]), ("wis", [:]), ("ontneem", [:]),
            ]
            for (index, (act, fields)) in acts.enumerated() {
                let name = "Bo \(index)"
                let session = try await browser.people.add(name, .bookkeeper)
                let id = try browser.people.id(of: name)
                browser.setCookie("ccvmap_session", admin)
                let form = try await browser.get("/mensen").page.form("/acties/rol")
                let done = try await browser.post(
                    "/acties/" + act,
                    fields.merging(["persoon": "\(id)", "bewijs": try form.proof]) { $1 })
                #expect(done.headers[.location] == "/mensen")
                browser.setCookie("ccvmap_session", session)
                #expect(try await browser.get("/open").status == .seeOther, "\(act)")
            }
        }
    }

    @Test("The last administrator is neither removed nor demoted, and cannot reset the own account")
    func lastAdministrator() async throws {
        try await Browser.visit { browser in
            let id = try browser.people.id(of: "boekhouder")
            for (act, fields) in [("rol", ["rol": "reader"]), ("ontneem", [:]), ("wis", [:])] {
                let form = try await browser.get("/mensen").page.form("/acties/rol")
                _ = try await browser.post(
                    "/acties/" + act,
                    fields.merging(["persoon": "\(id)", "bewijs": try form.proof]) { $1 })
                #expect(try await browser.get("/mensen").status == .ok, "\(act)")
            }
            let person = try #require(
                try browser.people.store.people(at: browser.people.now).first)
            #expect(person.role == .administrator && person.isActive && person.isSetUp)
        }
    }

    @Test("A new password and a new second step end the other sessions and renew this one")
    func account() async throws {
        try await Browser.visit { browser in
            let other = try await browser.people.signIn("boekhouder")
            let before = try #require(browser.cookie("ccvmap_session"))
            let wrong = try await browser.submit(
                try await browser.get("/account").page.form("/acties/wachtwoord"),
                ["wachtwoord": "niet dit", "nieuw": "een heel nieuw", "nogmaals": "een heel nieuw"])
            #expect(try await browser.follow(wrong).text.contains("klopt niet"))
            let changed = try await browser.submit(
                try await browser.get("/account").page.form("/acties/wachtwoord"),
                [
                    "wachtwoord": PeopleDouble.password, "nieuw": "een heel nieuw",
                    "nogmaals": "een heel nieuw",
                ])
            #expect(try await browser.follow(changed).text.contains("is gewijzigd"))
            let renewed = try #require(browser.cookie("ccvmap_session"))
            for old in [other, before] {
                browser.setCookie("ccvmap_session", old)
                #expect(try await browser.get("/account").status == .seeOther)
            }
            browser.setCookie("ccvmap_session", renewed)
            let begun = try await browser.submit(
                try await browser.get("/account").page.form("/acties/tweede-stap"),
                ["wachtwoord": "een heel nieuw"])
            let page = try await browser.follow(begun).page
            let key = try #require(page.first("code") { $0["id"] == "tweede-stap-sleutel" })
            browser.people.keep(key.text, of: "boekhouder")
            let confirmed = try await browser.submit(
                try page.form("/acties/tweede-stap-code"),
                ["code": browser.people.code(of: "boekhouder")])
            #expect(try await browser.follow(confirmed).text.contains("tweede stap geldt"))
            #expect(browser.cookie("ccvmap_session") != renewed)
        }
    }

    @Test("What people do stands in the audit log, newest first, by person")
    func audit() async throws {
        try await Browser.visit { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            _ = try await browser.submit(form)
            _ = try await browser.get("/export.csv")
            let page = try await browser.get("/logboek?wie=boekhouder").page
            let deeds = page.all("tr").dropFirst().map { $0.all("td")[1].text }
            #expect(deeds.prefix(2) == ["lijst geëxporteerd", "opnieuw verwerkt"])
            for index in 0..<120 {
                try browser.people.store.note(
                    AuditRecord(
                        at: browser.people.now, who: "Bo", deed: "run.asked",
                        detail: "nummer \(index)"))
            }
            let first = try await browser.get("/logboek?wie=Bo").page
            #expect(first.text.contains("nummer 119") && !first.text.contains("nummer 19 "))
            let next = try #require(first.first("a") { $0["rel"] == "next" }?["href"])
            let second = try await browser.get(next).page
            #expect(second.text.contains("nummer 0"))
            #expect(!second.text.contains("nummer 119"))
        }
    }
}

extension Browser {
    /// Opens an invitation and takes it.
    func accept(
        _ token: String, as name: String, _ fields: [String: String] = [:]
    ) async throws -> Answer {
        let page = try await get("/uitnodiging?bon=" + token).page
        let key = try #require(page.first("code") { $0["id"] == "tweede-stap-sleutel" })
        #expect(page.first("a") { $0["href"]?.hasPrefix("otpauth://totp/") == true } != nil)
        people.keep(key.text, of: name)
        var own = InvitationTests.fields
        own["code"] = people.code(of: name)
        return try await submit(
            try page.form("/uitnodiging"), own.merging(fields) { _, new in new })
    }
}

extension Element {
    /// The token of a form.
    var proof: String {
        get throws {
            try #require(first("input") { $0["name"] == "bewijs" }?["value"])
        }
    }
}
