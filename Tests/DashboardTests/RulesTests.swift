import Dashboard
import DomainModel
import HTTPTypes
import People
import Testing
import Wording

@Suite("The pages of the rules")
struct RulesTests {
    private static let page = "/regels?verbinding=webshop"

    private func form(_ page: Element, _ act: String) throws -> Element {
        try #require(
            page.first("form") {
                $0["action"]?.hasSuffix(act) == true
                    || $0.first("button") { $0["formaction"]?.hasSuffix(act) == true } != nil
            })
    }

    @Test("Sentences, values with the words of a bookkeeper, and files stand on one page")
    func page() async throws {
        try await Browser.visit { browser in
            let answer = try await browser.get(Self.page)
            let page = try answer.page
            let text = page.text
            #expect(text.contains("Het geld staat op een kruispost."))
            for label in [
                "Administratiecode", "Boekt betalingen vanaf deze dag", "dagen voor de betaling",
                "Debiteuren-rekening (dim1 van de verkoopregel)", "concept (te verwijderen)",
                "geldt ook voor", "winkel-be", "te groot",
            ] { #expect(text.contains(label), "\(label)") }
            let day = page.first("input") { $0["name"] == "w1" }
            #expect(day?["value"] == "01-01-2026")
            // The first line end is one that a browser leaves out.
            #expect(answer.text.contains("\">\n\n  office: NLA001 # &lt;b&gt;vet"))
            #expect(page.all("textarea").count == 1)
        }
    }

    @Test("What strangers wrote into the rules is text, in fields, attributes and messages")
    func hostile() async throws {
        let rules = RulesDouble()
        rules.change { state in
            state.facts.sentences = RulesDouble.hostile
            state.facts.files[0].text = RulesDouble.hostile + "\u{202E}\u{1B}"
            state.facts.alsoOf = [RulesDouble.hostile]
            state.proposal = RulesDouble.ready
            state.proposal?.problems = [
                RulesDouble.problem(RulesDouble.hostile, isError: true)
            ]
            state.proposal?.files[0].difference.lines = [.added(1, RulesDouble.hostile)]
            state.versions = [Self.version(RulesDouble.hostile)]
        }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page)
            let back = try await browser.submit(
                try form(try page.page, "regels/waarden"), ["w0": "x"])
            let versions = try await browser.get("/regels/versies?verbinding=webshop")
            for answer in [page, back, versions] {
                #expect(answer.text.contains("&lt;script&gt;"))
                let page = try answer.page
                #expect(page.all("script").allSatisfy { $0.text.isEmpty })
                #expect(!page.all.contains { $0["onfocus"] != nil })
            }
        }
    }

    @Test("The form of values leads to a proposal; its fields go as they are, empty ones too")
    func values() async throws {
        let rules = RulesDouble()
        rules.change { $0.proposal = RulesDouble.ready }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let answer = try await browser.submit(
                try form(page, "regels/waarden"),
                [
                    "w0": "", "w5": "0012", "weg_w6": "ja", "nieuw_methode": " klarna ",
                    "nieuw_rekening": "2122", "dagen": "30", "w99999": "x", "pad": "/etc/passwd",
                ])
            #expect(answer.status == .ok)
            guard case .proposal(let change, "webshop", 30)? = rules.done.first,
                case .values(let typed, let removed, let added) = change.content
            else {
                Issue.record("\(rules.done)")
                return
            }
            #expect(change.stand == "sha256:0011")
            #expect(typed["w0"] == "" && typed["w5"] == "0012" && typed["w2"] == "30")
            #expect(typed["weg_w6"] == nil && typed["pad"] == nil)
            #expect(removed == ["w6"])
            #expect(added == [RuleAccount(method: "klarna", account: "2122")])
            let links = try answer.page.all("a").compactMap { $0["href"] }
            #expect(links.contains("/regels?taal=en&verbinding=webshop"))
            #expect(!links.contains { $0.contains("acties") })
            let text = try answer.page.text
            for words in [
                "− ", "office: NLA001", "office: <NLA002>", "3 gelijke regels", "C-<1>",
                "€\u{A0}1.234,50", "geboekt, VRK 1", "fout, ", "2101 → 2199", "250",
                "Hier staan er 1", "Er is nog niets opgeslagen",
            ] { #expect(text.contains(words), "\(words)") }
        }
    }

    @Test("A value that cannot be written keeps all that was typed, and says why at its field")
    func refusedValue() async throws {
        let rules = RulesDouble()
        rules.change { state in
            state.proposal = RuleProposal(.refused, stand: "sha256:0011")
            state.proposal?.refusals = [
                "w2": Phrase(en: "no number", nl: "geen getal"),
                "nieuw": Phrase(en: "there", nl: "staat er al"),
            ]
        }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let answer = try await browser.submit(
                try form(page, "regels/waarden"),
                ["w0": "NLA555", "w2": "veel", "nieuw_methode": "ideal", "weg_w5": "ja"])
            #expect(answer.status == .badRequest)
            let again = try answer.page
            #expect(again.first("input") { $0["name"] == "w0" }?["value"] == "NLA555")
            let field = try #require(again.first("input") { $0["name"] == "w2" })
            #expect(field["value"] == "veel" && field["aria-invalid"] == "true")
            let why = again.first("strong") { $0["id"] == field["aria-describedby"] }
            #expect(why?.text == "geen getal")
            #expect(again.text.contains("staat er al"))
            #expect(again.first("input") { $0["name"] == "weg_w5" }?["checked"] == "checked")
        }
    }

    @Test("An error keeps the text that was typed, and stands with its line, its carets, its code")
    func errors() async throws {
        let rules = RulesDouble()
        rules.change { state in
            state.proposal = RulesDouble.ready
            state.proposal?.state = .faulty
            state.proposal?.trial = nil
            state.proposal?.files[0].text = "office: [<x>]"
            state.proposal?.problems = [RulesDouble.problem("een verkeerd soort", isError: true)]
        }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let answer = try await browser.submit(
                try form(page, "regels/teksten"), ["tekst_0": "office: [<x>]\r\n"])
            #expect(answer.status == .unprocessableContent)
            #expect(
                rules.done == [
                    .proposal(
                        RuleChange(
                            stand: "sha256:0011", content: .texts([0: "office: [<x>]\r\n"])),
                        "webshop", 14)
                ])
            let again = try answer.page
            let area = try #require(again.first("textarea"))
            #expect(area.text == "\noffice: [<x>]")
            #expect(area["aria-invalid"] == "true" && area["aria-describedby"] == "meldingen")
            let message = try #require(again.first("li") { $0.text.contains("een verkeerd soort") })
            #expect(message.text.contains("regel 12"))
            let pre = try #require(message.first("pre")).text
            #expect(pre.contains("   12 | \toffice: [<x>]\n      | \t        ^^^^^"))
            let link = message.first("a")
            #expect(link?["href"] == "/regels/codes#CM0203")
            let codes = try await browser.get("/regels/codes").page
            #expect(codes.first("dt") { $0["id"] == "CM0203" } != nil)
            #expect(again.first("button") { $0["formaction"] != nil } == nil)
        }
    }

    @Test("What was shown is saved, with the name of who did it and the reason")
    func saving() async throws {
        let rules = RulesDouble()
        rules.change { $0.proposal = RulesDouble.ready }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let shown = try await browser.submit(try form(page, "regels/waarden")).page
            var fields = Self.fields(try form(shown, "regels/opslaan"))
            fields["waarom"] = "andere\r\nadministratie"
            // A browser leaves out the first line end, and sends the others as CRLF.
            fields["tekst_0"] = "\r\n  office: NLA002 # <b>vet</b>\r\n"
            let saved = try await browser.post("/acties/regels/opslaan", fields)
            #expect(saved.status == .seeOther)
            #expect(saved.headers[.location] == "/regels?verbinding=webshop")
            guard case .save(let order, "webshop", let note)? = rules.done.last else {
                Issue.record("\(rules.done)")
                return
            }
            #expect(order.stand == "sha256:0011" && order.version == nil)
            #expect(order.texts == [0: "\r\n  office: NLA002 # <b>vet</b>\r\n"])
            #expect(note.who == "boekhouder" && note.reason == "andere administratie")
            let after = try await browser.follow(saved).page.text
            #expect(after.contains("Opgeslagen als versie 7"))
            #expect(after.contains("volgende run"))
        }
    }

    @Test("A text that was touched after it was shown, or has no reason, is shown and not saved")
    func unseen() async throws {
        let rules = RulesDouble()
        rules.change { $0.proposal = RulesDouble.ready }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let shown = try await browser.submit(try form(page, "regels/waarden")).page
            var fields = Self.fields(try form(shown, "regels/opslaan"))
            fields["tekst_0"] = "\n  office: NLA002 # <b>vet</b>\n"
            let reasonless = try await browser.post("/acties/regels/opslaan", fields)
            #expect(try reasonless.page.text.contains("Zeg waarom"))
            fields["waarom"] = "ja"
            fields["tekst_0"] = "office: NLA003"
            let touched = try await browser.post("/acties/regels/opslaan", fields)
            #expect(try touched.page.text.contains("nadat hij was getoond"))
            for answer in [reasonless, touched] { #expect(answer.status == .conflict) }
            #expect(!rules.done.contains { if case .save = $0 { true } else { false } })
        }
    }

    @Test("Rules that changed on the disk meanwhile are not overwritten, and the page says so")
    func stale() async throws {
        let rules = RulesDouble()
        rules.change { $0.proposal = RulesDouble.ready }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get(Self.page).page
            let shown = try await browser.submit(try form(page, "regels/waarden")).page
            var fields = Self.fields(try form(shown, "regels/opslaan"))
            fields["waarom"] = "ja"
            fields["tekst_0"] = "\n  office: NLA002 # <b>vet</b>\n"
            rules.change { state in
                state.outcome = .stale
                state.proposal?.state = .stale
            }
            let answer = try await browser.post("/acties/regels/opslaan", fields)
            #expect(answer.status == .conflict)
            let again = try answer.page
            #expect(again.text.contains("door iemand anders gewijzigd"))
            #expect(again.text.contains("office: <NLA002>"))
            #expect(again.first("textarea") == nil)
        }
    }

    @Test("Going back shows first what it does, and names the version when it is saved")
    func goingBack() async throws {
        let rules = RulesDouble()
        rules.change { state in
            state.versions = [Self.version("klant belde"), Self.version("eerste")]
            state.versions[0].facts.isCurrent = true
            state.proposal = RulesDouble.ready
            state.proposal?.version = 3
        }
        try await Browser.visit(rules: rules) { browser in
            let page = try await browser.get("/regels/versies?verbinding=webshop").page
            #expect(page.text.contains("in gebruik") && page.text.contains("klant belde"))
            let forms = page.all("form").filter { $0["action"]?.hasSuffix("terug") == true }
            #expect(forms.count == 1)
            let shown = try await browser.submit(try #require(forms.first)).page
            #expect(
                rules.done.first
                    == .proposal(RuleChange(stand: "", content: .version(3)), "webshop", 14))
            var fields = Self.fields(try form(shown, "regels/opslaan"))
            #expect(fields["versie"] == "3")
            fields["tekst_0"] = "\n  office: NLA002 # <b>vet</b>\n"
            fields["waarom"] = "toch niet"
            _ = try await browser.post("/acties/regels/opslaan", fields)
            guard case .save(let order, _, _)? = rules.done.last else {
                Issue.record("nothing was saved")
                return
            }
            #expect(order.version == 3)
        }
    }

    @Test("A foreign connection, a file that no page names, too many bytes: nothing is done")
    func badInput() async throws {
        let rules = RulesDouble()
        rules.change { $0.proposal = RulesDouble.ready }
        try await Browser.visit(rules: rules) { browser in
            #expect(try await browser.get("/regels?verbinding=..%2F..").status == .notFound)
            let page = try await browser.get(Self.page).page
            var fields = Self.fields(try form(page, "regels/teksten"))
            for (name, status) in [
                ("tekst_-1", HTTPResponse.Status.forbidden), ("tekst_x", .forbidden),
                ("tekst_../../etc/passwd", .forbidden), ("tekst_999999999999999999999", .forbidden),
            ] {
                var bad = fields
                bad["tekst_0"] = nil
                bad[name] = "x"
                #expect(try await browser.post("/acties/regels/teksten", bad).status == status)
            }
            var strange = fields
            strange["verbinding"] = "/etc"
            let foreign = try await browser.post("/acties/regels/teksten", strange)
            #expect(foreign.status == .notFound)
            #expect(rules.done == [])
            fields["tekst_0"] = String(repeating: "a", count: 200_000)
            #expect(try await browser.post("/acties/regels/teksten", fields).status == .ok)
            fields["tekst_0"] = String(repeating: "é", count: 200_000)
            let large = try await browser.post("/acties/regels/teksten", fields)
            #expect(large.status == .contentTooLarge)
            fields["bewijs"] = String(repeating: "0", count: 64)
            fields["tekst_0"] = "x"
            let forged = try await browser.post("/acties/regels/teksten", fields)
            #expect(forged.status == .forbidden)
            #expect(rules.done.count == 1)
        }
    }

    @Test(
        "Who may not change rules sees all of them, and no form",
        arguments: [Role.reader, .bookkeeper])
    func looking(role: Role) async throws {
        let rules = RulesDouble()
        rules.change { $0.versions = [Self.version("x")] }
        try await Browser.visit(rules: rules, role: role) { browser in
            let page = try await browser.get(Self.page).page
            #expect(page.text.contains("office: NLA001") && page.text.contains("NLA001"))
            #expect(page.text.contains("niet wijzigen"))
            let versions = try await browser.get("/regels/versies?verbinding=webshop").page
            for page in [page, versions] {
                let acts = page.all("form").compactMap { $0["action"] }
                #expect(!acts.contains { $0.contains("acties/regels") })
                #expect(page.first("textarea") == nil)
            }
            let proof = try await browser.get("/account").page.form("/afmelden").proof
            let answer = try await browser.post(
                "/acties/regels/opslaan",
                ["bewijs": proof, "stand": "sha256:0011", "tekst_0": "x", "waarom": "x"])
            #expect(answer.status == .forbidden)
            #expect(rules.done == [])
        }
    }

    @Test("Every code of the compiler that can stand on the page is explained, in both languages")
    func codes() async throws {
        try await Browser.visit { browser in
            for language in ["nl", "en"] {
                let page = try await browser.get("/regels/codes?taal=" + language).page
                let ids = page.all("dt").compactMap { $0["id"] }
                #expect(ids.count > 50)
                #expect(page.all("dd").allSatisfy { $0.text.count > 15 })
            }
        }
    }

    /// The fields of a form as a browser would send them.
    private static func fields(_ form: Element) -> [String: String] {
        var fields: [String: String] = [:]
        for field in form.all where ["input", "textarea", "select"].contains(field.name) {
            guard let name = field["name"], field["type"] != "checkbox" else { continue }
            fields[name] = field["value"] ?? field.text
        }
        return fields
    }

    private static func version(_ why: String) -> RuleVersionFacts {
        RuleVersionFacts(
            number: 3,
            facts: RuleVersionFacts.Facts(
                at: SampleLedger.now, who: why, why: why, kind: "saved", revision: "sha256:0033",
                isWritten: true, isCurrent: false),
            files: [RuleFileDifference(name: "rules/shop.yaml", lines: [.added(1, why)])])
    }
}
