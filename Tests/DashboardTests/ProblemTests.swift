import Dashboard
import HTTPTypes
import LedgerViews
import RunnerCore
import Testing

@Suite("Meld probleem")
struct ProblemTests {
    private static func content() -> LedgerDouble.Content {
        var content = SampleLedger.content
        var payment = SampleLedger.payment("C-BAD", .failed, "refused")
        payment.summary.customerName = "Jansen BV"
        payment.summary.description = "Bestelling van mevrouw De Vries"
        payment.summary.text =
            "refused: dim2 of Jansen BV, p.jansen@post.example, (ander@post.example),"
            + " NL91ABNA0417164300"
        payment.decision = Array(SampleLedger.decision.utf8)
        content.payments = [payment]
        return content
    }

    @Test("The report has what is needed and names nobody")
    func report() async throws {
        try await Browser.visit(LedgerDouble(Self.content())) { browser in
            let page = try await browser.get(
                "/melding?verbinding=webshop&id=C-BAD&tekst=al%20gekeken"
            ).page
            let report = try #require(page.first("pre")).text
            for text in [
                "C-BAD", "refused", "dim2",
                "WEB-17".replacing("WEB", with: "AAA")
                    .replacing("17", with: "99"), "VRK 202600017", "email differs", "ccvmap test",
                "seen", "decided", "al gekeken",
            ] { #expect(report.contains(text), "\(text)") }
            for text in ["Jansen", "Vries", "@", "NL91", "Bestelling"] {
                #expect(!report.contains(text), "\(text)")
            }
        }
    }

    @Test("It is shown first, and goes where the configuration says")
    func delivery() async throws {
        let actions = ActionsDouble()
        actions.change {
            $0.delivery = ReportDelivery(
                webhookHost: "help.example", mailAddress: "help@office.example")
        }
        try await Browser.visit(LedgerDouble(Self.content()), actions: actions) { browser in
            let page = try await browser.get("/melding?verbinding=webshop&id=C-BAD").page
            #expect(actions.done.isEmpty)
            let mail = try #require(page.first("a") { $0["href"]?.hasPrefix("mailto:") == true })
            #expect(mail["href"]?.hasPrefix("mailto:help@office.example?subject=ccvmap%3A") == true)
            let download = try #require(page.first("a") { $0["download"] != nil }?["href"])
            let file = try await browser.get(download)
            #expect(file.headers[.contentDisposition]?.contains("melding.txt") == true)
            let shown = try #require(page.first("pre")).text
            #expect(file.text.contains(shown))
            _ = try await browser.submit(try #require(page.postForm("melding")))
            guard case .report(let sent) = actions.done.first else {
                Issue.record("nothing was sent")
                return
            }
            #expect(sent.text == shown)
        }
    }

    @Test("Where nothing is configured it can be downloaded")
    func withoutDelivery() async throws {
        try await Browser.visit(LedgerDouble(Self.content())) { browser in
            let page = try await browser.get("/melding?verbinding=webshop&id=C-BAD").page
            #expect(page.postForm("melding") == nil)
            #expect(page.first("a") { $0["download"] != nil } != nil)
        }
    }
}
