import DomainModel
import HTTPTypes
import LedgerViews
import People
import RunnerCore
import Testing

@Suite("Pages that are kept")
struct CacheTests {
    @Test("A page is made once while nothing changed, also when many ask at once")
    func once() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.change = 7 }
        try await Browser.visit(ledger) { browser in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 { group.addTask { try await browser.get("/betalingen").text } }
                for try await text in group { #expect(text.contains("C-FAIL")) }
            }
            #expect(ledger.queries.count == 1)
            _ = try await browser.get("/betalingen?zoek=C")
            #expect(ledger.queries.count == 2)
        }
    }

    @Test("A change of the ledger is on the next page")
    func change() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.change = 7 }
        try await Browser.visit(ledger) { browser in
            #expect(try await browser.get("/open").page.text.contains("C-LATER") == false)
            ledger.change {
                $0.payments.append(SampleLedger.payment("C-LATER", .open, "not_final"))
                $0.change = 8
            }
            let next = try await browser.get("/open")
            #expect(next.text.contains("C-LATER"))
        }
    }

    @Test("Every browser gets a token of its own from the same page, and each works")
    func tokens() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.change = 7 }
        let actions = ActionsDouble()
        try await Browser.visit(ledger, actions: actions) { browser in
            let first = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            let session = try #require(browser.cookie("ccvmap_session"))
            browser.setCookie(
                "ccvmap_session", try await browser.people.add("ander", .administrator))
            let second = try #require(try await browser.get("/fouten").page.postForm("verwerk"))
            func field(_ form: Element, _ name: String) -> String? {
                form.first("input") { $0["name"] == name }?["value"]
            }
            #expect(field(first, "bewijs") != field(second, "bewijs"))
            #expect(field(first, "bon") != field(second, "bon"))
            let done = try await browser.submit(second)
            #expect(done.status == .seeOther)
            browser.setCookie("ccvmap_session", session)
            let other = try await browser.submit(first)
            #expect(other.status == .seeOther)
            #expect(actions.done.count == 2)
            // The sentence is for the one who sent the form, though the page is kept.
            let page = try await browser.follow(other)
            #expect(page.text.contains("Vastgelegd"))
            browser.setCookie(
                "ccvmap_session", try await browser.people.add("derde", .administrator))
            let stranger = try await browser.get("/fouten")
            #expect(!stranger.text.contains("Vastgelegd"))
        }
    }

    @Test("A page that is kept shows each reader the own name, and no button of another role")
    func persons() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.change = 7 }
        try await Browser.visit(ledger) { browser in
            #expect(try await browser.get("/fouten").page.postForm("verwerk") != nil)
            for (name, role) in [("d'Anna", Role.reader), ("Lien", .reader), ("Bo", .bookkeeper)] {
                browser.setCookie("ccvmap_session", try await browser.people.add(name, role))
                let page = try await browser.get("/fouten").page
                #expect(page.first("div") { $0["class"] == "person" }?.text.contains(name) == true)
                #expect(page.text.contains("boekhouder") == (role == .bookkeeper))
                #expect((page.postForm("verwerk") != nil) == (role == .bookkeeper))
            }
        }
    }

    @Test("What could not be made is tried again")
    func failure() async throws {
        let ledger = LedgerDouble(SampleLedger.content)
        ledger.change { $0.change = 7 }
        try await Browser.visit(ledger) { browser in
            let bad = try await browser.get("/open?staat=kapot")
            #expect(bad.status == .badRequest)
            let again = try await browser.get("/open?staat=kapot")
            #expect(again.status == .badRequest)
            let good = try await browser.get("/open")
            #expect(good.status == .ok)
        }
    }
}
