import Dashboard
import DomainModel
import HTTPTypes
import RunnerCore
import Testing
import Wording

@Suite("What the forms do")
struct ActTests {
    private let note = ActNote(who: "boekhouder", reason: "klant belde", at: SampleLedger.now)

    @Test("Verwerk decides one payment again, by the rules that are chosen")
    func process() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-FAIL").page
            let form = try #require(page.postForm("verwerk"))
            let answer = try await browser.submit(
                form, ["waarom": "klant belde", "regels": "then"])
            #expect(answer.headers[.location] == "/betaling?id=C-FAIL&verbinding=webshop")
            #expect(try await browser.follow(answer).text.contains("Vastgelegd"))
        }
        #expect(actions.done == [.act(.retry(.then), ["C-FAIL"], "webshop", note)])
    }

    @Test("Verwerk of a group takes every payment of its cause, of the chosen connection")
    func group() async throws {
        let actions = ActionsDouble()
        actions.change { $0.outcome = .done(2) }
        try await Browser.visit(actions: actions) { browser in
            let all = try await browser.get("/fouten").page
            #expect(all.postForm("groep") == nil)
            let page = try await browser.get("/fouten?verbinding=webshop&reden=no_sale").page
            let form = try #require(page.postForm("groep"))
            let without = try await browser.submit(form)
            #expect(without.status == .badRequest)
            #expect(actions.done.isEmpty)
            let answer = try await browser.submit(form, ["waarom": "klant belde"])
            #expect(try await browser.follow(answer).text.contains("2 betalingen"))
        }
        #expect(actions.done == [.group(.retry(.now), "no_sale", "webshop", note)])
    }

    @Test("A sale is chosen among those that were compared, with a reason")
    func choose() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-REVIEW").page
            let form = try #require(page.postForm("kies"))
            let sales = form.all("input").filter { $0["type"] == "radio" }
            #expect(sales.count == 2)
            let nothing = try await browser.submit(
                form, ["waarom": "klant belde"], button: "Kies deze verkoop")
            #expect(try await browser.follow(nothing).text.contains("Kies eerst een"))
            let key = try #require(sales[1]["value"])
            _ = try await browser.submit(
                try #require(
                    try await browser.get("/betaling?verbinding=webshop&id=C-REVIEW").page
                        .postForm("kies")),
                ["verkoop": key, "waarom": "klant belde", "adres": "ja"],
                button: "Kies deze verkoop")
        }
        let sale = SaleKey(daybook: "VRK", number: "202600018", line: "1")
        #expect(
            actions.done == [
                .act(.choose(sale, proposesAddress: true), ["C-REVIEW"], "webshop", note)
            ])
    }

    @Test(
        "Later and none are choices too",
        arguments: [("Later", PaymentAct.later), ("Geen van deze", PaymentAct.chooseNone)])
    func others(button: String, act: PaymentAct) async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-REVIEW").page
            let form = try #require(page.postForm("kies"))
            _ = try await browser.submit(form, ["waarom": "klant belde"], button: button)
        }
        #expect(actions.done == [.act(act, ["C-REVIEW"], "webshop", note)])
    }

    @Test("Without notes there is no button that would record nothing")
    func withoutNotes() async throws {
        let actions = ActionsDouble()
        actions.change { $0.abilities = [] }
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-REVIEW").page
            let buttons = page.postForm("kies")?.all("button").map(\.text) ?? []
            #expect(buttons == ["Kies deze verkoop", "Geen van deze"])
            let front = try await browser.get("/").page
            #expect(front.postForm("draai") == nil)
        }
    }

    @Test("What was done by hand names its entry; what is ignored needs a reason")
    func settle() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-FAIL").page
            let resolve = try #require(page.postForm("opgelost"))
            _ = try await browser.submit(
                resolve, ["dagboek": " MEMO ", "nummer": "202600099", "waarom": "klant belde"])
            let ignore = try #require(page.postForm("negeer"))
            #expect(try await browser.submit(ignore, ["waarom": "  "]).status == .badRequest)
            _ = try await browser.submit(ignore, ["waarom": "klant\r\nbelde"])
        }
        let entry = EntryKey(daybook: "MEMO", number: "202600099")
        #expect(
            actions.done == [
                .act(.resolve(entry), ["C-FAIL"], "webshop", note),
                .act(.ignore, ["C-FAIL"], "webshop", note),
            ])
    }

    @Test("What went wrong is said on the next page, in its language, and once")
    func refusal() async throws {
        let actions = ActionsDouble()
        actions.change {
            $0.outcome = .refused(Phrase(en: "It is in the books.", nl: "Hij staat in de boeken."))
        }
        try await Browser.visit(actions: actions) { browser in
            let form = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            let answer = try await browser.submit(form)
            let page = try await browser.follow(answer)
            #expect(
                try page.page.first("p") { $0["class"] == "bar bad" }?.text
                    == "Hij staat in de boeken.")
            let later = try await browser.get("/fouten")
            #expect(!later.text.contains("Hij staat in de boeken."))
        }
    }

    @Test("A payment that is in the books offers nothing that could book it again")
    func booked() async throws {
        try await Browser.visit { browser in
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-DONE").page
            #expect(page.all("form").allSatisfy { $0["action"]?.contains("/acties/") != true })
        }
    }

    @Test("What may be in the books has no button that would send it again")
    func unknownOutcome() async throws {
        try await Browser.visit { browser in
            for path in [
                "/fouten?verbinding=webshop&reden=outcome_unknown",
                "/betaling?verbinding=webshop&id=C-PARK",
            ] {
                let page = try await browser.get(path).page
                #expect(page.text.contains("C-PARK"))
                #expect(page.postForm("verwerk") == nil)
                #expect(page.postForm("groep") == nil)
            }
            let page = try await browser.get("/betaling?verbinding=webshop&id=C-PARK").page
            #expect(page.postForm("opgelost") != nil)
        }
    }

    @Test("A run begins by one button")
    func run() async throws {
        let actions = ActionsDouble()
        try await Browser.visit(actions: actions) { browser in
            let page = try await browser.get("/?verbinding=webshop").page
            _ = try await browser.submit(try #require(page.postForm("draai")))
        }
        #expect(actions.done == [.run("webshop")])
    }
}
